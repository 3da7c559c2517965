//! Who is too close to the learner to count as a reference, told by the words of a relation.

/// Relations by which nobody counts as a reference, whatever a path says.
const CLOSE: [&str; 40] = [
    "friend",
    "boyfriend",
    "girlfriend",
    "bestie",
    "pal",
    "family",
    "relative",
    "kin",
    "parent",
    "mother",
    "mum",
    "mom",
    "father",
    "dad",
    "sister",
    "brother",
    "sibling",
    "twin",
    "son",
    "daughter",
    "wife",
    "husband",
    "spouse",
    "fiancé",
    "fiancée",
    "cousin",
    "nephew",
    "niece",
    "uncle",
    "aunt",
    "grandparent",
    "grandma",
    "grandpa",
    "granny",
    "roommate",
    "housemate",
    "flatmate",
    "neighbour",
    "neighbor",
    "godparent",
];

/// Those that are as close where nothing else is said of them: a business partner, a team mate and an onboarding buddy
/// have seen the work.
const CLOSE_ALONE: [&str; 3] = ["partner", "mate", "buddy"];

/// What says nothing else of somebody.
const SAYING_NOTHING: [&str; 8] = ["my", "a", "an", "the", "life", "best", "good", "old"];

/// Kin by marriage, whose words mean something else without the hyphen: “a teacher in law”.
const IN_LAW: &str = "in-law";

/// Whom a family has that is none of it.
const OF_A_FAMILY: [&str; 2] = ["doctor", "lawyer"];

/// How close somebody of this relation is, if too close to count as a reference anywhere: “my sister” is a `sister`.
pub fn closeness(relation: &str) -> Option<&'static str> {
    let mut close = CLOSE.into_iter();
    let close = close.find(|close| says(relation, close));
    close
        .or_else(|| in_law(relation))
        .or_else(|| close_alone(relation))
}

fn in_law(relation: &str) -> Option<&'static str> {
    let said = usual(relation).to_lowercase();
    said.contains(IN_LAW).then_some(IN_LAW)
}

fn close_alone(relation: &str) -> Option<&'static str> {
    let said = usual(relation).to_lowercase();
    let mut telling = words(&said).filter(|word| !SAYING_NOTHING.contains(word));
    let (only, more) = (telling.next()?, telling.next());
    let mut alone = CLOSE_ALONE.into_iter();
    alone.find(|close| more.is_none() && names(only, close))
}

/// Whether a relation says that somebody is this, or one of several of it.
pub(super) fn says(relation: &str, unfit: &str) -> bool {
    let (relation, unfit) = (usual(relation), usual(unfit).to_lowercase());
    let written: Vec<&str> = words(&relation).collect();
    let said: Vec<String> = written.iter().map(|word| word.to_lowercase()).collect();
    (0..said.len()).any(|at| {
        let (word, next) = (said[at].as_str(), said.get(at + 1).map(String::as_str));
        let owned = word.strip_suffix("'s").or(word.strip_suffix('\''));
        match (owned, next) {
            // It is what comes after that somebody is: “my friend's boss”.
            (Some(_), Some(_)) => false,
            (Some(person), None) => names(person, &unfit),
            (None, Some(next)) if word == "family" && OF_A_FAMILY.contains(&next) => false,
            (None, _) => names(word, &unfit) && !is_association(&written[at..]),
        }
    })
}

/// Whether these words begin with the name of an association, such as “Friends of the Library”.
fn is_association(words: &[&str]) -> bool {
    match words {
        ["Friends", "of", "the", name, ..] | ["Friends", "of", name, ..] => {
            name.starts_with(char::is_uppercase)
        }
        _ => false,
    }
}

/// Whether a word is this one, several of it, or of the generation beyond it.
fn names(word: &str, unfit: &str) -> bool {
    let beyond = ["grand", "step", "god"];
    let mut kin = beyond.iter().filter_map(|kind| word.strip_prefix(kind));
    word == unfit
        || word.strip_suffix('s') == Some(unfit)
        || kin.any(|kin| kin == unfit || kin.strip_suffix('s') == Some(unfit))
        || (word.ends_with("ies") && word.strip_suffix("ies") == unfit.strip_suffix('y'))
}

/// The text with letters and apostrophes in their usual form: some keyboards write them as wide as a Chinese sign.
fn usual(text: &str) -> String {
    let usual = |letter: char| match letter {
        '’' | '\u{ff07}' => '\'',
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(letter) - 0xff01 + u32::from('!')).unwrap_or(letter)
        }
        other => other,
    };
    text.chars().map(usual).collect()
}

fn words(relation: &str) -> impl Iterator<Item = &str> {
    let words = relation.split(|letter: char| !letter.is_alphanumeric() && letter != '\'');
    words.filter(|word| word.contains(char::is_alphanumeric))
}
