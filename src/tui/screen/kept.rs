//! What was settled under the cursor stays there, until the cursor goes on: in its place it can be proven, or taken back.

use crate::curriculum::{Key, Place};
use crate::tui::known::Known;

/// A milestone that stays in its place in a list, if there is one.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept(Option<Spot>);

#[derive(Debug, Clone)]
struct Spot {
    key: Key,
    /// Its index in the list.
    index: usize,
}

impl Kept {
    /// Keeps what is under the cursor, at this index, before something is recorded; if that is a milestone that is open, or
    /// is kept already.
    pub(super) fn hold(&mut self, under_cursor: Option<Place>, index: usize, known: &Known) {
        let Some(place) = under_cursor else {
            return self.let_go();
        };
        let is_kept = self.place(known) == Some(place);
        if !is_kept && !known.snapshot.standing.at(place).status.settles() {
            let key = known.milestone(place).key.clone();
            self.0 = Some(Spot { key, index });
        }
    }

    /// The milestone and its index, as long as it is settled.
    pub(super) fn spot(&self, known: &Known) -> Option<(Place, usize)> {
        let spot = self.0.as_ref()?;
        let place = known.place(&spot.key)?;
        let status = known.snapshot.standing.at(place).status;
        status.settles().then_some((place, spot.index))
    }

    /// The milestone, as long as it is settled.
    pub(super) fn place(&self, known: &Known) -> Option<Place> {
        self.spot(known).map(|(place, _)| place)
    }

    /// Lets go of it where the cursor is on something else by now; says whether the list is another without it.
    pub(super) fn goes_on(&mut self, under_cursor: Option<Place>, known: &Known) -> bool {
        let kept = self.place(known);
        let goes_on = kept.is_some() && kept != under_cursor;
        if goes_on {
            self.let_go();
        }
        goes_on
    }

    /// Lets go of it.
    pub(super) fn let_go(&mut self) {
        self.0 = None;
    }
}
