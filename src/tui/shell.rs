//! What is done in the shell and on no screen: the list of actions names it, and says what to type there.

use super::effect::Effect;
use super::overlay::{Confirm, Yes};
use super::step::Step;

/// Something that is done in the shell.
#[derive(Debug, Clone, Copy)]
pub struct Errand {
    /// What it does, in two words.
    pub name: &'static str,
    /// What comes of it.
    pub told: &'static str,
    /// What one types.
    pub line: &'static str,
}

/// All of them.
pub const ERRANDS: [Errand; 5] = [
    Errand {
        name: "export progress",
        told: "in the shell: your progress as a file for a mentor",
        line: "milepost export",
    },
    Errand {
        name: "export all",
        told: "in the shell: everything, for your own second machine",
        line: "milepost export --sync",
    },
    Errand {
        name: "export report",
        told: "in the shell: where you stand, as a page",
        line: "milepost export --format html -o report.html",
    },
    Errand {
        name: "export projects",
        told: "in the shell: your portfolio, as a page",
        line: "milepost export --format portfolio -o portfolio.html",
    },
    Errand {
        name: "export resume",
        told: "in the shell: JSON Resume, new or merged into yours",
        line: "milepost export --format json-resume -o resume.json",
    },
];

/// Says what to type for the errand of this index, and offers to copy it.
pub fn step(index: usize) -> Step {
    let Some(errand) = ERRANDS.get(index) else {
        return Step::Stay;
    };
    Step::Open(Box::new(Confirm {
        title: errand.name,
        question: format!(
            "This is a command of the shell:\n\n{}\n\nCopy it, to run it there?",
            errand.line
        ),
        yes: Yes::Do(Effect::Copy(errand.line.to_owned())),
    }))
}
