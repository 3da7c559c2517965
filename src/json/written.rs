//! Which part of a text each value of a JSON document was read from.

/// A value that was read, with the text that it was read from.
#[derive(Debug, Clone)]
pub(super) struct Written<'text> {
    pub(super) raw: &'text str,
    /// The items of a list or the values of an object, in their order.
    pub(super) parts: Vec<Self>,
}

impl<'text> Written<'text> {
    /// The one value of this text, which was read before and found to be JSON.
    pub(super) fn of(text: &'text str) -> Self {
        Scanner { text, at: 0 }.value()
    }
}

/// Finds the values of a text that is known to be JSON.
struct Scanner<'text> {
    text: &'text str,
    at: usize,
}

impl<'text> Scanner<'text> {
    fn value(&mut self) -> Written<'text> {
        self.pass(|byte| byte.is_ascii_whitespace());
        let start = self.at;
        let parts = match self.next() {
            Some(b'"') => {
                self.string();
                Vec::new()
            }
            Some(open @ (b'[' | b'{')) => self.parts(open),
            _ => {
                self.pass(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
                Vec::new()
            }
        };
        Written {
            raw: &self.text[start..self.at],
            parts,
        }
    }

    /// The values up to the bracket that ends them.
    fn parts(&mut self, open: u8) -> Vec<Written<'text>> {
        let mut parts = Vec::new();
        self.at += 1;
        loop {
            self.pass(|byte| byte.is_ascii_whitespace() || byte == b',');
            match self.next() {
                None => break,
                Some(b']' | b'}') => {
                    self.at += 1;
                    break;
                }
                Some(_) if open == b'{' => {
                    self.string();
                    self.pass(|byte| byte.is_ascii_whitespace() || byte == b':');
                    parts.push(self.value());
                }
                Some(_) => parts.push(self.value()),
            }
        }
        parts
    }

    /// Goes behind a string.
    fn string(&mut self) {
        self.at += 1;
        self.pass_string();
        self.at = (self.at + 1).min(self.text.len());
    }

    fn pass_string(&mut self) {
        let mut is_escaped = false;
        self.pass(|byte| {
            let goes_on = is_escaped || byte != b'"';
            is_escaped = !is_escaped && byte == b'\\';
            goes_on
        });
    }

    fn pass(&mut self, mut belongs: impl FnMut(u8) -> bool) {
        while self.next().is_some_and(&mut belongs) {
            self.at += 1;
        }
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}
