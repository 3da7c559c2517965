//! How many later milestones were done since some moment, told for many milestones in one pass over what is done.

use crate::curriculum::Place;
use crate::progress::event::Order;

/// What is done, counted from the last milestone of the curriculum to the first.
#[derive(Debug)]
pub(super) struct Later {
    /// When anything was done, in order.
    orders: Vec<Order>,
    /// What is not counted yet: where it stands in the curriculum, in that order, and in `orders`.
    waiting: Vec<(Place, usize)>,
    /// How many are counted.
    counted: usize,
    /// How many of them were done when; each sum is over as many orders as the lowest bit of its number says.
    sums: Vec<usize>,
}

impl Later {
    /// Looks at what is done, and when, in the curriculum's order.
    pub(super) fn of(done: impl Iterator<Item = (Place, Order)>) -> Self {
        let done: Vec<(Place, Order)> = done.collect();
        let mut orders: Vec<Order> = done.iter().map(|(_, order)| *order).collect();
        orders.sort_unstable();
        let waiting = done.iter().map(|(place, order)| {
            let at = orders.partition_point(|other| other < order);
            (*place, at)
        });
        Self {
            waiting: waiting.collect(),
            counted: 0,
            sums: vec![0; orders.len() + 1],
            orders,
        }
    }

    /// How many that stand behind this milestone were done since; without a moment, at all. To be asked of the last
    /// milestone first.
    pub(super) fn than(&mut self, place: Place, since: Option<Order>) -> usize {
        while let Some((_, at)) = self.waiting.pop_if(|(done, _)| *done > place) {
            self.count(at);
        }
        let before = since.map_or(0, |since| {
            self.orders.partition_point(|order| *order <= since)
        });
        self.counted - self.sum(before)
    }

    fn count(&mut self, at: usize) {
        self.counted += 1;
        let mut number = at + 1;
        while let Some(sum) = self.sums.get_mut(number) {
            *sum += 1;
            number += lowest_bit(number);
        }
    }

    /// How many of the first so many orders are counted.
    fn sum(&self, mut orders: usize) -> usize {
        let mut sum = 0;
        while orders > 0 {
            sum += self.sums[orders];
            orders -= lowest_bit(orders);
        }
        sum
    }
}

fn lowest_bit(number: usize) -> usize {
    number & number.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Later, Order};

    #[test]
    fn what_stands_behind_and_was_done_since_is_counted() {
        let at = |time: usize| Order(i64::try_from(time).unwrap(), Uuid::nil());
        let done: Vec<(usize, Order)> = (1..20)
            .map(|place| (2 * place, at(place * 7 % 19)))
            .collect();
        let moments = || std::iter::once(None).chain((0..20).map(|time| Some(at(time))));
        let mut later = Later::of(done.iter().copied());
        for place in (0..40).rev() {
            for since in moments() {
                let counts = |(other, order): &&(usize, Order)| {
                    *other > place && since.is_none_or(|since| *order > since)
                };
                let expected = done.iter().filter(counts).count();
                assert_eq!(later.than(place, since), expected, "{place} {since:?}");
            }
        }
    }
}
