//! How long a milestone takes, as its author estimates it.

use serde::{Deserialize, Serialize};

/// An estimate in whole hours: one figure, or a range from `min` to `max`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The least it takes, in hours.
    pub min: u16,
    /// The most it takes, in hours; equal to `min` where the author gave one figure.
    pub max: u16,
}

impl Hours {
    /// The most hours that one milestone may take; more wants to be split.
    pub const MOST: u16 = 400;

    /// What the milestone weighs in a percentage: the midpoint of the range, in minutes.
    pub fn minutes(self) -> u32 {
        (u32::from(self.min) + u32::from(self.max)) * 30
    }
}

impl std::fmt::Display for Hours {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.min == self.max {
            write!(formatter, "{} h", self.min)
        } else {
            write!(formatter, "{}–{} h", self.min, self.max)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Hours;

    #[test]
    fn a_range_weighs_its_midpoint() {
        assert_eq!(Hours { min: 10, max: 10 }.minutes(), 600);
        assert_eq!(Hours { min: 8, max: 13 }.minutes(), 630);
    }
}
