//! A mentor's verdict in words.

use super::{Teller, after};
use crate::insight::trust::Vouched;
use crate::insight::verdict::ruling_word;
use crate::progress::verdict::Verdict;

impl Teller<'_> {
    /// What a mentor said, and whether that is no more than claimed.
    pub(super) fn verdict(&self, verdict: &Verdict, vouched: Vouched) -> String {
        let subject = self.subject(&verdict.milestone);
        let ruling = ruling_word(verdict.verdict);
        let claimed = match vouched {
            Vouched::Trusted => "",
            Vouched::Claimed | Vouched::Intact => " (claimed)",
        };
        let comment = after(": ", verdict.comment.as_deref());
        format!("{subject}, {ruling}{claimed}{comment}")
    }
}
