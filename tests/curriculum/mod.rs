//! The reader of curricula.

mod broken;
mod hostile;
mod lock;
mod meaning;
mod schema;
mod shipped;
mod shown;
