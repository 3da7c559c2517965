//! The screens, told as keys in and screen out.

mod batches;
mod bindings;
mod choices;
mod deeds;
mod find;
mod fuzz;
mod gaps;
mod help;
mod hostile;
mod journal;
mod keys;
mod legible;
mod listening;
mod looks;
mod pace;
mod palette;
mod paper;
mod path;
mod plan;
mod settings;
mod terminal;
mod trouble;
mod update;
mod visit;
mod welcome;
mod writing;
