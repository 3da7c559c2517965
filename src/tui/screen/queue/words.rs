//! What a mentor's answer is, in words.

use crate::insight::cohort::Draft;
use crate::insight::ruling_word;

/// An answer in a word or two: "returned, with a comment".
pub(super) fn answer(draft: &Draft) -> String {
    let level = draft.level.map(|level| format!(", {}", level.word()));
    let comment = draft.comment.as_ref().map(|_| ", with a comment");
    format!(
        "{}{}{}",
        ruling_word(draft.verdict),
        level.unwrap_or_default(),
        comment.unwrap_or_default()
    )
}
