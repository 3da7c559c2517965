//! What the learners of a made-up cohort are called: placeholders, each with a number, in letters of many kinds.

/// How they are called, one after the other, with `#` for the number.
const NAMES: [&str; 24] = [
    "Learner #",
    "Learner B. #",
    "Élève #",
    "A. Learner #",
    "Schüler Ö. #",
    "The Learner Who Sits Beside the Window #",
    "L. #",
    "Učenik Š. #",
    "Learner #",
    "Öğrenci #",
    "Учень #",
    "Learner-of-the-Evening-Group #",
    "生徒 #",
    "Learner #",
    "Μαθητής #",
    "Lærling #",
    "O'Learner #",
    "Aluno Ç. #",
    "Learner # (evenings)",
    "학생 #",
    "Học viên #",
    "Learner #",
    "Uczeń Ł. #",
    "Learner #, Whose Name Is Longer Than Most Columns",
];

/// The groups, in one of which everybody is.
pub(super) const GROUPS: [&str; 3] = ["Morning", "Evening", "Weekend"];

/// The name of the learner of this number, of whom the first is 0. No two are the same.
pub(super) fn name(number: usize) -> String {
    let pattern = NAMES[number % NAMES.len()];
    pattern.replace('#', &format!("{:02}", number + 1))
}

/// What the learner of this number goes by where nothing but plain letters and figures will do.
pub(super) fn handle(number: usize) -> String {
    format!("l{:02}", number + 1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::name;
    use crate::text::is_plain;

    #[test]
    fn no_two_are_called_the_same_and_nothing_in_a_name_hides() {
        let names: BTreeSet<String> = (0..5_000).map(name).collect();
        assert_eq!(names.len(), 5_000);
        assert!(names.iter().all(|name| is_plain(name).is_ok()));
    }
}
