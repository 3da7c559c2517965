//! A digest that is made while a canonical form is written, piece by piece.

use sha2::{Digest, Sha256};

use super::canonical::written;

/// A digest on its way. A clone of it goes on from what both have read.
#[derive(Debug, Clone, Default)]
pub struct Digesting(Sha256);

impl Digesting {
    /// Reads the next piece of a text that is in canonical form.
    pub fn read(&mut self, piece: &str) {
        self.0.update(piece);
    }

    /// The digest of all that was read, as [`super::digest()`] makes it of a value.
    pub fn digest(self) -> String {
        written(&self.0.finalize())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Digesting;
    use crate::json::digest;

    #[test]
    fn what_is_read_in_pieces_has_the_digest_of_the_whole() {
        let mut begun = Digesting::default();
        begun.read("{\"a\":");
        let mut other = begun.clone();
        begun.read("1}");
        other.read("2}");
        assert_eq!(begun.digest(), digest(&json!({"a": 1})));
        assert_eq!(other.digest(), digest(&json!({"a": 2})));
    }
}
