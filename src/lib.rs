//! milepost
pub mod curriculum;
pub mod json;
pub mod progress;
pub mod text;
