//! milepost: a learning-path tracker that lives in the terminal.
//!
//! A learner ticks off the milestones of a curriculum, attaches evidence and sees what is left. Nothing is ever
//! overwritten: each deed is one event in an append-only log, and where the learner stands is computed from all of them.
//!
//! ```text
//! YAML ── curriculum ──┐
//!                      ├─ progress ─ insight ─ Snapshot ─┬─ tui ── terminal
//! SQLite ── store ─────┘   (fold)                        ├─ cli ── text, JSON
//!                                                        └─ report ── pages, tables, a resume
//!    ▲                                  key, argument ─┐
//!    └── session ◄── decide ◄── Intent ◄───────────────┘
//! ```
//!
//! # Rooms
//!
//! Arrows point inward only; a test reads the sources and holds that.
//!
//! - [`text`], [`json`]: what a terminal may see of foreign text; strict reading and canonical writing of JSON.
//! - [`curriculum`]: a curriculum's text becomes a checked edition, or a list of every problem in it.
//! - [`progress`]: events, their union, their fold, and what may be recorded next.
//! - [`insight`]: what the fold means: what is open, what a tick unlocked, how far it is.
//! - [`report`]: what leaves as a page, a text or a table: data first, then one file per format.
//! - [`exchange`]: progress and review files, read with every limit enforced.
//! - [`store`], [`system`]: the edges. Only `store` knows SQLite; only `system` knows clock, files and environment.
//! - [`session`]: the one service that joins them.
//! - [`cli`], [`tui`]: two front ends that never read the store.
//!
//! # Invariants
//!
//! - The core (`text` to `exchange`) touches nothing outside: it is given text and the time, and answers with values.
//! - An event, once acknowledged, is on disk, and is never changed; only its content may be forgotten.
//! - Status, percentage and all else that is computed is stored nowhere as truth.
//! - Uniting two logs is a set union; there is no conflict to resolve, and no order of imports matters.
//! - What an author or a stranger wrote reaches a terminal only through [`text::visible`].
//! - There is no network call, no thread that outlives a function, no global state.
//!
//! # Where to begin
//!
//! [`curriculum::model`] and [`progress::deed`] are the nouns, [`progress::fold`] and [`progress::decide()`] the two verbs.

pub mod cli;
pub mod curriculum;
pub mod exchange;
pub mod insight;
pub mod json;
pub mod progress;
pub mod report;
pub mod session;
pub mod store;
pub mod system;
pub mod text;
pub mod tui;
