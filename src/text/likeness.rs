//! Whether two names look alike, by Unicode's tables of what is taken for something else (UTS 39). That they do says nothing
//! of who bears them: it is for a person to look at.

use unicode_security::confusable_detection::skeleton as prototype;
use unicode_security::mixed_script::AugmentedScriptSet;

use super::hidden::Reader;

/// How often letters are replaced again.
const MOST: usize = 8;

/// What two names that look alike have in common: letters are replaced by those that they are taken for, whatever their size;
/// what nobody sees is left out, and blanks count once.
///
/// It is for comparing, and never for showing.
pub fn skeleton(name: &str) -> String {
    let mut shape = replaced(name);
    // What a letter is taken for may be taken for something else beside what stands there by then.
    for _ in 0..MOST {
        let further = replaced(&shape);
        if further == shape {
            break;
        }
        shape = further;
    }
    shape
}

fn replaced(name: &str) -> String {
    let seen = Reader::new(name).filter(|(.., hidden)| !hidden);
    let seen: String = seen.map(|(_, char, _)| char).collect();
    // In another size a letter may be taken for something else again.
    let larger: String = prototype(&seen).collect();
    let smaller: String = prototype(&larger.to_lowercase()).collect();
    let words: Vec<&str> = smaller.split_whitespace().collect();
    words.join(" ")
}

/// Whether a word of a name is written in letters of several scripts that are not written together: Latin with one Cyrillic
/// letter, say, but neither kanji with kana nor Latin beside those.
pub fn mixes_scripts(name: &str) -> bool {
    let mut words = name.split(|char: char| char.is_whitespace() || "()[]/,;".contains(char));
    words.any(is_mixed)
}

fn is_mixed(word: &str) -> bool {
    if word.is_ascii() || !AugmentedScriptSet::for_str(word).is_empty() {
        return false;
    }
    let latin = AugmentedScriptSet::for_char('a');
    let is_other = |char: &char| AugmentedScriptSet::for_char(*char) != latin;
    let others: String = word.chars().filter(is_other).collect();
    let others = AugmentedScriptSet::for_str(&others);
    !(others.hanb || others.jpan || others.kore)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::{mixes_scripts, skeleton};

    #[test]
    fn names_that_look_alike_have_one_skeleton() {
        for (one, other) in [
            ("Anna Learner", "Аnna Learner"), // Cyrillic A
            ("paypal", "раураl"),             // Cyrillic, but for the last letter
            ("Ava", "Ανa"),                   // Greek Alpha and nu
            ("Ilya", "llya"),
            ("Ilya", "1lya"),
            ("OLIVIA", "0LIVIA"),
            ("Olivia", "0livia"),
            ("Bernard", "Bemard"),
            ("ANNA", "Anna"),
            ("Mia", "mia"),
            ("É. Learner", "E\u{301}. Learner"),
            ("Zoë", "Zoe\u{308}"),
            ("Ｌｅａｒｎｅｒ", "Learner"),
            ("𝐋𝐞𝐚𝐫𝐧𝐞𝐫", "Learner"),
            ("Lea\u{200B}rn\u{AD}er", "Learner"),
            ("\u{202E}Learner", "Learner"),
            ("Learner\u{E0041}\u{3164}", "Learner"),
            (" A.\u{A0} Learner\u{3000}", "A. Learner"),
            ("O’Learner", "O'Learner"),
            ("Learner 10", "Learner lO"),
        ] {
            assert_eq!(skeleton(one), skeleton(other), "{one:?} and {other:?}");
        }
    }

    #[test]
    fn names_that_do_not_look_alike_have_two() {
        for (one, other) in [
            ("Anna", "Anne"),
            ("Lia", "Ila"),
            ("Jose", "José"),
            ("Learner 1", "Learner 2"),
            ("Learner 01", "Learner 10"),
            ("A. Learner", "B. Learner"),
            ("生徒", "学員"),
            ("Анна", "Инна"),
            ("", "A"),
        ] {
            assert_ne!(skeleton(one), skeleton(other), "{one:?} and {other:?}");
        }
    }

    #[test]
    fn letters_of_scripts_that_are_not_written_together_are_noticed() {
        for name in [
            "Аnna Learner",
            "pаul",
            "Αvα",
            "Learner-Рaul",
            "Lеarner",
            "Gяeg",
            "עמי-anna",
        ] {
            assert!(mixes_scripts(name), "{name}");
        }
    }

    #[test]
    fn names_as_people_bear_them_mix_nothing() {
        for name in [
            "",
            "A. Learner-Smythe",
            "O'Learner",
            "O’Learner",
            "N\u{2BC}Diaye",
            "Renée François",
            "Renée Franc\u{327}ois",
            "Zoë 2nd",
            "Анна Ученик",
            "Ελένη Μαθήτρια",
            "山田たろう",
            "山田タロー",
            "Tシャツ",
            "김철수",
            "金철수",
            "學生ㄒㄩㄝ",
            "Tanaka 田中",
            "Anna (Анна)",
            "नमस्ते",
            "می\u{200C}خواهم",
            "שלום",
            "Học viên 21",
            "👩\u{200D}💻 Learner",
        ] {
            assert!(!mixes_scripts(name), "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_skeleton_is_its_own_and_has_no_odd_blanks(name in "\\PC{0,12}|(?s:.){0,12}|[АаAaIl1О0mρ\u{301} ]{0,12}") {
            let bare = skeleton(&name);
            prop_assert_eq!(skeleton(&bare), bare.clone());
            prop_assert!(!bare.contains("  ") && bare.trim() == bare);
        }
    }
}
