//! The session: recording, two machines, curricula.

mod curricula;
mod machines;
mod recording;
