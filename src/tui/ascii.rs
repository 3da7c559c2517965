//! Draws with letters that every font has.

use ratatui::buffer::Buffer;

use crate::text::plain_letter;

/// Replaces every sign of a frame that has a plainer one.
pub(super) fn simplify(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if cell.symbol().is_ascii() {
            continue;
        }
        if let Some(plain) = plain_letter(cell.symbol()) {
            cell.set_symbol(plain);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::insight::cohort::Phase;
    use crate::insight::{State, answer_symbol};
    use crate::progress::Answer;
    use crate::text::plain_letter;

    #[test]
    fn states_and_what_stands_beside_them_differ_in_plain_letters_too() {
        let plain = |sign: &'static str| plain_letter(sign).unwrap_or(sign);
        let beside = ["›", "▾", "▸", "✗"];
        let signs = State::ALL.map(State::symbol).into_iter().chain(beside);
        let mut seen: Vec<&str> = signs.map(plain).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), State::ALL.len() + beside.len());
        assert!(seen.iter().all(|plain| plain.is_ascii()));
        let mut phases: Vec<&str> = Phase::ALL.map(|phase| plain(phase.symbol())).into();
        phases.sort_unstable();
        phases.dedup();
        assert_eq!(phases.len(), Phase::ALL.len());
        assert!(phases.iter().all(|plain| plain.is_ascii()));
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
