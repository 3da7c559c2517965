//! A made-up cohort: files such as learners send, and always the same ones.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::LazyLock;

use milepost::curriculum::Curriculum;
use milepost::exchange::roster::{NAME as ROSTER, Person};
use milepost::exchange::sample::{File, is_made_up};
use milepost::exchange::{Outline, ProgressFile, Sample, Scope, Summary, progress_file, roster};
use milepost::insight::Snapshot;
use milepost::progress::verdict::Ruling;
use milepost::progress::{Deed, Event, Progress, fold};
use milepost::session::Catalogue;
use milepost::system::clock::Clock;

use crate::kit::machine::NOW;

/// How many learners the cohort has that most of these tests look at.
const LEARNERS: usize = 24;

static CURRICULUM: LazyLock<Curriculum> = LazyLock::new(|| {
    let clock = Clock::fixed(NOW).unwrap();
    let found = Catalogue::new(None, clock).find("backend-developer");
    found.unwrap().edition.curriculum.clone()
});

static COHORT: LazyLock<Vec<File>> = LazyLock::new(|| files(LEARNERS, 1, NOW));

fn files(learners: usize, seed: u64, now: &str) -> Vec<File> {
    let now = now.parse().unwrap();
    let sample = Sample::new(CURRICULUM.clone(), learners, seed, now).unwrap();
    let files: Vec<File> = sample.files().map(Result::unwrap).collect();
    let names: Vec<String> = sample.names().collect();
    assert!(files.iter().map(|file| &file.name).eq(&names));
    files
}

/// The progress files of the cohort, by their names.
fn cohort() -> impl Iterator<Item = (&'static File, ProgressFile)> {
    let files = COHORT.iter().filter(|file| file.name != ROSTER);
    files.map(|file| (file, progress_file::read(file.text.as_bytes()).unwrap()))
}

/// The newest file of everybody who sent one.
fn newest() -> Vec<ProgressFile> {
    let newest = cohort().filter(|(file, _)| !file.name.contains("earlier"));
    newest.map(|(_, file)| file).collect()
}

fn standing(file: &ProgressFile) -> Progress {
    fold(&file.log, &CURRICULUM)
}

/// How many days before the sample's day something was.
fn days_ago(wall: &milepost::progress::Wall) -> i32 {
    let today: milepost::progress::Day = NOW[..10].parse().unwrap();
    today.since(wall.date())
}

/// When the learner last did something.
fn last(file: &ProgressFile) -> &Event {
    let mut events = file.log.events().iter();
    events.rfind(|event| event.by.is_none()).unwrap()
}

#[test]
fn the_files_are_those_that_milepost_would_have_written() {
    for (file, read) in cohort() {
        let snapshot = Snapshot::of(Rc::new(CURRICULUM.clone()), Rc::new(standing(&read)));
        let (outline, summary) = (Outline::of(&snapshot), Summary::of(&snapshot));
        let written = progress_file::write(&read, &outline, &summary).unwrap();
        assert!(written == file.text, "{}\n{written}", file.text);
        assert_eq!(read.scope, Scope::Shared);
        assert_eq!(file.name.replace("-earlier", ""), read.name());
        assert!(is_made_up(&file.text.as_bytes()[..512]));
    }
}

#[test]
fn the_same_seed_and_day_make_the_same_files_and_others_make_others() {
    let morning = "2026-11-20T02:00:00+01:00";
    assert!(files(LEARNERS, 1, morning) == *COHORT);
    let more = files(2 * LEARNERS, 1, NOW);
    assert!(COHORT.iter().skip(1).all(|file| more.contains(file)));
    for other in [
        files(LEARNERS, 2, NOW),
        files(LEARNERS, 1, "2026-11-21T21:00:00+01:00"),
    ] {
        assert!(other.iter().all(|file| !COHORT.contains(file)));
    }
}

#[test]
fn everybody_sent_a_file_but_one_who_sent_none_and_one_who_sent_two() {
    let (first, rest) = COHORT.split_first().unwrap();
    assert_eq!(first.name, ROSTER);
    assert!(is_made_up(first.text.as_bytes()));
    let roster = roster::read(first.text.as_bytes()).unwrap();
    assert_eq!((roster.rows.len(), roster.problems.len()), (LEARNERS, 0));
    let newest = newest();
    let people: Vec<Person<'_>> = newest
        .iter()
        .map(|file| Person {
            ids: std::slice::from_ref(&file.learner.id),
            name: file.learner.name.as_deref(),
            files: &[],
        })
        .collect();
    let owners = roster.owners(&people);
    let absent = owners.iter().filter(|owner| owner.is_none());
    assert_eq!(absent.count(), 1, "{owners:?}");
    let mut files: BTreeMap<_, Vec<ProgressFile>> = BTreeMap::new();
    for (_, file) in cohort() {
        files.entry(file.learner.id).or_default().push(file);
    }
    assert_eq!((rest.len(), files.len()), (LEARNERS, LEARNERS - 1));
    let twice: Vec<_> = files.values().filter(|files| files.len() == 2).collect();
    let [newer, older] = twice[0].as_slice() else {
        panic!("{} sent two", twice.len());
    };
    let known: BTreeSet<_> = newer.log.events().iter().map(|event| event.id).collect();
    let mut earlier = older.log.events().iter();
    assert!(earlier.all(|event| known.contains(&event.id)));
    assert!(older.log.events().len() < newer.log.events().len());
    assert!(days_ago(&older.exported_at) > days_ago(&newer.exported_at) + 7);
}

#[test]
fn nothing_in_a_file_is_later_than_the_file_and_no_file_is_of_today() {
    for (_, file) in cohort() {
        let sent: jiff::Timestamp = file.exported_at.to_string().parse().unwrap();
        assert!(file.log.newest() < sent.as_microsecond());
        assert!(days_ago(&file.exported_at) >= 1);
        for event in file.log.events() {
            let wall: jiff::Timestamp = event.wall.to_string().parse().unwrap();
            assert!(event.at - wall.as_microsecond() < 1_000_000, "{event:?}");
        }
    }
}

#[test]
fn nobody_does_what_is_locked_or_does_not_apply() {
    for file in newest() {
        let mut progress = Progress::nothing(&CURRICULUM);
        for event in file.log.events() {
            if let Deed::Done(marked) | Deed::Started(marked) | Deed::Skipped(marked) = &event.deed
            {
                let snapshot = Snapshot::of(Rc::new(CURRICULUM.clone()), Rc::new(progress.clone()));
                let place = progress.names().place(marked.milestone.as_str()).unwrap();
                let position = snapshot.entry(place).position;
                assert!(position.is_available(), "{marked:?}");
            }
            progress.apply(event, &CURRICULUM);
        }
    }
}

#[test]
fn whatever_a_mentor_has_to_tell_apart_is_in_a_cohort() {
    let files = newest();
    let quiet = |file: &&ProgressFile| days_ago(&last(file).wall) > 10;
    let fresh = |file: &&ProgressFile| days_ago(&file.exported_at) < 4;
    assert!(
        files.iter().filter(quiet).filter(fresh).count() >= 3,
        "stuck"
    );
    assert_eq!(files.iter().filter(|file| !fresh(file)).count(), 1, "old");
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for file in &files {
        let progress = standing(file);
        let places = 0..CURRICULUM.milestones.len();
        for place in places {
            let (mark, milestone) = (progress.mark(place), &CURRICULUM.milestones[place]);
            let asks = milestone.evidence != milepost::curriculum::EvidenceKind::None;
            let rulings: Vec<Ruling> = mark
                .verdicts
                .iter()
                .map(|given| given.verdict.verdict)
                .collect();
            let answered = mark.verdicts.last().map(|given| given.verdict.answers);
            let returned = rulings.iter().filter(|ruling| **ruling == Ruling::Returned);
            let returned = returned.count();
            let mut note = |what, holds: bool| {
                *found.entry(what).or_default() += usize::from(holds);
            };
            note("begun", mark.started.is_some() && mark.done.is_none());
            note("skipped", mark.skipped.is_some());
            note("credited", mark.credited.is_some());
            note(
                "unproven",
                asks && mark.done.is_some() && mark.evidence.is_empty(),
            );
            note(
                "waits",
                asks && mark.done.is_some() && mark.submission != answered,
            );
            note("verified", rulings.last() == Some(&Ruling::Verified));
            note("returned", rulings.last() == Some(&Ruling::Returned));
            note("returned twice", returned > 1);
            note("replied", !mark.replies.is_empty());
            note(
                "signed",
                mark.verdicts
                    .iter()
                    .any(|given| given.verdict.attestation.is_some()),
            );
        }
        *found.entry("pauses").or_default() += progress.facts().pauses.len();
    }
    let missing: Vec<_> = found.iter().filter(|(_, count)| **count == 0).collect();
    assert_eq!(missing, [(&"signed", &0)], "{found:?}");
}

#[test]
fn each_verdict_is_about_what_the_mentor_saw() {
    for file in newest() {
        let mut progress = Progress::nothing(&CURRICULUM);
        for event in file.log.events() {
            if let Deed::Verdict(verdict) = &event.deed {
                let place = progress.names().place(verdict.milestone.as_str()).unwrap();
                let mark = progress.mark(place);
                assert_eq!(Some(verdict.answers), mark.submission);
                assert_eq!(
                    verdict.evidence_digest,
                    milepost::insight::verdict::evidence_digest(&mark.evidence)
                );
                assert_eq!(
                    verdict.milestone_digest,
                    CURRICULUM.milestones[place].digest
                );
                assert_eq!(event.by.as_ref().unwrap().as_str(), "mentor@school.example");
            }
            progress.apply(event, &CURRICULUM);
        }
    }
}

#[test]
fn a_day_so_early_that_nothing_comes_before_it_is_refused() {
    let now = "1970-01-05T00:00:00Z".parse().unwrap();
    let sample = Sample::new(CURRICULUM.clone(), 1, 1, now).unwrap();
    assert!(sample.files().any(|file| file.is_err()));
}
