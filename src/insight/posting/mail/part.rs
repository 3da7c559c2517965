//! The parts of a mail, each as its head says that it is written.

use super::charset::Charset;
use super::{base64, quoted};

/// What the head of a part says.
#[derive(Debug, Clone, Default)]
struct Head {
    /// How its letters became ASCII.
    coding: Coding,
    /// The charset, if it says one.
    charset: Option<String>,
    /// Whether it is something else than text.
    is_other: bool,
    /// What else it says.
    rest: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Coding {
    #[default]
    None,
    Quoted,
    Base64,
}

impl Head {
    /// The head that these lines are, if they say how a part is written.
    fn of(lines: &[&str]) -> Option<Self> {
        let mut head = Self::default();
        let mut is_one = false;
        let mut is_kind = false;
        for line in lines {
            if line.starts_with([' ', '\t']) {
                if is_kind {
                    head.add_kind(line);
                }
                head.rest.extend([if is_kind { "-" } else { *line }, "\n"]);
                continue;
            }
            let (name, value) = line.split_once(':').unwrap_or((line, ""));
            is_kind = name.eq_ignore_ascii_case("content-type");
            is_one |= is_kind;
            if is_kind {
                // That a mail is in HTML does not ask for it; the line stays, so that the others keep their numbers.
                head.add_kind(value);
                head.rest.extend([name, ":\n"]);
                let kind = value.trim_start().to_ascii_lowercase();
                head.is_other = !kind.starts_with("text/");
            } else {
                head.rest.extend([line, "\n"]);
            }
            if name.eq_ignore_ascii_case("content-transfer-encoding") {
                is_one = true;
                head.coding = Coding::named(value.trim());
            }
        }
        is_one.then_some(head)
    }

    /// Takes the charset out of what it says of the kind of the part.
    fn add_kind(&mut self, value: &str) {
        let fields = value.split(';').filter_map(|field| field.split_once('='));
        let mut charsets = fields.filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
        if let Some((_, charset)) = charsets.next() {
            let quotes = |sign: char| sign == '"' || sign.is_whitespace();
            self.charset = Some(charset.trim_matches(quotes).to_owned());
        }
    }
}

impl Coding {
    fn named(name: &str) -> Self {
        if name.eq_ignore_ascii_case("quoted-printable") {
            Self::Quoted
        } else if name.eq_ignore_ascii_case("base64") {
            Self::Base64
        } else {
            Self::None
        }
    }
}

/// What a mail says, as far as it was read.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) text: String,
    /// The charsets of the parts that cannot be read.
    pub(super) unread: Vec<String>,
    head: Head,
    /// What was read of the part that is being read.
    body: String,
    has_quoted: bool,
}

impl Parts {
    /// The parts of a mail. A head is what stands between an empty line, or the mark of a new part, and the next one.
    pub(super) fn of(mail: &str) -> Self {
        let mut parts = Self::default();
        let lines: Vec<&str> = mail.lines().collect();
        let (mut at, mut may_begin) = (0, true);
        while let Some(line) = lines.get(at) {
            let is_mark = line.starts_with("--");
            if may_begin || is_mark {
                let behind = &lines[at + usize::from(is_mark)..];
                let is_inside = |line: &&&str| !line.trim().is_empty() && !line.starts_with("--");
                let length = behind.iter().take_while(is_inside).count();
                if let Some(mut head) = Head::of(&behind[..length]) {
                    if is_mark {
                        head.rest.insert_str(0, &format!("{line}\n"));
                    }
                    parts.begin(head);
                    at += length + usize::from(is_mark);
                    may_begin = false;
                    continue;
                }
            }
            may_begin = line.trim().is_empty();
            parts.add(line);
            at += 1;
        }
        parts.begin(Head::default());
        // Where the head is not there, or runs into the text, the text still shows what it is in.
        if !parts.has_quoted && quoted::is_likely(&parts.text) {
            let bytes = quoted::decoded(&parts.text);
            parts.text = Charset::likely(&bytes).text(&bytes);
        }
        parts
    }

    fn add(&mut self, line: &str) {
        if self.head.coding == Coding::Base64 && !base64::is_line(line) {
            self.begin(Head::default());
        }
        self.body.extend([line, "\n"]);
    }

    /// Ends a part, and begins the next one.
    fn begin(&mut self, head: Head) {
        let body = std::mem::take(&mut self.body);
        let ended = std::mem::replace(&mut self.head, head);
        let bytes = match ended.coding {
            Coding::None => {
                self.text.push_str(&body);
                Vec::new()
            }
            Coding::Base64 if ended.is_other => Vec::new(),
            Coding::Base64 => base64::decoded(&body),
            Coding::Quoted => quoted::decoded(&body),
        };
        self.has_quoted |= ended.coding == Coding::Quoted && !body.trim().is_empty();
        if !bytes.is_empty() {
            let charset = match &ended.charset {
                Some(name) => Charset::named(name).ok_or(name),
                None => Ok(Charset::likely(&bytes)),
            };
            match charset {
                Ok(charset) => self.text.push_str(&charset.text(&bytes)),
                Err(name) => self.unread.push(name.clone()),
            }
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.text.push_str(&self.head.rest);
    }
}
