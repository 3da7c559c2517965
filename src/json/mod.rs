//! JSON from strangers, read strictly, and the one canonical way to write a value, over which digests are made.

mod canonical;
mod digesting;
mod document;
mod fields;
mod harmless;
mod layout;
mod plain;
mod read;
mod strict;
mod written;

pub use canonical::{canonical, digest};
pub use digesting::Digesting;
pub use document::Document;
pub use fields::Fields;
pub use harmless::harmless;
pub use read::{BadJson, read};
