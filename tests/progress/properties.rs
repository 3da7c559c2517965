//! What holds for every log.

use std::rc::Rc;

use milepost::curriculum::Curriculum;
use milepost::curriculum::model::Relation;
use milepost::insight::{Snapshot, Standing};
use milepost::progress::undo::Undone;
use milepost::progress::verdict::Ruling;
use milepost::progress::{Answer, Deed, Log, Progress, fold};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::test_runner::Config;
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::kept::kept;
use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

/// Days on which clocks are right, and some on which they are not.
const DAYS: [&str; 5] = [
    "2026-11-20",
    "2026-11-24",
    "2026-12-02",
    "1970-01-01",
    "2199-12-31",
];

const MILESTONES: [&str; 5] = ["a", "b", "c", "part", "gone"];

fn curriculum() -> Curriculum {
    Outline::new()
        .choice("language", &["python", "go"])
        .milestone("a", &[])
        .check("why", &[])
        .milestone("b", &["a"])
        .formerly("part", Relation::Merged)
        .formerly("other", Relation::Merged)
        .milestone("c", &["b"])
        .when("language", "go")
        .build()
}

/// One entry of a diary, by numbers that say what and where.
#[derive(Debug, Clone, Copy)]
struct Entry {
    what: u8,
    milestone: usize,
    machine: u32,
    target: usize,
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let entry = (
        0..17_u8,
        0..MILESTONES.len(),
        prop_oneof![Just(1), Just(2)],
        any::<usize>(),
    );
    vec(
        entry.prop_map(|(what, milestone, machine, target)| Entry {
            what,
            milestone,
            machine,
            target,
        }),
        0..40,
    )
}

fn diary(entries: &[Entry]) -> Diary {
    entries.iter().fold(Diary::new(), write)
}

fn write(diary: Diary, entry: &Entry) -> Diary {
    let milestone = MILESTONES[entry.milestone];
    let number = entry.target as u128 % 4;
    let diary = diary.on_machine(entry.machine);
    match entry.what {
        0 => diary.start(milestone),
        1 | 2 => diary.done(milestone),
        3 => diary.skip(milestone),
        4 => diary.reopen(milestone),
        5 => diary.repository(milestone, number),
        6 => diary.remove_proof(number),
        7 => diary.choose("language", ["python", "go"][entry.target % 2]),
        8 => diary.credit("knows", &[milestone, "a"]),
        9 => diary.answer(milestone, "why", Answer::Unsure),
        15 => diary.answer(milestone, "why", Answer::Sure),
        16 => diary.on_day(DAYS[entry.target % DAYS.len()]),
        10 => diary
            .mentor("mentor@school.example")
            .judge(milestone, Ruling::Returned)
            .learner(),
        11 => diary.at_once(|diary| diary.done(milestone).done("a")),
        12 => diary.note(milestone, "words"),
        _ => match diary
            .events()
            .get(entry.target % diary.events().len().max(1))
            .map(|event| event.id)
        {
            Some(target) => diary.retract(target),
            None => diary.spend(milestone, 5),
        },
    }
}

/// Cuts a diary in two overlapping logs, as two machines would hold them.
fn torn(diary: &Diary, cut: usize) -> (Log, Log) {
    let belongs = |position: usize, machine: u32, device: u32| position < cut || device == machine;
    let half = |machine: u32| {
        let events = diary.events().iter().enumerate();
        let kept = events.filter(|(position, event)| belongs(*position, machine, event.device.0));
        Log::of(kept.map(|(_, event)| event.clone())).unwrap()
    };
    (half(1), half(2))
}

proptest! {
    #![proptest_config(Config { cases: 200, ..Config::default() })]

    #[test]
    fn union_is_commutative_idempotent_and_loses_nothing(entries in entries(), cut in 0..40_usize) {
        let diary = diary(&entries);
        let (left, right) = torn(&diary, cut);
        let united = left.clone().union(right.clone()).unwrap();
        prop_assert_eq!(&united, &right.clone().union(left.clone()).unwrap());
        prop_assert_eq!(&united, &united.clone().union(left).unwrap());
        prop_assert_eq!(&united, &united.clone().union(united.clone()).unwrap());
        prop_assert_eq!(united, diary.log());
    }

    #[test]
    fn union_is_associative(entries in entries(), first in 0..40_usize, second in 0..40_usize) {
        let diary = diary(&entries);
        let (one, two) = torn(&diary, first);
        let (three, _) = torn(&diary, second);
        let left = one.clone().union(two.clone()).unwrap().union(three.clone()).unwrap();
        let right = one.union(two.union(three).unwrap()).unwrap();
        prop_assert_eq!(left, right);
    }

    #[test]
    fn adding_events_one_by_one_is_the_same_as_folding_them_all(entries in entries()) {
        let curriculum = curriculum();
        let diary = diary(&entries);
        let mut log = Log::default();
        let mut progress = Progress::nothing(&curriculum);
        for event in diary.events() {
            prop_assert!(log.append(event.clone()));
            match event.deed {
                Deed::Retracted(_) => progress = fold(&log, &curriculum),
                _ => progress.apply(event, &curriculum),
            }
        }
        prop_assert_eq!(progress, fold(&diary.log(), &curriculum));
    }

    #[test]
    fn standing_after_each_event_is_the_same_as_finding_it_anew(entries in entries()) {
        let curriculum = Rc::new(curriculum());
        let nothing = Progress::nothing(&curriculum);
        let mut snapshot = Snapshot::of(Rc::clone(&curriculum), Rc::new(nothing));
        for event in diary(&entries).events() {
            let mut progress = (*snapshot.progress).clone();
            progress.apply(event, &curriculum);
            snapshot = snapshot.after(Rc::new(progress));
            prop_assert_eq!(&*snapshot.standing, &Standing::of(&snapshot.progress, &curriculum));
        }
    }

    #[test]
    fn going_on_from_a_fold_that_was_kept_is_the_same_as_folding_all(entries in entries(), cut in 0..40_usize) {
        let curriculum = curriculum();
        let diary = diary(&entries);
        let (before, after) = diary.events().split_at(cut.min(diary.events().len()));
        let begun = fold(&Log::of(before.iter().cloned()).unwrap(), &curriculum);
        let mut progress = kept(&begun, &curriculum).unwrap();
        prop_assert_eq!(&progress, &begun);
        if !after.iter().any(|event| matches!(event.deed, Deed::Retracted(_))) {
            for event in after {
                progress.apply(event, &curriculum);
            }
            prop_assert_eq!(progress, fold(&diary.log(), &curriculum));
        }
    }

    #[test]
    fn a_retraction_and_its_retraction_leave_everything_as_it_was(entries in entries()) {
        let curriculum = curriculum();
        let diary = diary(&entries);
        let undone = Undone::of(diary.events());
        let standing = diary.events().iter().rev().find(|event| event.by.is_none() && !undone.contains(event));
        if let Some(target) = standing.map(|event| event.id) {
            let twice = diary.clone().retract(target).retract_last();
            prop_assert_eq!(fold(&twice.log(), &curriculum), fold(&diary.log(), &curriculum));
        }
    }
}
