//! Quoted-printable, as mails have it.

/// Whether a line of a text breaks as only lines in quoted-printable do.
pub(super) fn is_likely(text: &str) -> bool {
    text.split('\n').any(|line| {
        let kept = line.trim_end_matches('\r').strip_suffix('=');
        kept.is_some_and(|kept| kept.ends_with(|last| !matches!(last, '=' | '-' | '*' | '#')))
    })
}

/// What was meant; what is no valid code stays as it is.
pub(super) fn decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        match (first, tail) {
            (b'=', [b'\n', after @ ..] | [b'\r', b'\n', after @ ..]) => rest = after,
            (b'=', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high << 4 | low);
                    rest = after;
                }
                _ => bytes.push(b'='),
            },
            (byte, _) => bytes.push(*byte),
        }
    }
    bytes
}

fn digit(byte: u8) -> Option<u8> {
    let digit = char::from(byte).to_digit(16)?;
    u8::try_from(digit).ok()
}
