//! The checksum that each row carries, so that one flipped bit is found.

use sha2::{Digest, Sha256};

/// SHA-256 of the fields, each as one byte 1 (0 where there is none), its length in bytes as 8 bytes big-endian, and
/// its bytes.
pub(super) fn sum(fields: &[Option<&[u8]>]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for field in fields {
        hash.update([u8::from(field.is_some())]);
        let bytes = field.unwrap_or_default();
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    }
    hash.finalize().into()
}

/// The checksum of a row that holds only texts, none of which is missing.
pub(super) fn sum_of_texts(texts: &[&str]) -> [u8; 32] {
    let fields: Vec<_> = texts.iter().map(|text| Some(text.as_bytes())).collect();
    sum(&fields)
}
