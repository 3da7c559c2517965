//! All integration tests, in one binary so that they link once.

#![cfg(test)]
#![expect(
    clippy::disallowed_methods,
    reason = "tests are the world that the program runs in"
)]

mod cli;
mod curriculum;
mod exchange;
mod house;
mod insight;
mod kit;
mod progress;
mod report;
mod session;
mod store;
mod system;
mod tui;
