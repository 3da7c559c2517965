//! The host of a link: a name or an address, and whether it leads out into the world.

use std::borrow::Cow;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::link::BadLink;

/// The usual endings of files. Some are top-level domains too; as an ending of a file they are what is met more often.
const FILE_ENDINGS: &[&str] = &[
    "bak", "bat", "cc", "cfg", "conf", "cpp", "cs", "css", "csv", "db", "doc", "docx", "exe",
    "gif", "go", "gz", "hpp", "htm", "html", "ini", "ipynb", "jar", "java", "jpeg", "jpg", "js",
    "json", "jsx", "kt", "lock", "log", "md", "mov", "odt", "pdf", "php", "pl", "png", "pptx",
    "py", "rb", "rs", "rst", "rtf", "sh", "sql", "svg", "swift", "tar", "tex", "tgz", "toml", "ts",
    "tsx", "txt", "webp", "xls", "xlsx", "xml", "yaml", "yml", "zip",
];

/// The ends of the names to which nobody out in the world comes.
const PRIVATE_ENDS: &[&str] = &[
    "arpa",
    "corp",
    "example",
    "home",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "private",
    "test",
];

/// The address with the scheme that people leave out, where it is sure to be one and no name of a file or a version.
pub fn with_scheme(text: &str) -> Cow<'_, str> {
    let (authority, rest) = text.split_at(text.find(['/', '?', '#']).unwrap_or(text.len()));
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.parse::<u16>().is_ok() => host,
        _ => authority,
    };
    let has_path = rest.starts_with('/') && rest.len() > 1;
    if is_worldly(host) && (has_path || !is_like_a_file(host)) {
        format!("https://{text}").into()
    } else {
        text.into()
    }
}

/// Whether it can be the name of a host out in the world.
fn is_worldly(host: &str) -> bool {
    let is_top =
        |label: &str| label.len() > 1 && label.bytes().all(|byte| byte.is_ascii_alphabetic());
    let top = host.rsplit_once('.').map(|(_, top)| top);
    matches!(Host::named(host), Ok(Host::Name(_))) && top.is_some_and(is_top)
}

/// Whether it may as well be the name of a file, or a version such as 1.2.beta.
fn is_like_a_file(host: &str) -> bool {
    let is_number = |label: &str| label.bytes().all(|byte| byte.is_ascii_digit());
    let is_ending = |label: &str| {
        FILE_ENDINGS
            .iter()
            .any(|ending| label.eq_ignore_ascii_case(ending))
    };
    host.rsplit('.').next().is_some_and(is_ending) || host.split('.').any(is_number)
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Host {
    /// A name in lower-case ASCII.
    Name(String),
    /// An address.
    Address(IpAddr),
}

impl Host {
    /// The host that stands in a link without brackets: a name, or an IPv4 address.
    pub(super) fn named(text: &str) -> Result<Self, BadLink> {
        if !text.is_ascii() {
            return Err(BadLink::ForeignHost);
        }
        let is_label = |label: &str| {
            let letters = label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            (1..=63).contains(&label.len())
                && letters
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        if text.len() > 253 || !text.split('.').all(is_label) {
            return Err(BadLink::Host);
        }
        // Browsers read a host that ends in a number as an IPv4 address, in octal, hexadecimal or with parts left out too.
        let last = text.rsplit('.').next().unwrap_or_default();
        if last.starts_with(|first: char| first.is_ascii_digit()) {
            return text
                .parse::<Ipv4Addr>()
                .map(|address| Self::Address(address.into()))
                .map_err(|_| BadLink::Host);
        }
        Ok(Self::Name(text.to_ascii_lowercase()))
    }

    /// The host that stands in a link within brackets: an IPv6 address.
    pub(super) fn bracketed(text: &str) -> Result<Self, BadLink> {
        let address: Ipv6Addr = text.parse().map_err(|_| BadLink::Host)?;
        Ok(Self::Address(address.into()))
    }

    /// Whether nobody out in the world comes to it, as far as the text itself tells: it is this machine or a private network,
    /// or is kept for documents and tests.
    pub(super) fn is_private(&self) -> bool {
        match self {
            Self::Name(name) => is_private_name(name),
            Self::Address(IpAddr::V4(address)) => is_private_v4(*address),
            Self::Address(IpAddr::V6(address)) => is_private_v6(*address),
        }
    }
}

impl fmt::Display for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => formatter.write_str(name),
            Self::Address(IpAddr::V4(address)) => address.fmt(formatter),
            Self::Address(IpAddr::V6(address)) => write!(formatter, "[{address}]"),
        }
    }
}

fn is_private_name(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or_default();
    !name.contains('.') || PRIVATE_ENDS.contains(&last)
}

fn is_private_v4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    let shared = first == 100 && (64..128).contains(&second);
    let assigned = (first, second, third) == (192, 0, 0);
    let for_measuring = first == 198 && (18..20).contains(&second);
    let odd = first == 0 || first >= 224 || shared || assigned || for_measuring;
    let near = address.is_loopback() || address.is_private() || address.is_link_local();
    odd || near || address.is_documentation()
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    // Addresses that hold an IPv4 address: mapped, compatible, and translated.
    let inner = match address.segments() {
        [0, 0, 0, 0, 0, 0 | 0xFFFF, high, low]
        | [0x64, 0xFF9B, 0, 0, 0, 0, high, low]
        | [0x2002, high, low, ..] => {
            Some(Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low)))
        }
        _ => None,
    };
    inner.map_or_else(|| !is_global_v6(address), is_private_v4)
}

/// Whether it lies in the one block of which networks out in the world are given addresses, and is not kept there for
/// documents or for measuring.
fn is_global_v6(address: Ipv6Addr) -> bool {
    match address.segments() {
        [0x2001, 0xDB8, ..] | [0x2001, 2, 0, ..] | [0x3FFF, 0..0x1000, ..] => false,
        [first, ..] => first & 0xE000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Link;

    /// Whether a link to this host is private; it fails for what is no host.
    fn is_private(host: &str) -> bool {
        let link: Link = format!("http://{host}:8000/").parse().unwrap();
        link.is_private()
    }

    #[test]
    fn private_names_are_known() {
        for host in [
            "localhost",
            "LOCALHOST",
            "a.localhost",
            "app.localdomain",
            "router",
            "nas.local",
            "shop.private",
            "shop.example",
            "shop.test",
            "shop.invalid",
        ] {
            assert!(is_private(host), "{host} is private");
        }
    }

    #[test]
    fn private_addresses_are_known() {
        for host in [
            "127.0.0.1",
            "127.9.9.9",
            "10.0.0.1",
            "172.31.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "192.0.2.1",
            "198.51.100.1",
            "203.0.113.1",
            "198.18.0.1",
            "198.19.255.255",
        ] {
            assert!(is_private(host), "{host} is private");
        }
    }

    #[test]
    fn private_addresses_within_brackets_are_known() {
        for host in [
            "[::1]",
            "[::]",
            "[fd00::1]",
            "[fe80::1]",
            "[fec0::1]",
            "[ff02::1]",
            "[100::1]",
            "[2001:db8::1]",
            "[2001:2::1]",
            "[3fff:fff::1]",
            "[::ffff:10.0.0.1]",
            "[::127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b:1::1]",
            "[2002:7f00:1::]",
        ] {
            assert!(is_private(host), "{host} is private");
        }
    }

    #[test]
    fn public_hosts_are_known() {
        for host in [
            "example.com",
            "example.org",
            "localhost.example.com",
            "test.org",
            "1.1.1.1",
            "172.32.0.1",
            "198.17.0.1",
            "198.20.0.1",
            "[2606:4700::1111]",
            "[2001:4860::8888]",
            "[3fff:1000::1]",
            "[::ffff:1.1.1.1]",
        ] {
            assert!(!is_private(host), "{host} is public");
        }
    }
}
