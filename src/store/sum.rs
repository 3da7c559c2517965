//! The checksum that each row carries, so that one flipped bit is found.

use sha2::{Digest, Sha256};

/// SHA-256 of the fields, each as one byte 1 (0 where there is none), its length in bytes as 8 bytes big-endian, and
/// its bytes.
pub(super) fn sum(fields: &[Option<&[u8]>]) -> [u8; 32] {
    let mut sum = Sum::default();
    for field in fields {
        sum.begin(field.map(<[u8]>::len));
        sum.add(field.unwrap_or_default());
    }
    sum.finish()
}

/// The checksum of a row that holds only texts, none of which is missing.
pub(super) fn sum_of_texts(texts: &[&str]) -> [u8; 32] {
    let fields: Vec<_> = texts.iter().map(|text| Some(text.as_bytes())).collect();
    sum(&fields)
}

/// A checksum in the making, for a row of which not all is in memory at once.
#[derive(Default)]
pub(super) struct Sum(Sha256);

impl Sum {
    /// Begins a field of so many bytes, or one that is missing.
    pub(super) fn begin(&mut self, length: Option<usize>) {
        self.0.update([u8::from(length.is_some())]);
        self.0
            .update((length.unwrap_or_default() as u64).to_be_bytes());
    }

    /// Adds the next bytes of the field.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Adds a whole field.
    pub(super) fn add_text(&mut self, text: &str) {
        self.begin(Some(text.len()));
        self.add(text.as_bytes());
    }

    pub(super) fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}
