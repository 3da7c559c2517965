//! A mentor's machine, and a folder on it with the files that learners sent.

use std::path::PathBuf;
use std::rc::Rc;

use milepost::curriculum::Curriculum;
use milepost::exchange::{Learner, Origin, Outline, ProgressFile, Scope, Summary, progress_file};
use milepost::insight::Snapshot;
use milepost::progress::{Event, fold};
use milepost::store::{Access, Store};
use milepost::tui::Options;
use milepost::tui::look::Form;
use milepost::tui::run::Opening;
use milepost::tui::settings::Depth;
use uuid::Uuid;

use super::diary::Diary;
use super::machine::{Machine, NOW};
use super::screen::Screen;

/// The curriculum that the mentor and most learners have; its id is that of diaries.
const TEST: &str = "\
format: 1
id: test
version: 1.0.0
title: Test path
language: en
stages:
  - id: basics
    title: Basics
    milestones:
      - {id: first, title: First steps, kind: concept, hours: 2}
      - id: repo
        title: A repository of your own
        about: Everything that you write lies in a repository. Done means that others can read its history.
        kind: practice
        hours: 4
        evidence: repository
        checks:
          - {id: commit, ask: What is in a commit?}
          - {id: branch, ask: When do you need a branch?}
      - {id: essay, title: Explain HTTP, kind: practice, hours: 3, evidence: note}
  - id: project
    title: Project
    milestones:
      - {id: app, title: An application that runs, kind: project, hours: 20, evidence: deployment}
";

/// A mentor's machine, and the files of their learners in a folder of it.
pub(crate) struct Mentor {
    pub(crate) machine: Machine,
}

/// A learner who sends files.
#[derive(Clone)]
pub(crate) struct Sender {
    pub(crate) id: Uuid,
    pub(crate) name: Option<String>,
    pub(crate) diary: Diary,
    /// When the file is written.
    pub(crate) at: String,
}

impl Mentor {
    /// A mentor who has no files yet.
    pub(crate) fn new() -> Self {
        let machine = Machine::following(TEST);
        std::fs::create_dir(folder(&machine)).unwrap();
        Self { machine }
    }

    /// The same with a file of this learner.
    pub(crate) fn with(self, sender: &Sender) -> Self {
        send(&self.machine, sender);
        self
    }

    /// The same with another file in the folder.
    pub(crate) fn beside(self, name: &str, text: &str) -> Self {
        std::fs::write(folder(&self.machine).join(name), text).unwrap();
        self
    }

    /// The same with what the mentor answered before and sent: these events about this learner.
    pub(crate) fn sent(self, learner: Uuid, events: &[Event]) -> Self {
        let file = self.machine.home.path().join("milepost.db");
        let now: jiff::Timestamp = "2026-11-20T20:00:00Z".parse().unwrap();
        let mut store = Store::open(&file, Access::ReadWrite, now).unwrap();
        store.append(learner, events).unwrap();
        self
    }

    /// The mentor's screens at 80×24, without colours.
    pub(crate) fn reviewed(self) -> Screen {
        Screen::with(self.machine, mentors(Form::Panes))
    }
}

/// How the screens of a mentor open in tests.
pub(crate) fn mentors(form: Form) -> Options {
    Options {
        depth: Depth::None,
        form,
        opening: Opening::Review,
        ..Options::default()
    }
}

impl Sender {
    /// A learner of this number who did what the diary tells.
    pub(crate) fn of(number: u32, diary: Diary) -> Self {
        Self {
            id: learner(number),
            name: Some(format!("A. Learner {number}")),
            diary,
            at: NOW.to_owned(),
        }
    }

    /// The same under another name.
    pub(crate) fn called(self, name: &str) -> Self {
        Self {
            name: Some(name.to_owned()),
            ..self
        }
    }

    /// The text of their file.
    pub(crate) fn text(&self, curriculum: &Rc<Curriculum>) -> String {
        let log = self.diary.log();
        let progress = fold(&log, curriculum);
        let snapshot = Snapshot::of(Rc::clone(curriculum), Rc::new(progress));
        let file = ProgressFile {
            scope: Scope::Shared,
            learner: Learner {
                id: self.id,
                name: self.name.clone(),
            },
            curriculum: Origin {
                id: curriculum.id.clone(),
                version: curriculum.version.clone(),
                digest: curriculum.digest.clone(),
            },
            exported_at: self.at.parse().unwrap(),
            log,
        };
        progress_file::write(&file, &Outline::of(&snapshot), &Summary::of(&snapshot)).unwrap()
    }
}

/// The id of the learner of this number.
pub(crate) fn learner(number: u32) -> Uuid {
    Uuid::from_u128(0x0198_c0de_0000_7000_8000_0000_0000_0000 | u128::from(number))
}

/// The folder with the learners' files.
pub(crate) fn folder(machine: &Machine) -> PathBuf {
    machine.home.path().join("class")
}

/// Puts a learner's file into the folder, in the place of the one that they sent before.
pub(crate) fn send(machine: &Machine, sender: &Sender) {
    let curriculum = machine.session.snapshot().curriculum;
    let name = format!("{}.milepost.json", sender.id);
    std::fs::write(folder(machine).join(name), sender.text(&curriculum)).unwrap();
}
