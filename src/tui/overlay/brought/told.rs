//! What is said below what goes by a learner's words: what the keys do, and what led to nothing.

use super::Brought;
use crate::insight::credit::{Proposal, Proposals, Way};
use crate::text::visible;
use crate::tui::command::Command;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;

/// That nothing was found, and what else may come of what somebody did before.
const NOTHING: &str = "Nothing on this path goes by these words. Separate several by commas. They may still belong among \
                       your earlier work: gr, then Earlier work.";

/// That nothing has to be there.
const NEW: &str = "That is fine: the path begins at the beginning.";

/// What is said below the list: what the keys do here, and what of the words was not understood.
pub(super) fn told(brought: &Brought, known: &Known) -> Vec<String> {
    let Some(proposals) = brought.proposals(known) else {
        return Vec::new();
    };
    let how = match brought.here(known) {
        None if proposals.unknown.is_empty() && proposals.is_new_to_it => NEW.to_owned(),
        None => NOTHING.to_owned(),
        Some(here) => how(brought, here, known),
    };
    std::iter::once(how)
        .chain(beside_the_list(proposals, known))
        .collect()
}

/// What can be done with the milestone under the cursor, and with what is picked.
fn how(brought: &Brought, here: &Proposal, known: &Known) -> String {
    let [tick, there] = [
        keymap::name(Command::Tick),
        keymap::name_in(Scope::Brought, Command::Follow),
    ];
    match here.way {
        Way::Credit(_) => {
            let picked = match brought.picked(known) {
                0 => return "Nothing is picked; space picks.".to_owned(),
                1 => "the one that is picked".to_owned(),
                several => format!("the {several} that are picked"),
            };
            format!("Enter credits {picked}. Answer their questions when you come by.")
        }
        Way::Tick => {
            let before = known.snapshot.blocked_by(here.place);
            let asks = before.first().map_or_else(String::new, |before| {
                format!(
                    "; it asks once, since {} comes before",
                    known.title(*before)
                )
            });
            format!("{there} goes there: answer its questions, and {tick} ticks it{asks}.")
        }
        Way::Counts => format!("It counts already; {there} goes there."),
    }
}

/// What of the words led to no milestone, and what to choose.
fn beside_the_list(proposals: &Proposals, known: &Known) -> Vec<String> {
    let named = |title: &str, words: &[String]| {
        let words = visible(&words.join(", ")).into_owned();
        (!words.is_empty()).then(|| format!("{title}: {words}"))
    };
    let unknown = match proposals.unknown.as_slice() {
        [_] if proposals.all.is_empty() => None,
        unknown => named("Not understood", unknown),
    };
    let near = proposals.near.iter();
    let near =
        near.map(|(words, term)| format!("{}: did you mean {}?", visible(words), visible(term)));
    let beside = proposals.beside.iter();
    let beside = beside.map(|beside| visible(&beside.told()).into_owned());
    let options = proposals.options.iter().map(|(choice, option)| {
        let option = &known.curriculum().choices[*choice].options[*option];
        visible(&option.title).into_owned()
    });
    let options: Vec<String> = options.collect();
    let choose = (!options.is_empty()).then(|| {
        let options = options.join(" or ");
        format!("Choose {options} as well, so that it counts for that.")
    });
    near.chain(unknown)
        .chain(named("Left out", &proposals.left_out))
        .chain(beside)
        .chain(choose)
        .collect()
}
