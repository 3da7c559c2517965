//! Parts of a mail in base64.

/// How the head of a part says so, and says of what kind it is.
const PACKED: &str = "content-transfer-encoding: base64";
const KIND: &str = "content-type:";

/// Whether a mail has such parts.
pub(super) fn has_packed(mail: &str) -> bool {
    mail.lines().any(is_packed)
}

/// The mail with what was meant by those parts; those that are no text are left out.
pub(super) fn unpacked(mail: &str) -> String {
    let mut text = String::with_capacity(mail.len());
    let mut lines = mail.lines().peekable();
    while lines.peek().is_some() {
        let (mut packs, mut is_text) = (false, true);
        for line in lines.by_ref() {
            packs |= is_packed(line);
            match behind(KIND, line) {
                // That a mail is in HTML does not ask for it.
                Some(kind) => is_text = behind("text/", kind.trim()).is_some(),
                None => text.extend([line, "\n"]),
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut bytes = Bytes::default();
        while let Some(line) = lines.next_if(|line| packs && is_body(line)) {
            bytes.take(line);
        }
        if is_text {
            text.push_str(&String::from_utf8_lossy(&bytes.all));
        }
        text.push('\n');
    }
    text
}

fn is_packed(line: &str) -> bool {
    line.trim().eq_ignore_ascii_case(PACKED)
}

/// What stands behind this at the beginning of a line, whatever its capitals.
fn behind<'a>(start: &str, line: &'a str) -> Option<&'a str> {
    let (begins, rest) = line.split_at_checked(start.len())?;
    begins.eq_ignore_ascii_case(start).then_some(rest)
}

fn is_body(line: &str) -> bool {
    let is_code = |byte| six_bits(byte).is_some() || byte == b'=';
    line.trim().bytes().all(is_code)
}

/// What six bits after the other make.
#[derive(Default)]
struct Bytes {
    all: Vec<u8>,
    held: u32,
    bits: u32,
}

impl Bytes {
    fn take(&mut self, line: &str) {
        for six in line.bytes().filter_map(six_bits) {
            self.held = self.held << 6 | u32::from(six);
            self.bits += 6;
            if self.bits >= 8 {
                self.bits -= 8;
                self.all.extend(u8::try_from(self.held >> self.bits));
                self.held &= (1 << self.bits) - 1;
            }
        }
    }
}

fn six_bits(letter: u8) -> Option<u8> {
    match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}
