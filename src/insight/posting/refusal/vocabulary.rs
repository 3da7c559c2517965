//! The words by which a posting says what it does not ask for, in English and German.

/// Words that say the same in such a sentence; some stand in several of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vocabulary {
    /// What says no to all that follows.
    No,
    /// What says no with an [`Self::InsteadOf`] behind it.
    Instead,
    /// What then stands behind it.
    InsteadOf,
    /// What says no with a [`Self::Than`] behind it.
    Rather,
    /// What then stands behind it.
    Than,
    /// What says no with an [`Self::Upon`] behind it, or around a name: "auf Java verzichten wir".
    Forgoing,
    /// What then stands behind it, or before the name.
    Upon,
    /// What says no to how a sentence goes on; `t` is what is left of "don't".
    Not,
    /// Of the first, what says no only if no other one follows: "ohne Java geht nichts".
    Without,
    /// What such another one may be, beside those.
    Nothing,
    /// What is said of something that is not needed.
    Needing,
    /// What may stand before one of them.
    Article,
    /// What makes "not" a "not either".
    Too,
    /// What stands behind a "no" where nothing is required.
    Requirement,
    /// Words about knowing something.
    Knowing,
    /// What stands between one of them and what is known.
    Of,
    /// What points to the names that follow.
    Following,
    /// Small words that may stand between all of these.
    Small,
    /// How a sentence goes on behind what it does not ask for.
    Next,
    /// What makes it only one case.
    Cases,
    /// What turns a sentence.
    Turns,
    /// What is said of something that is not needed, and welcome.
    Praise,
    /// What joins names.
    And,
    /// What joins names of which one may do.
    Or,
}

impl Vocabulary {
    pub(super) const ALL: [Self; 24] = [
        Self::No,
        Self::Instead,
        Self::InsteadOf,
        Self::Rather,
        Self::Than,
        Self::Forgoing,
        Self::Upon,
        Self::Not,
        Self::Without,
        Self::Nothing,
        Self::Needing,
        Self::Article,
        Self::Too,
        Self::Requirement,
        Self::Knowing,
        Self::Of,
        Self::Following,
        Self::Small,
        Self::Next,
        Self::Cases,
        Self::Turns,
        Self::Praise,
        Self::And,
        Self::Or,
    ];

    /// What says no in two words, one behind the other.
    pub(super) const PAIRS: [(Self, Self); 3] = [
        (Self::Instead, Self::InsteadOf),
        (Self::Rather, Self::Than),
        (Self::Forgoing, Self::Upon),
    ];

    /// The words, in small letters, with blanks between them.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::No => {
                "anstatt kein keine keinem keinen keiner keinerlei neither no ohne statt weder without"
            }
            Self::Instead => "anstelle instead",
            Self::InsteadOf => "of von",
            Self::Rather => "rather",
            Self::Than => "than",
            Self::Forgoing => "verzichten verzichtet",
            Self::Upon => "auf",
            Self::Not => "cannot never nicht nie not t",
            Self::Without => "ohne without",
            Self::Nothing => "nichts nobody nothing",
            Self::Needing => {
                "ask asked benötigen benötigst benötigt brauchen brauchst braucht erforderlich erwarten erwartet \
                expect expected gebraucht gefordert have musst müssen necessary need needed needs notwendig \
                nutzen nötig prerequisite require required requirement requires setzen use used verlangen \
                verlangt verwenden voraus vorausgesetzt voraussetzung"
            }
            Self::Article => "a ein eine",
            Self::Too => "auch ebenfalls ebenso",
            Self::Requirement => "longer prerequisite requirement voraussetzung",
            Self::Knowing => {
                "advanced any arbeiten background beherrschen berufserfahrung deep developer developers \
                development entwickler erfahrung erfahrungen experience expertise familiarity framework \
                frameworks kennen kenntnisse know knowledge können longer looking mehr previous prior \
                professional proficiency programmierkenntnisse programming skill skills tiefe tiefen \
                understanding using vorerfahrung vorkenntnisse vorwissen wissen work working"
            }
            Self::Of => "in mit of von with",
            Self::Following => {
                "folgende folgenden folgender folgendes following language languages skills sprachen technologien \
                technologies technology tools"
            }
            Self::Small => {
                "als am an are as at be bei das dem den der die do does du es for from für here hier im in is ist \
                it man mit of on or our sie sind the this to uns von we werden wir wird with you zu"
            }
            Self::Next => "aber and because but geht if instead oder so sondern um und weil",
            Self::Cases => "falls if unless wenn wer who whoever",
            Self::Turns => "aber allerdings although but however jedoch sondern though",
            Self::Praise => {
                "advantage appreciated asset beneficial bonus desirable gern gerne good helpful hilfreich nice \
                plus pluspunkt useful vorteil vorteilhaft welcome willkommen wünschenswert"
            }
            Self::And => "and sowie und",
            Self::Or => "bzw noch nor oder or",
        }
    }
}
