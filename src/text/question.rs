//! What an address hands over behind its `?` and its `#`, and whether that may be a key.

use super::Link;

/// What the parts of an address are called that hold a key, or a piece of such a name.
const KEYS: [&str; 10] = [
    "token", "secret", "key", "pass", "pwd", "auth", "sig", "session", "code", "invite",
];

impl Link {
    /// What it hands over to whom it leads to, behind its `?` and its `#`; empty where it has neither.
    pub fn question(&self) -> &str {
        let start = self.as_str().find(['?', '#']);
        start.map_or("", |start| self.as_str()[start..].trim_matches(['?', '#']))
    }

    /// Whether it may hold what opens a door, such as `?token=…`: a part that is called so, or that nobody would type.
    pub fn may_hold_key(&self) -> bool {
        let mut parts = self.question().split(['?', '#', '&', ';']);
        parts.any(|part| {
            let (name, value) = part.split_once('=').unwrap_or(("", part));
            let name = name.to_ascii_lowercase();
            KEYS.iter().any(|key| name.contains(key)) || is_random(value)
        })
    }
}

/// Whether a value is long, without a word's end, and made of letters and digits.
fn is_random(value: &str) -> bool {
    let has = |kind: fn(&char) -> bool| value.chars().any(|letter| kind(&letter));
    value.len() >= 20
        && !value.contains(['/', '.', '+', ','])
        && has(char::is_ascii_digit)
        && has(char::is_ascii_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::Link;

    #[test]
    fn an_address_may_hold_a_key() {
        for (text, may) in [
            ("https://example.com/", false),
            (
                "https://github.com/learner/shop?tab=readme#start-here",
                false,
            ),
            ("https://example.com/?page=2", false),
            ("https://example.com/?token=SECRET123", true),
            ("https://example.com/#access_token=x", true),
            ("https://example.com/?v=dQw4w9WgXcQAb3x9Kq27z", true),
            ("https://example.com/?a=1&X-Amz-Signature=9f", true),
        ] {
            assert_eq!(text.parse::<Link>().unwrap().may_hold_key(), may, "{text}");
        }
    }
}
