//! What is done in the shell and on no screen: the list of actions names it, and says what to type there.

use std::path::Path;

use super::effect::Effect;
use super::known::Known;
use super::overlay::{Confirm, Yes};
use super::step::Step;

/// Something that is done in the shell.
#[derive(Debug, Clone, Copy)]
pub struct Errand {
    /// What it does, in two words.
    pub name: &'static str,
    /// What or whom it is for, as the settings list it.
    pub title: &'static str,
    /// What comes of it.
    pub told: &'static str,
    /// What one types behind the program's name.
    pub arguments: &'static str,
}

/// Where the learner's data lies, for a program that starts later.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Home {
    /// In the system's place for data, where every start finds it.
    #[default]
    OfSystem,
    /// In a folder that was named, which another start has to be told again.
    Named,
}

/// All of them.
pub const ERRANDS: [Errand; 6] = [
    Errand {
        name: "export progress",
        title: "For a mentor",
        told: "in the shell: your progress as a file for a mentor",
        arguments: "export",
    },
    Errand {
        name: "export all",
        title: "Everything",
        told: "in the shell: everything, for your own second machine",
        arguments: "export --sync",
    },
    Errand {
        name: "export report",
        title: "A report",
        told: "in the shell: where you stand, as a page",
        arguments: "export --format html -o report.html",
    },
    Errand {
        name: "export projects",
        title: "Portfolio",
        told: "in the shell: your portfolio, as a page",
        arguments: "export --format portfolio -o portfolio.html",
    },
    Errand {
        name: "export resume",
        title: "Resume",
        told: "in the shell: JSON Resume, new or merged into yours",
        arguments: "export --format json-resume -o resume.json",
    },
    Errand {
        name: "name yourself",
        title: "Your name",
        told: "in the shell: how you are called in what you export",
        arguments: "export --name 'A. Learner'",
    },
];

impl Errand {
    /// All that one types for it.
    pub fn line(&self, known: &Known) -> String {
        format!("{} {}", known.program, self.arguments)
    }
}

/// What one types in a shell to start the program on the store in this file: without its folder, another learner's
/// progress would be exported.
pub fn program(store: &Path, home: Home) -> String {
    match (home, store.parent()) {
        (Home::Named, Some(folder)) => format!("milepost --data-dir {}", quoted(folder)),
        (Home::OfSystem, _) | (Home::Named, None) => "milepost".to_owned(),
    }
}

/// Says what to type for the errand of this index, and offers to copy it.
pub fn step(index: usize, known: &Known) -> Step {
    let Some(errand) = ERRANDS.get(index) else {
        return Step::Stay;
    };
    let line = errand.line(known);
    Step::Open(Box::new(Confirm {
        title: errand.name,
        question: format!("This is a command of the shell:\n\n{line}\n\nCopy it, to run it there?"),
        yes: Yes::Do(Effect::Copy(line)),
    }))
}

/// The path as one word of a shell.
pub fn quoted(path: &Path) -> String {
    let is_safe = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-+@%:,=".contains(byte);
    let bytes = path.as_os_str().as_encoded_bytes();
    match path.to_str() {
        Some(text) if bytes.iter().all(is_safe) => text.to_owned(),
        Some(text) if !text.contains(char::is_control) => {
            format!("'{}'", text.replace('\'', r"'\''"))
        }
        // Controls, and bytes that are no text, would not survive the clipboard as they are.
        _ => format!(
            "$'{}'",
            bytes.iter().copied().map(octal).collect::<String>()
        ),
    }
}

/// The byte as it is written between `$'` and `'`.
fn octal(byte: u8) -> String {
    match byte {
        b'\'' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\{byte:03o}"),
    }
}
