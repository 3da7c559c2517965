//! Markup of pages and drawings. What others wrote gets into it only as text or as the value of an attribute, where it
//! means nothing but itself.

use std::fmt::Display;

use crate::text::visible;

/// A piece of HTML or SVG in which everything that was opened is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Markup(String);

/// An element that is open. Its name and those of its attributes are the program's own.
#[derive(Debug, Clone)]
pub(super) struct Tag {
    name: &'static str,
    text: String,
}

impl Tag {
    /// An element without attributes.
    pub(super) fn of(name: &'static str) -> Self {
        Self {
            name,
            text: format!("<{name}"),
        }
    }

    /// The same element with an attribute.
    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl Display) -> Self {
        let value = escaped(&value.to_string());
        self.text.extend([" ", name, "=\"", &value, "\""]);
        self
    }

    /// The element with this inside.
    pub(super) fn around(self, inside: &Markup) -> Markup {
        let Self { name, text } = self;
        Markup(format!("{text}>{}</{name}>", inside.0))
    }

    /// The element with these words inside.
    pub(super) fn saying(self, words: &str) -> Markup {
        self.around(&Markup::text(words))
    }

    /// The element with the program's own style inside, letter by letter.
    pub(super) fn styling(self, style: &'static str) -> Markup {
        self.around(&Markup(style.to_owned()))
    }

    /// The element with nothing inside, of those that are closed all the same.
    pub(super) fn empty(self) -> Markup {
        self.around(&Markup::default())
    }

    /// The element, of those that have neither inside nor end.
    pub(super) fn void(self) -> Markup {
        Markup(self.text + ">")
    }
}

impl Markup {
    /// A text, with nothing hidden in it and nothing that could be taken for markup.
    pub(super) fn text(text: &str) -> Self {
        Self(escaped(text))
    }

    /// Several, each on a line of its own.
    pub(super) fn lines(parts: impl IntoIterator<Item = Self>) -> Self {
        let parts: Vec<String> = parts.into_iter().map(|part| part.0).collect();
        Self(parts.join("\n"))
    }

    /// The text of it.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

impl FromIterator<Self> for Markup {
    fn from_iter<I: IntoIterator<Item = Self>>(parts: I) -> Self {
        Self(parts.into_iter().map(|part| part.0).collect())
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in visible(text).chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            char => escaped.push(char),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::Tag;

    #[test]
    fn what_others_wrote_is_text_and_nothing_else() {
        let evil = "</p><script>alert(\"1\")</script>'&\u{202E}\n";
        let harmless = "&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;&lt;U+202E&gt;&lt;U+000A&gt;";
        assert_eq!(
            Tag::of("p").with("title", evil).saying(evil).into_text(),
            format!("<p title=\"{harmless}\">{harmless}</p>")
        );
    }
}
