//! Base64, as mails have it: in lines, cut off anywhere, among other letters.

use crate::text::base64::value;

/// What these letters stand for; what is none of them is passed over.
pub(super) fn decoded(letters: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(letters.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for six in letters.bytes().filter_map(value) {
        held = held << 6 | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.extend(u8::try_from(held >> bits));
            held &= (1 << bits) - 1;
        }
    }
    bytes
}

/// Whether a line may be one of such a text.
pub(super) fn is_line(line: &str) -> bool {
    let is_code = |byte| value(byte).is_some() || byte == b'=';
    line.trim().bytes().all(is_code)
}
