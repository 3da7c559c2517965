//! The signs that belong to a name such as `C++`, `C#` or `.NET`.

/// Those that stand behind it.
const BEHIND: [&str; 2] = ["++", "#"];

/// The signs of the name before, with which what stands behind it begins; empty where there are none.
pub(super) fn signs(behind: &str) -> &'static str {
    let signs = BEHIND.into_iter().find(|signs| behind.starts_with(signs));
    signs.unwrap_or_default()
}

/// Whether what stands before a name ends with its dot, as before `.NET`.
pub(super) fn is_dotted(before: &str) -> bool {
    let before = before.strip_suffix('.');
    before.is_some_and(|before| before.is_empty() || before.ends_with([' ', '\n', '(', '/']))
}
