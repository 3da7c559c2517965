//! The addresses of pages and mailboxes in a line.

use std::ops::Range;

/// The signs that may stand around an address, as in `[Docker](https://docker.com)`.
const OPENING: [char; 3] = ['(', '<', '['];
const CLOSING: [char; 5] = [')', '>', ']', '"', '\''];

/// Where the addresses of a line stand, in bytes and in order.
pub(super) fn addresses(line: &str) -> Vec<Range<usize>> {
    let mut addresses: Vec<Range<usize>> = Vec::new();
    // How many brackets are open that belong to the last address, as in `/wiki/Python_(language)`; none where it ended.
    let mut open: Option<usize> = None;
    let mut start = 0;
    let ends =
        |sign: char| sign.is_whitespace() || OPENING.contains(&sign) || CLOSING.contains(&sign);
    for part in line.split_inclusive(ends) {
        let end = start + part.len();
        if let Some(last) = addresses.last_mut().filter(|_| open.is_some()) {
            last.end = end;
        } else {
            let address = address(part).map(|at| start + at..end);
            open = address.as_ref().map(|_| 0);
            addresses.extend(address);
        }
        open = match open {
            Some(open) if part.ends_with(OPENING) => Some(open + 1),
            Some(open) if part.ends_with(CLOSING) => open.checked_sub(1),
            _ => None,
        };
        start = end;
    }
    addresses
}

/// Where the address begins in what stands between two such signs or blanks, if it has one.
fn address(part: &str) -> Option<usize> {
    let is_mailbox = |(name, host): (&str, &str)| {
        name.ends_with(char::is_alphanumeric) && host.starts_with(char::is_alphanumeric)
    };
    let has_path = |(host, _): (&str, &str)| {
        host.matches('.').count() > 1 && !host.ends_with('.') && !host.contains(',')
    };
    let is_host = part
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("www."));
    let is_whole = is_host
        || part.split_once('@').is_some_and(is_mailbox)
        || part.split_once('/').is_some_and(has_path);
    match part.split_once("://") {
        Some((before, _)) => Some(before.len() - scheme(before).len()),
        None => is_whole.then_some(0),
    }
}

/// The scheme with which a text ends, such as `https`.
fn scheme(text: &str) -> &str {
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || "+-.".contains(sign);
    let before = text.rfind(|sign: char| !is_part(sign));
    // A sign of several bytes ends before the next one begins.
    let start = before.map_or(0, |before| text.ceil_char_boundary(before + 1));
    &text[start..]
}
