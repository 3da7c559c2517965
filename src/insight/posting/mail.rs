//! What a mail does to its text: quoted-printable, and signs before what is quoted.

/// How a mail says that its text is in quoted-printable.
const HEADER: &str = "content-transfer-encoding: quoted-printable";

/// What stands before the subject of a mail, as programs write it.
const SUBJECT: [&str; 2] = ["Subject", "Betreff"];

/// Whether a text is in quoted-printable: it says so, or a line of it breaks as only such lines do.
pub(super) fn is_quoted_printable(text: &str) -> bool {
    let breaks = |line: &str| {
        let kept = line.trim_end_matches('\r').strip_suffix('=');
        kept.is_some_and(|kept| kept.ends_with(|last| !matches!(last, '=' | '-' | '*' | '#')))
    };
    let says_so = |line: &str| line.trim().eq_ignore_ascii_case(HEADER);
    text.split('\n').any(|line| breaks(line) || says_so(line))
}

/// The text that was meant; what is no valid code stays as it is.
pub(super) fn decoded(text: &str) -> String {
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
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A line without the signs that a mail puts before what it quotes.
pub(super) fn unquoted(line: &str) -> &str {
    line.trim_start_matches(|sign: char| sign == '>' || sign.is_whitespace())
}

/// What a mail is about, as the lines say that stand above its text.
pub(super) fn subject(text: &str) -> Option<&str> {
    let lines = text
        .lines()
        .map(str::trim)
        .skip_while(|line| line.is_empty());
    let mut head = lines.take_while(|line| !line.is_empty());
    head.find_map(|line| {
        let (name, subject) = line.split_once(':')?;
        let is_subject = SUBJECT.iter().any(|known| name.eq_ignore_ascii_case(known));
        Some(subject.trim()).filter(|subject| is_subject && !subject.is_empty())
    })
}

/// Whether what a mail quotes is only what it answers: most of its words stand on lines that are not quoted.
pub(super) fn answers(text: &str) -> bool {
    let words = |line: &str| line.split_whitespace().count();
    let (mut quoted, mut own) = (0, 0);
    for line in text.lines() {
        if is_quoted(line) {
            quoted += words(line);
        } else {
            own += words(line);
        }
    }
    own > quoted
}

/// Whether a line of a mail is quoted from another.
pub(super) fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

fn digit(byte: u8) -> Option<u8> {
    let digit = char::from(byte).to_digit(16)?;
    u8::try_from(digit).ok()
}
