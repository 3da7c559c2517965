//! What a mentor said in one round, and what the learner replied, on a page.

use ratatui::style::Style;

use super::page::Page;
use crate::insight::Round;
use crate::progress::verdict::Ruling;
use crate::tui::theme::Theme;

/// Writes a round.
pub fn round<T>(round: &Round<'_>, page: &mut Page<T>) {
    let theme = page.theme;
    let judged = &round.judged;
    let given = judged.given;
    page.text(&judged.said(), ruling_colour(given.verdict.verdict, theme));
    let who = format!("{} on {}", given.by, given.stamp.wall.day());
    let notes = [
        (true, who),
        (true, format!("round {}", round.number)),
        (judged.is_claimed(), "claimed".to_owned()),
        (round.is_unread, "unread".to_owned()),
    ];
    let notes = notes.into_iter().filter(|(holds, _)| *holds);
    let notes: Vec<String> = notes.map(|(_, note)| note).collect();
    page.dim(&notes.join(" · "));
    // What was said before is about what was there before.
    if let Some(stale) = judged.stale.filter(|_| !round.is_past) {
        page.text(&format!("stale: {}", stale.words()), theme.busy);
    }
    if let Some(comment) = &given.verdict.comment {
        page.text(comment, theme.text);
    }
    for reply in &round.replies {
        page.dim(&format!("you on {}:", reply.stamp.wall.day()));
        page.led("  ", &reply.text, theme.text);
    }
}

/// The colour of what a mentor said.
pub fn ruling_colour(ruling: Ruling, theme: &Theme) -> Style {
    match ruling {
        Ruling::Verified => theme.good,
        Ruling::Returned | Ruling::Revoked => theme.bad,
    }
}
