//! Draws with letters that every font has.

use ratatui::buffer::Buffer;

/// What stands for a sign that is not in every font; each takes one column, as the sign does.
const INSTEAD: &[(&str, &str)] = &[
    ("✓", "*"),
    ("◐", "%"),
    ("▶", "o"),
    ("·", "."),
    ("⊘", "-"),
    ("↷", "/"),
    ("◇", "="),
    ("✎", "!"),
    ("✗", "X"),
    ("›", ">"),
    ("▾", "v"),
    ("▸", "+"),
    ("●", "@"),
    ("…", "~"),
    ("–", "-"),
    ("—", "-"),
    ("×", "x"),
    ("≤", "<"),
    ("≥", ">"),
    ("→", ">"),
    ("←", "<"),
    ("↑", "^"),
    ("↓", "v"),
    ("█", "#"),
    ("▉", "#"),
    ("▊", "#"),
    ("▋", "#"),
    ("▌", "="),
    ("▍", "="),
    ("▎", "-"),
    ("▏", "|"),
    ("▕", "|"),
    ("─", "-"),
    ("━", "="),
    ("│", "|"),
    ("┃", "|"),
    ("╭", "+"),
    ("╮", "+"),
    ("╰", "+"),
    ("╯", "+"),
    ("┏", "+"),
    ("┓", "+"),
    ("┗", "+"),
    ("┛", "+"),
    ("“", "\""),
    ("”", "\""),
    ("‘", "'"),
    ("’", "'"),
];

/// Replaces every sign of a frame that has a plainer one.
pub(super) fn simplify(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if cell.symbol().is_ascii() {
            continue;
        }
        if let Some((_, plain)) = INSTEAD.iter().find(|(sign, _)| *sign == cell.symbol()) {
            cell.set_symbol(plain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::INSTEAD;
    use crate::insight::{State, answer_symbol};
    use crate::progress::Answer;
    use crate::text::columns;

    #[test]
    fn a_plain_letter_takes_the_column_of_its_sign() {
        for (sign, plain) in INSTEAD {
            assert!(plain.is_ascii(), "{plain}");
            assert_eq!((columns(sign), columns(plain)), (1, 1), "{sign}");
        }
    }

    #[test]
    fn states_and_what_stands_beside_them_differ_in_plain_letters_too() {
        let plain = |sign: &'static str| {
            let found = INSTEAD.iter().find(|(known, _)| *known == sign);
            found.map_or(sign, |(_, plain)| plain)
        };
        let beside = ["›", "▾", "▸", "✗"];
        let signs = State::ALL.map(State::symbol).into_iter().chain(beside);
        let mut seen: Vec<&str> = signs.map(plain).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), State::ALL.len() + beside.len());
        assert!(seen.iter().all(|plain| plain.is_ascii()));
        for answer in [
            Some(Answer::Sure),
            Some(Answer::Unsure),
            Some(Answer::No),
            None,
        ] {
            assert!(plain(answer_symbol(answer)).is_ascii());
        }
    }
}
