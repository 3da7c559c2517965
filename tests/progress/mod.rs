//! The log and its fold: what deeds mean, and that nothing is ever lost.

mod choices;
mod decisions;
mod former;
mod kept;
mod meaning;
mod plans;
mod properties;
mod records;
mod undoing;
mod union;
pub(crate) mod wire;
