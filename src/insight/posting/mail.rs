//! What a mail does to its text: parts in codes of their own, and signs before what is quoted.

mod base64;
mod charset;
mod header;
mod part;
mod quoted;

use charset::Charset;
use part::Parts;

/// What stands before the name of a charset.
const NAMED: &str = "charset=";

/// What stands before the subject of a mail, as programs write it.
const SUBJECT: [&str; 2] = ["Subject", "Betreff"];

/// What the lines above its text begin with.
const HEAD: [&str; 11] = [
    "Cc",
    "Content-Disposition",
    "Content-Transfer-Encoding",
    "Content-Type",
    "Date",
    "From",
    "Message-ID",
    "MIME-Version",
    "Received",
    "Return-Path",
    "To",
];

/// What a mail says, whatever its parts are written in, and the charsets of those that cannot be read.
pub(super) fn opened(mail: &str) -> (String, Vec<String>) {
    let mut unread = Vec::new();
    let mut parts = Parts::of(&header::decoded(mail, &mut unread));
    unread.append(&mut parts.unread);
    unread.dedup();
    (parts.text, unread)
}

/// The text of these bytes, which are no UTF-8, where a mail's head or a page names the charset that they are in.
pub(super) fn in_named_charset(bytes: &[u8]) -> Option<String> {
    let lower = bytes.to_ascii_lowercase();
    let ascii = String::from_utf8_lossy(&lower);
    let names = ascii.split(NAMED).skip(1).map(|behind| {
        let behind = behind.trim_start_matches(['"', '\'']);
        let end = behind.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
        &behind[..end.unwrap_or(behind.len())]
    });
    let mut charsets = names.filter_map(Charset::named);
    let charset = charsets.find(|charset| *charset != Charset::Utf8)?;
    Some(charset.text(bytes))
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

/// The first line that says something, and not how a mail was sent or is written.
pub(super) fn first_line(text: &str) -> Option<&str> {
    let lines = text.lines().map(str::trim);
    let says = |line: &&str| line.contains(char::is_alphanumeric) && !line.starts_with("--");
    let mut lines = lines.filter(says);
    let is_head = |line: &&str| {
        let name = line.split_once(':').map_or("", |(name, _)| name);
        HEAD.iter()
            .chain(&SUBJECT)
            .any(|known| name.eq_ignore_ascii_case(known))
    };
    let first = lines.clone().next();
    lines.find(|line| !is_head(line)).or(first)
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
