//! Addresses that others wrote, taken only in a form that every browser reads alike.

use std::fmt;
use std::str::FromStr;

use super::host::Host;
use super::visible::{BadChar, is_plain};

/// A web address that is safe to show and to hand to a browser as one argument.
///
/// It is written anew from its parts: scheme and host in lower case, no user, no default port, everything in ASCII.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Link {
    text: String,
    host: Host,
}

/// Why a text is no web address that milepost opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadLink {
    /// It does not begin with `http://` or `https://`.
    #[error("an address begins with https:// or http://")]
    Scheme,
    /// There is an `@` before the host.
    #[error("a link has no user name or password before its host")]
    User,
    /// It is longer than [`Link::LONGEST`].
    #[error("a link has at most {} characters", Link::LONGEST)]
    Long,
    /// The host is no name and no address, or is written in an unusual way.
    #[error("the host is neither a name such as example.com nor an address such as 192.0.2.1")]
    Host,
    /// The host has letters outside ASCII, which may pass for others.
    #[error("the host has letters outside ASCII: write it in punycode, xn--…")]
    ForeignHost,
    /// The port is no number from 1 to 65535.
    #[error("the port is a number from 1 to 65535")]
    Port,
    /// A character that has no place in an address.
    #[error("U+{:04X} has no place in a link", u32::from(.0.char))]
    Character(BadChar),
    /// A `%` without two hexadecimal digits.
    #[error("% stands before two hexadecimal digits")]
    Percent,
}

impl Link {
    /// The most characters of a link.
    pub const LONGEST: usize = 2048;

    /// The whole address, in ASCII.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host, in ASCII.
    pub fn host(&self) -> String {
        self.host.to_string()
    }

    /// Whether nobody out in the world comes to the host, as far as the address itself tells: it is this machine or a private
    /// network, or is kept for documents and tests.
    pub fn is_private(&self) -> bool {
        self.host.is_private()
    }
}

impl FromStr for Link {
    type Err = BadLink;

    fn from_str(text: &str) -> Result<Self, BadLink> {
        if text.chars().count() > Self::LONGEST {
            return Err(BadLink::Long);
        }
        let (scheme, default_port, rest) = scheme(text).ok_or(BadLink::Scheme)?;
        let (authority, rest) =
            rest.split_at(rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len()));
        if authority.contains('@') {
            return Err(BadLink::User);
        }
        let (host, port) = host_and_port(authority)?;
        let port = port
            .filter(|port| *port != default_port)
            .map_or_else(String::new, |port| format!(":{port}"));
        let slash = if rest.starts_with('/') { "" } else { "/" };
        let text = format!(
            "{scheme}://{host}{port}{slash}{}",
            path(rest, text.len() - rest.len())?
        );
        if text.len() > Self::LONGEST {
            return Err(BadLink::Long);
        }
        Ok(Self { text, host })
    }
}

impl fmt::Display for Link {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// The scheme, its default port, and what stands after `://`.
fn scheme(text: &str) -> Option<(&'static str, u16, &str)> {
    let (scheme, rest) = text.split_once("://")?;
    if scheme.eq_ignore_ascii_case("https") {
        Some(("https", 443, rest))
    } else if scheme.eq_ignore_ascii_case("http") {
        Some(("http", 80, rest))
    } else {
        None
    }
}

fn host_and_port(authority: &str) -> Result<(Host, Option<u16>), BadLink> {
    if let Some(rest) = authority.strip_prefix('[') {
        let (address, port) = rest.split_once(']').ok_or(BadLink::Host)?;
        return Ok((Host::bracketed(address)?, port_after(port)?));
    }
    let (name, port) = authority.split_at(authority.find(':').unwrap_or(authority.len()));
    Ok((Host::named(name)?, port_after(port)?))
}

fn port_after(text: &str) -> Result<Option<u16>, BadLink> {
    let Some(digits) = text.strip_prefix(':') else {
        return if text.is_empty() {
            Ok(None)
        } else {
            Err(BadLink::Host)
        };
    };
    let port = digits
        .parse()
        .ok()
        .filter(|port| *port > 0 && digits.bytes().all(|byte| byte.is_ascii_digit()));
    port.map(Some).ok_or(BadLink::Port)
}

/// Path, query and fragment in ASCII; `start` is where they begin in the text they come from.
fn path(text: &str, start: usize) -> Result<String, BadLink> {
    is_plain(text).map_err(|bad| {
        BadLink::Character(BadChar {
            offset: start + bad.offset,
            ..bad
        })
    })?;
    let mut path = String::with_capacity(text.len());
    let mut in_fragment = false;
    for (offset, char) in text.char_indices() {
        match char {
            '%' if !escapes(&text.as_bytes()[offset + 1..]) => return Err(BadLink::Percent),
            '#' if !in_fragment => in_fragment = true,
            _ if !char.is_ascii() || is_written_as_is(char) => {}
            _ => {
                return Err(BadLink::Character(BadChar {
                    char,
                    offset: start + offset,
                }));
            }
        }
        push(&mut path, char);
    }
    Ok(path)
}

fn escapes(after: &[u8]) -> bool {
    matches!(after, [high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}

fn is_written_as_is(char: char) -> bool {
    char.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/?%".contains(char)
}

fn push(path: &mut String, char: char) {
    use fmt::Write;

    if char.is_ascii() {
        path.push(char);
        return;
    }
    for byte in char.encode_utf8(&mut [0; 4]).bytes() {
        // Writing to a String cannot fail.
        let _ = write!(path, "%{byte:02X}");
    }
}

#[cfg(test)]
mod tests {
    use super::{BadLink, Link};

    fn link(text: &str) -> Result<String, BadLink> {
        text.parse::<Link>().map(|link| link.to_string())
    }

    #[test]
    fn a_link_is_written_anew_from_its_parts() {
        for (text, written) in [
            ("https://example.com", "https://example.com/"),
            (
                "HTTPS://Example.COM:443/A?q=1#top",
                "https://example.com/A?q=1#top",
            ),
            ("http://example.com:8080?q", "http://example.com:8080/?q"),
            ("http://example.com#x", "http://example.com/#x"),
            (
                "https://example.com/@name/żółw",
                "https://example.com/@name/%C5%BC%C3%B3%C5%82w",
            ),
            ("https://[2001:DB8:0::1]:443/", "https://[2001:db8::1]/"),
            (
                "https://xn--bcher-kva.example/",
                "https://xn--bcher-kva.example/",
            ),
        ] {
            assert_eq!(link(text).as_deref(), Ok(written));
            assert_eq!(link(written).as_deref(), Ok(written));
        }
    }

    #[test]
    fn what_browsers_may_read_differently_is_refused() {
        for (text, reason) in [
            ("javascript:alert(1)", BadLink::Scheme),
            ("file:///etc/passwd", BadLink::Scheme),
            ("//example.com", BadLink::Scheme),
            (" https://example.com", BadLink::Scheme),
            ("-https://example.com", BadLink::Scheme),
            ("https:/example.com", BadLink::Scheme),
            ("https://github.com@evil.example/", BadLink::User),
            ("https://a:b@evil.example", BadLink::User),
            ("https://", BadLink::Host),
            ("https:///path", BadLink::Host),
            ("https://a..b/", BadLink::Host),
            ("https://example.com./", BadLink::Host),
            ("https://-a.example/", BadLink::Host),
            ("https://a b.example/", BadLink::Host),
            ("https://ex%61mple.com/", BadLink::Host),
            ("https://127.1/", BadLink::Host),
            ("https://2130706433/", BadLink::Host),
            ("https://0x7f000001/", BadLink::Host),
            ("https://0177.0.0.1/", BadLink::Host),
            ("https://[::1", BadLink::Host),
            ("https://[::1]x/", BadLink::Host),
            ("https://[fe80::1%25eth0]/", BadLink::Host),
            ("https://exаmple.com/", BadLink::ForeignHost),
            ("https://example.com:/", BadLink::Port),
            ("https://example.com:+80/", BadLink::Port),
            ("https://example.com:65536/", BadLink::Port),
            ("https://example.com:0/", BadLink::Port),
            ("https://example.com/%zz", BadLink::Percent),
            ("https://example.com/%", BadLink::Percent),
        ] {
            assert_eq!(link(text), Err(reason), "{text}");
        }
    }

    #[test]
    fn characters_without_a_place_in_a_link_are_named_with_their_place() {
        for (text, char, offset) in [
            ("https://e.com/a b", ' ', 15),
            ("https://e.com\\@evil.example", '\\', 13),
            ("https://e.com/\"><script>", '"', 14),
            ("https://e.com/\u{202E}", '\u{202E}', 14),
            ("https://e.com/\n", '\n', 14),
            ("https://e.com/#a#b", '#', 16),
        ] {
            match link(text) {
                Err(BadLink::Character(bad)) => assert_eq!((bad.char, bad.offset), (char, offset)),
                other => panic!("{text:?} gave {other:?}"),
            }
        }
    }

    #[test]
    fn a_link_is_not_longer_than_browsers_take() {
        let start = "https://example.com/";
        let longest = format!("{start}{}", "a".repeat(Link::LONGEST - start.len()));
        assert_eq!(link(&longest).as_deref(), Ok(longest.as_str()));
        assert_eq!(link(&format!("{longest}a")), Err(BadLink::Long));
        assert_eq!(
            link(&format!("{start}{}", "ż".repeat(1000))),
            Err(BadLink::Long)
        );
    }

    #[test]
    fn the_host_is_shown_in_ascii() {
        assert_eq!(
            "https://XN--BCHER-KVA.example/"
                .parse::<Link>()
                .unwrap()
                .host(),
            "xn--bcher-kva.example"
        );
        assert_eq!(
            "https://[::1]:8000/".parse::<Link>().unwrap().host(),
            "[::1]"
        );
    }
}
