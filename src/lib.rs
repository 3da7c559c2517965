//! milepost
pub mod curriculum;
pub mod progress;
