//! The reader of curricula.

mod shipped;
