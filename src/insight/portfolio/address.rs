//! An address that a learner gave as evidence.

use crate::text::Link;

/// What stands behind the owner and the name of a repository where an address leads to something inside it.
const INSIDE: [&str; 12] = [
    "-", "actions", "blob", "branches", "commit", "commits", "issues", "pull", "pulls", "releases",
    "src", "tree",
];

/// An address that a learner gave as evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// As it was written.
    pub written: String,
    /// Where it leads; `None` where it is no address that milepost would open.
    pub link: Option<Link>,
}

impl Address {
    /// The address that is written so.
    pub fn of(written: &str) -> Self {
        Self {
            written: written.to_owned(),
            link: written.parse().ok(),
        }
    }

    /// Where it leads, if others can go there, too, and may: not to this machine, nor into a private network, nor with what
    /// may be a key in it.
    pub fn public(&self) -> Option<&Link> {
        let link = self.link.as_ref();
        link.filter(|link| !link.is_private() && !link.may_hold_key())
    }

    /// The address as one reads it: without its scheme and a `/` at its end.
    pub fn short(&self) -> &str {
        let written = self
            .link
            .as_ref()
            .map_or(self.written.as_str(), Link::as_str);
        let rest = written.split_once("://").map_or(written, |(_, rest)| rest);
        rest.trim_end_matches('/')
    }

    /// What a project at this address is called: the last part of its path, else its host.
    pub fn name(&self) -> &str {
        let short = repository(self.short());
        short.rsplit('/').next().unwrap_or(short)
    }

    /// Whether both lead to the same repository, or to the same running thing.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.repository() == other.repository()
    }

    /// What is the same for all addresses of one repository: small letters, without the scheme, `www.`, `.git`, a question,
    /// and what leads to something inside of it; also as `git clone` takes it, `git@HOST:OWNER/NAME`.
    pub fn repository(&self) -> String {
        repository(&self.plain()).to_owned()
    }

    /// What is the same for all addresses of one page that runs.
    pub(super) fn running(&self) -> String {
        self.plain()
    }

    /// The address as one reads it, without a question.
    pub fn page(&self) -> &str {
        let short = self.short();
        let page = short.split(['?', '#']).next().unwrap_or(short);
        page.trim_end_matches('/')
    }

    /// The page in small letters, with nothing before its host.
    fn plain(&self) -> String {
        let short = self.page().to_lowercase();
        let plain = match short.strip_prefix("git@") {
            Some(rest) if rest.contains(':') => rest.replacen(':', "/", 1),
            Some(rest) => rest.to_owned(),
            None => short,
        };
        match plain.strip_prefix("www.") {
            Some(rest) => rest.to_owned(),
            None => plain,
        }
    }
}

fn repository(short: &str) -> &str {
    let path = short.split(['?', '#']).next().unwrap_or(short);
    let mut end = 0;
    for (index, part) in path.split('/').enumerate() {
        // The host, the owner and the name come first.
        if index > 2 && INSIDE.contains(&part) {
            break;
        }
        end += part.len() + usize::from(index > 0);
    }
    let path = path[..end].trim_end_matches('/');
    path.strip_suffix(".git").unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn all_addresses_of_a_repository_are_one() {
        for written in [
            "https://github.com/learner/shop",
            "https://GitHub.com/Learner/Shop/",
            "http://github.com/learner/shop.git",
            "https://github.com/learner/shop/tree/main/api",
            "https://github.com/learner/shop/blob/main/README.md#start",
            "https://github.com/learner/shop?tab=readme",
            "https://www.github.com/learner/shop",
            "git@github.com:learner/shop.git",
            "ssh://git@github.com/learner/shop.git",
        ] {
            assert_eq!(Address::of(written).repository(), "github.com/learner/shop");
        }
        let nested = Address::of("https://gitlab.com/school/class/shop/-/tree/main");
        assert_eq!(nested.repository(), "gitlab.com/school/class/shop");
    }

    #[test]
    fn a_project_is_called_what_its_repository_is() {
        for (written, name) in [
            ("https://github.com/learner/Shop.git", "Shop"),
            ("https://github.com/learner/shop/tree/main", "shop"),
            ("https://shop.example.org/", "shop.example.org"),
            ("https://shop.example.org", "shop.example.org"),
            ("no address", "no address"),
        ] {
            assert_eq!(Address::of(written).name(), name);
        }
    }

    #[test]
    fn nobody_else_comes_to_a_private_address() {
        assert!(Address::of("http://localhost:8000/").public().is_none());
        assert!(Address::of("http://192.168.1.4/").public().is_none());
        assert!(Address::of("javascript:alert(1)").public().is_none());
        assert!(Address::of("https://shop.example.org/").public().is_some());
    }
}
