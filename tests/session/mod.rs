//! The session: recording, two machines, curricula.

mod alike;
mod caching;
mod colleagues;
mod curricula;
mod hostile_folder;
mod journal;
mod looking;
mod machines;
mod recording;
mod remembering;
mod review;
mod reviews;
mod stories;
mod tampering;
mod trust;
