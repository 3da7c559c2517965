//! The words by which a posting says what it does not ask for, in English and German, in small letters.

/// Some words, with blanks between them.
pub(super) type Vocabulary = &'static str;

/// What says no to all that follows.
pub(super) const NO: Vocabulary =
    "anstatt kein keine keinem keinen keiner keinerlei neither no ohne statt weder without";

/// What says no in two words, one behind the other.
pub(super) const PAIRS: [(Vocabulary, Vocabulary); 3] =
    [("anstelle instead", "of von"), ("rather", "than"), FORGOING];

/// Of those, what may stand around a name, too: "auf Java verzichten wir".
pub(super) const FORGOING: (Vocabulary, Vocabulary) = ("verzichten verzichtet", "auf");

/// What says no to how a sentence goes on; `t` is what is left of "don't".
pub(super) const NOT: Vocabulary = "cannot never nicht nie not t";

/// Of the first, what says no only if no other one follows: "ohne Java geht nichts".
pub(super) const WITHOUT: Vocabulary = "ohne without";

/// What such another one may be, beside those.
pub(super) const NOTHING: Vocabulary = "nichts nobody nothing";

/// What is said of something that is not needed.
pub(super) const NEEDING: Vocabulary = "ask asked benötigen benötigst benötigt brauchen brauchst braucht \
erforderlich erwarten erwartet expect expected gebraucht gefordert have musst müssen necessary need needed needs notwendig \
nutzen nötig prerequisite require required requirement requires setzen use used verlangen verlangt verwenden voraus \
vorausgesetzt voraussetzung";

/// What may stand before one of them.
pub(super) const ARTICLE: Vocabulary = "a ein eine";

/// What makes "not" a "not either".
pub(super) const TOO: Vocabulary = "auch ebenfalls ebenso";

/// What stands behind a "no" where nothing is required.
pub(super) const REQUIREMENT: Vocabulary = "longer prerequisite requirement voraussetzung";

/// Words about knowing something.
pub(super) const KNOWING: Vocabulary = "advanced any arbeiten background beherrschen berufserfahrung deep developer \
developers development entwickler erfahrung erfahrungen experience expertise familiarity framework frameworks kennen \
kenntnisse know knowledge können longer looking mehr previous prior professional proficiency programmierkenntnisse \
programming skill skills tiefe tiefen understanding using vorerfahrung vorkenntnisse vorwissen wissen work working";

/// What stands between one of them and what is known.
pub(super) const OF: Vocabulary = "in mit of von with";

/// What points to the names that follow.
pub(super) const FOLLOWING: Vocabulary = "folgende folgenden folgender folgendes following language languages skills \
sprachen technologien technologies technology tools";

/// Small words that may stand between all of these.
pub(super) const SMALL: Vocabulary = "als am an are as at be bei das dem den der die do does du es for from für here hier im \
in is ist it man mit of on or our sie sind the this to uns von we werden wir wird with you zu";

/// How a sentence goes on behind what it does not ask for.
pub(super) const NEXT: Vocabulary =
    "aber and because but geht if instead oder so sondern um und weil";

/// What makes it only one case.
pub(super) const CASES: Vocabulary = "falls if unless wenn wer who whoever";

/// What turns a sentence.
pub(super) const TURNS: Vocabulary = "aber allerdings although but however jedoch sondern though";

/// What is said of something that is not needed, and welcome.
pub(super) const PRAISE: Vocabulary = "advantage appreciated asset beneficial bonus desirable gern gerne good helpful \
hilfreich nice plus pluspunkt useful vorteil vorteilhaft welcome willkommen wünschenswert";

/// What joins names.
pub(super) const AND: Vocabulary = "and sowie und";
pub(super) const OR: Vocabulary = "bzw noch nor oder or";
