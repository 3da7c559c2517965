//! Bytes in the letters of base64 (RFC 4648 §4), and back.

/// The letters, in the order of what they stand for.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What fills the last group of four letters.
const PADDING: u8 = b'=';

/// What each byte stands for as a letter; [`NONE`] where it is none.
const VALUES: [u8; 256] = values();
const NONE: u8 = u8::MAX;

/// The bytes as text, with padding and without line ends.
pub fn encoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * index) & 63) as usize];
            let is_used = index <= chunk.len();
            text.push(char::from(if is_used { letter } else { PADDING }));
        }
    }
    text
}

/// The bytes of a text that [`encoded`] wrote; `None` where it would have written another text.
pub fn decoded(text: &str) -> Option<Vec<u8>> {
    let letters = text.trim_end_matches(char::from(PADDING));
    if !text.len().is_multiple_of(4) || text.len() - letters.len() > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(letters.len() / 4 * 3 + 2);
    for group in letters.as_bytes().chunks(4) {
        let mut bits = 0;
        for letter in group {
            bits = bits << 6 | u32::from(value(*letter)?);
        }
        // What is left over of the last letter has to be nothing, or two texts would be the same bytes.
        let (count, over) = match group.len() {
            4 => (3, 0),
            3 => (2, 2),
            2 => (1, 4),
            _ => return None,
        };
        if bits & ((1 << over) - 1) != 0 {
            return None;
        }
        bits >>= over;
        bytes.extend_from_slice(&bits.to_be_bytes()[4 - count..]);
    }
    Some(bytes)
}

/// The six bits that a letter stands for; `None` where it is none of them.
pub fn value(letter: u8) -> Option<u8> {
    let value = VALUES[usize::from(letter)];
    (value != NONE).then_some(value)
}

const fn values() -> [u8; 256] {
    let mut values = [NONE; 256];
    let mut value = 0_u8;
    while value < 64 {
        values[LETTERS[value as usize] as usize] = value;
        value += 1;
    }
    values
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{decoded, encoded};

    #[test]
    fn bytes_are_written_as_everybody_writes_them() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encoded(bytes.as_bytes()), text);
            assert_eq!(decoded(text).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(encoded(b"\xfb\xff\xfe"), "+//+");
    }

    #[test]
    fn no_bytes_are_read_from_two_texts() {
        for odd in [
            "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==", "Zm9v\n", " Zm9v",
            "Zm9-", "Zm9_", "Zm\u{e9}", "=Zm9", "Zm=v",
        ] {
            assert_eq!(decoded(odd), None, "{odd:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_reads_back(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let text = encoded(&bytes);
            prop_assert_eq!(decoded(&text), Some(bytes));
        }

        #[test]
        fn whatever_is_read_is_written_so(text in "[A-D+/=]{0,8}") {
            if let Some(bytes) = decoded(&text) {
                prop_assert_eq!(encoded(&bytes), text);
            }
        }
    }
}
