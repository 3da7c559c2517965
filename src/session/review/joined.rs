//! Learners who go by several ids: two are joined only where the files of both say so.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use uuid::Uuid;

use crate::progress::{Deed, Log};

/// Which ids name the same learner. The smallest of them stands for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Joined(HashMap<Uuid, Rc<BTreeSet<Uuid>>>);

impl Joined {
    /// Joins learners of whom the files say of each other that they are the same; each is told with the ids that a file of
    /// theirs claims.
    pub(super) fn of<'a>(told: impl Iterator<Item = (Uuid, &'a [Uuid])>) -> Self {
        let mut claims: HashMap<Uuid, BTreeSet<Uuid>> = HashMap::new();
        for (learner, claimed) in told.filter(|(_, claimed)| !claimed.is_empty()) {
            claims.entry(learner).or_default().extend(claimed);
        }
        let agree = |one: &Uuid, other: &Uuid| {
            let says = |who, whom| {
                claims
                    .get(who)
                    .is_some_and(|claimed| claimed.contains(whom))
            };
            one != other && says(one, other) && says(other, one)
        };
        let friends = |one: Uuid| {
            let claimed = claims.get(&one).into_iter().flatten().copied();
            claimed.filter(move |other| agree(&one, other))
        };
        let mut joined = HashMap::new();
        for learner in claims.keys() {
            if joined.contains_key(learner) || friends(*learner).next().is_none() {
                continue;
            }
            let mut all = BTreeSet::from([*learner]);
            let mut left = vec![*learner];
            while let Some(one) = left.pop() {
                left.extend(friends(one).filter(|other| all.insert(*other)));
            }
            let all = Rc::new(all);
            joined.extend(all.iter().map(|id| (*id, Rc::clone(&all))));
        }
        Self(joined)
    }

    /// The id that stands for this one.
    pub(super) fn name(&self, id: Uuid) -> Uuid {
        let ids = self.0.get(&id);
        ids.and_then(|ids| ids.first()).copied().unwrap_or(id)
    }

    /// All ids of this learner, the smallest first.
    pub(super) fn ids(&self, id: Uuid) -> Vec<Uuid> {
        let ids = self.0.get(&id);
        ids.map_or_else(|| vec![id], |ids| ids.iter().copied().collect())
    }

    /// The ids that stand for others than in this, there or here.
    pub(super) fn differing(&self, other: &Self) -> BTreeSet<Uuid> {
        let all = self.0.keys().chain(other.0.keys());
        let moved = all.filter(|id| self.0.get(id) != other.0.get(id));
        moved
            .flat_map(|id| [self.name(*id), other.name(*id)])
            .collect()
    }
}

/// The ids of which a log says that they are its learner's, too.
pub(super) fn claims(log: &Log) -> Box<[Uuid]> {
    let claims = log.events().iter().filter_map(|event| match &event.deed {
        Deed::SameLearner(same) if event.by.is_none() => Some(same.id),
        _ => None,
    });
    claims.collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::Joined;

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn joined(told: &[(u128, &[u128])]) -> Joined {
        let told: Vec<(Uuid, Vec<Uuid>)> = told
            .iter()
            .map(|(learner, claimed)| (id(*learner), claimed.iter().copied().map(id).collect()))
            .collect();
        Joined::of(
            told.iter()
                .map(|(learner, claimed)| (*learner, claimed.as_slice())),
        )
    }

    #[test]
    fn ids_are_joined_where_the_files_of_both_say_so() {
        let both = joined(&[(7, &[3]), (3, &[7])]);
        assert_eq!(both.name(id(7)), id(3));
        assert_eq!(both.ids(id(7)), [id(3), id(7)]);
        let one = joined(&[(7, &[3]), (3, &[])]);
        assert_eq!(one.name(id(7)), id(7));
        assert_eq!(one.ids(id(3)), [id(3)]);
        assert_eq!(both.differing(&one), [id(3), id(7)].into());
    }

    #[test]
    fn three_are_one_where_each_two_of_a_chain_agree() {
        let chain = joined(&[(9, &[5]), (5, &[9, 2]), (2, &[5]), (4, &[2])]);
        for number in [9, 5, 2] {
            assert_eq!(chain.name(id(number)), id(2));
        }
        assert_eq!(chain.name(id(4)), id(4), "who only claims is nobody else");
    }
}
