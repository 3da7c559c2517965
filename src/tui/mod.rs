//! The screen front end: keys become messages, messages change a model, a model is drawn.
//!
//! A key is looked up in [`keymap`] and becomes a [`message::Message`]; [`update`](update::update) is the only place
//! where the [`model::Model`] changes, and performs nothing; [`view`](view::view) only reads.

pub mod aim;
mod ascii;
pub mod background;
pub mod canvas;
pub mod command;
pub mod consequence;
pub mod deck;
pub mod deeds;
pub mod effect;
pub mod event;
pub mod inbox;
pub mod journal;
pub mod key;
pub mod keymap;
pub mod known;
pub mod links;
pub mod look;
pub mod message;
pub mod model;
pub mod offer;
pub mod options;
pub mod overlay;
pub mod paper;
pub mod paths;
pub mod perform;
pub mod plan;
pub mod postings;
mod print;
pub mod records;
pub mod review;
pub mod role;
pub mod run;
pub mod safekeeping;
pub mod said;
pub mod screen;
pub mod settings;
mod shares;
pub mod shell;
pub mod step;
mod terminal;
pub mod theme;
pub mod update;
pub mod view;
pub mod visit;
pub mod want;
mod watch;
pub mod widget;
pub mod writing;

pub use print::print;
pub use run::{ExitReason, Left, Options, run};
pub use terminal::is_possible;
