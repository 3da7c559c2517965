//! What other mentors answered: it counts where somebody signed it whom the mentor trusts, once that was looked at.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use jiff::Timestamp;
use uuid::Uuid;

use super::own::Answered;
use super::{Review, united};
use crate::curriculum::Key;
use crate::exchange::attestation::Carrier;
use crate::insight::Vouched;
use crate::session::Session;
use crate::session::error::Error;
use crate::session::trust::{AT_ONCE, Notary};
use crate::system::files::FileFault;
use crate::system::ssh::SshError;

/// What the signatures of others in a log are worth, as far as they were looked at.
pub(super) fn vouch(answered: &mut Answered, learner: &[Uuid], notary: &Notary) {
    if notary.trusts_nobody() {
        return;
    }
    let known: Vec<(Uuid, Option<Vouched>)> = signed(answered)
        .map(|carrier| (carrier.event, notary.known(&carrier, learner)))
        .collect();
    let unlooked = known.iter().filter(|(_, vouched)| vouched.is_none());
    answered.unlooked = u16::try_from(unlooked.count()).unwrap_or(u16::MAX);
    let looked = known.into_iter();
    answered
        .trust
        .extend(looked.filter_map(|(event, vouched)| Some((event, vouched?))));
    let late: Vec<Uuid> = moved(answered).collect();
    let claimed = late.into_iter().map(|event| (event, Vouched::Claimed));
    answered.trust.extend(claimed);
}

/// The trusted verdicts of others that stand behind one on the same milestone that was signed later: what orders events is
/// not signed, so that they may have been moved there.
fn moved(answered: &Answered) -> impl Iterator<Item = Uuid> {
    let mut latest: HashMap<&Key, Timestamp> = HashMap::new();
    let carriers = answered.log.events().iter().filter_map(Carrier::of);
    let trusted = carriers.filter(|carrier| answered.trust.of(carrier.event) == Vouched::Trusted);
    trusted.filter_map(move |carrier| {
        let at = carrier.wall.instant();
        let latest = latest.entry(&carrier.verdict.milestone).or_insert(at);
        let is_moved = at < *latest && carrier.verdict.attestation.is_some();
        *latest = at.max(*latest);
        is_moved.then_some(carrier.event)
    })
}

/// The verdicts of others in a log that are signed, the newest first.
fn signed(answered: &Answered) -> impl Iterator<Item = Carrier<'_>> {
    let carriers = answered.log.events().iter().rev().filter_map(Carrier::of);
    carriers.filter(|carrier| {
        let is_others = answered.trust.of(carrier.event) != Vouched::Trusted;
        is_others && carrier.verdict.attestation.is_some()
    })
}

/// Looks at so many signatures of others at most in a learner's log, the newest first; answers with how many it were.
pub(super) fn look_at(
    answered: &Answered,
    learner: &[Uuid],
    notary: &mut Notary,
    most: usize,
) -> Result<usize, SshError> {
    let unknown = signed(answered).filter(|carrier| notary.known(carrier, learner).is_none());
    let unknown: Vec<Carrier<'_>> = unknown.take(most).collect();
    for carrier in &unknown {
        notary.vouched(carrier, learner)?;
    }
    Ok(unknown.len())
}

impl Session {
    /// Whether there are signatures of other mentors in the cohort that nobody looked at yet.
    pub fn has_to_vouch_for_others(&self) -> bool {
        let review = self.review.as_ref();
        review.is_some_and(|review| review.unvouched.is_none() && review.unlooked() > 0)
    }

    /// Looks at the signatures of so many verdicts of other mentors at most; answers with whether that changed the cohort.
    ///
    /// Where signatures cannot be looked at, what others said stays claimed, and the [notices](Session::notices) say why.
    pub fn vouch_for_others(&mut self, most: usize) -> bool {
        let Some(mut review) = self.review.take() else {
            return false;
        };
        let changed = review.vouch(self, most);
        self.review = Some(review);
        changed.unwrap_or(false)
    }

    /// The same while somebody waits; says how many signatures are left for the next time.
    pub fn vouch_for_others_at_once(&mut self) -> usize {
        self.vouch_for_others(AT_ONCE);
        self.review.as_ref().map_or(0, Review::unlooked)
    }
}

impl Review {
    /// How many signatures of other mentors nobody looked at yet.
    fn unlooked(&self) -> usize {
        let cards = self.cohort.cards.iter();
        cards.map(|card| usize::from(card.unlooked)).sum()
    }

    /// Finds out whom the mentor trusts by now; where that is somebody else than before, every file is looked at anew.
    pub(super) fn begin_to_vouch(&mut self, session: &mut Session) {
        let begun = session
            .today()
            .and_then(|today| session.vouching.notary.begin(today, &session.store));
        match begun {
            Ok(_) if session.vouching.notary.basis() == self.basis => {}
            Ok(_) => {
                self.basis = session.vouching.notary.basis();
                self.unvouched = None;
                for seen in self.files.values_mut() {
                    seen.stamp = Err(FileFault::Missing);
                }
            }
            Err(error) => self.unvouched = Some(format!("{}: {}", error.what(), error.why())),
        }
    }

    fn vouch(&mut self, session: &mut Session, most: usize) -> Result<bool, Error> {
        let today = session.today()?;
        let cohort = Rc::clone(&self.cohort);
        let mut left = most;
        let mut affected = BTreeSet::new();
        for card in cohort.cards.iter().filter(|card| card.unlooked > 0) {
            if left == 0 {
                break;
            }
            match self.look_at(card.learner(), &mut session.vouching.notary, left) {
                Ok(looked) => left -= looked,
                Err(error) => {
                    // Whatever keeps one from being looked at would keep the others.
                    self.unvouched = Some(error.to_string());
                    left = 0;
                }
            }
            affected.insert(card.learner());
        }
        if !affected.is_empty() {
            let cards = self.cards(&affected, HashMap::new(), &session.vouching.notary);
            self.cohort = Rc::new(self.assembled(cards, today));
            self.is_news = true;
        }
        Ok(!affected.is_empty())
    }

    /// Looks at so many signatures at most in the files of a learner; answers with how many it were.
    fn look_at(&self, learner: Uuid, notary: &mut Notary, most: usize) -> Result<usize, SshError> {
        let ids = self.joined.ids(learner);
        let Some(united) = united::unite(&self.folder, &self.files_of(learner)) else {
            return Ok(0);
        };
        let answered = self.own.with(&ids, united.log);
        look_at(&answered, &ids, notary, most)
    }
}
