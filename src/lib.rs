//! milepost
pub mod curriculum;
pub mod progress;
pub mod text;
