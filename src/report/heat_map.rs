//! Many shares side by side, each with its figure: a shade only helps to find what stands out.

use super::model::{Column, Phrase, Table};

/// Shares side by side: a row for each of whom they are, a column for each of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatMap {
    /// What it shows.
    pub caption: String,
    /// What the rows are.
    pub of: String,
    /// What the shares are of.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What stands below all of them, if anything does.
    pub foot: Option<Row>,
    /// What the signs mean, each with its words.
    pub key: Vec<(&'static str, &'static str)>,
}

/// A row, with a share for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Whose shares they are.
    pub name: String,
    /// The shares.
    pub shares: Vec<Share>,
}

/// A share of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// In percent; `None` where there is no whole.
    pub percent: Option<u8>,
    /// A sign beside it, if something is to be seen to.
    pub sign: Option<&'static str>,
}

impl HeatMap {
    /// The same figures as a table.
    pub fn table(&self) -> Table {
        let columns = self.columns.iter().map(|title| Column::figures(title));
        let rows = self.rows.iter().chain(&self.foot);
        let row = |row: &Row| {
            let shares = row.shares.iter().map(|share| share.words().into());
            let name = Phrase::from(row.name.as_str());
            [name].into_iter().chain(shares).collect()
        };
        Table {
            caption: [self.caption.clone(), self.told()].join(" "),
            columns: [Column::words(&self.of)]
                .into_iter()
                .chain(columns)
                .collect(),
            rows: rows.map(row).collect(),
        }
    }

    /// What the signs mean, as a sentence; empty where there are none.
    pub fn told(&self) -> String {
        let key = self
            .key
            .iter()
            .map(|(sign, words)| format!("{sign} {words}"));
        let key: Vec<String> = key.collect();
        match key.as_slice() {
            [] => String::new(),
            key => format!("{}.", key.join(", ")),
        }
    }
}

impl Share {
    /// The figure and its sign: "38 ●".
    pub fn words(self) -> String {
        let percent = self
            .percent
            .map_or_else(|| "–".to_owned(), |percent| percent.to_string());
        match self.sign {
            Some(sign) => format!("{percent} {sign}"),
            None => percent,
        }
    }

    /// How dark it is: 0 for nothing, then each third of the way, and 4 for all of it; `None` where there is no whole.
    pub fn shade(self) -> Option<u8> {
        self.percent.map(|percent| match percent {
            0 => 0,
            1..=99 => 1 + (percent - 1) / 33,
            _ => 4,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn nothing_and_all_of_it_have_shades_of_their_own() {
        let shade = |percent| {
            let sign = None;
            Share { percent, sign }.shade()
        };
        for (percent, dark) in [
            (0, 0),
            (1, 1),
            (33, 1),
            (34, 2),
            (66, 2),
            (67, 3),
            (99, 3),
            (100, 4),
        ] {
            assert_eq!(shade(Some(percent)), Some(dark), "{percent}");
        }
        assert_eq!(shade(None), None);
    }
}
