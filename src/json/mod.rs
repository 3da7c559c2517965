//! JSON from strangers, read strictly, and the one canonical way to write a value, over which digests are made.

mod canonical;
mod read;

pub use canonical::{canonical, digest};
pub use read::{BadJson, read};
