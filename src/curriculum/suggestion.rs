//! "Did you mean": the known word that is nearest to a misspelt one.

/// The known word nearest to `word`, unless all are too far off to be meant.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(LONGEST).collect();
    let allowed = word.len().div_ceil(3).min(4);
    let near = known
        .take(MOST)
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= allowed * 4);
    let measured = near.map(|candidate| (distance(&word, candidate), candidate));
    measured
        .filter(|(edits, _)| *edits <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

/// How many known words are compared; beyond, the search would take longer than the reading.
const MOST: usize = 20_000;

/// Longer words than this are compared by their beginning.
const LONGEST: usize = 64;

/// How many letters must be put in, left out, changed or swapped with their neighbour.
fn distance(word: &[char], candidate: &str) -> usize {
    let mut before = vec![0; word.len() + 1];
    let mut above: Vec<usize> = (0..=word.len()).collect();
    let mut previous = None;
    for (row, letter) in candidate.chars().take(LONGEST).enumerate() {
        let mut now = vec![row + 1];
        for (column, other) in word.iter().enumerate() {
            let changed = above[column] + usize::from(*other != letter);
            let mut least = changed.min(above[column + 1] + 1).min(now[column] + 1);
            if column > 0 && Some(*other) == previous && word[column - 1] == letter {
                least = least.min(before[column - 1] + 1);
            }
            now.push(least);
        }
        before = std::mem::replace(&mut above, now);
        previous = Some(letter);
    }
    above[word.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    fn near(word: &str) -> Option<&'static str> {
        nearest(
            word,
            ["sql-joins", "sql-queries", "title", "about"].into_iter(),
        )
    }

    #[test]
    fn a_slip_of_the_pen_finds_the_word_that_was_meant() {
        assert_eq!(near("sql-join"), Some("sql-joins"));
        assert_eq!(near("tilte"), Some("title"));
        assert_eq!(near("abuot"), Some("about"));
    }

    #[test]
    fn a_word_like_none_of_them_finds_nothing() {
        assert_eq!(near("kubernetes"), None);
        assert_eq!(near(""), None);
    }
}
