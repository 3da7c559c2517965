//! The median of days.

/// The median of some days, half days rounded down; `None` of none.
pub(super) fn median(mut days: Vec<u32>) -> Option<u32> {
    days.sort_unstable();
    let upper = *days.get(days.len() / 2)?;
    let lower = days[(days.len() - 1) / 2];
    Some(lower.midpoint(upper))
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        for (days, middle) in [
            (vec![], None),
            (vec![7], Some(7)),
            (vec![9, 1], Some(5)),
            (vec![4, 1], Some(2)),
            (vec![1, 30, 2], Some(2)),
            (vec![8, 2, 4, 100], Some(6)),
        ] {
            assert_eq!(median(days.clone()), middle, "{days:?}");
        }
    }
}
