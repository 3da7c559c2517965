//! The reader of curricula.

mod broken;
mod hostile;
mod lock;
mod meaning;
mod shipped;
mod shown;
