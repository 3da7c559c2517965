//! The screens, told as keys in and screen out.

mod deeds;
mod fuzz;
mod hostile;
mod keys;
mod path;
mod terminal;
mod update;
mod writing;
