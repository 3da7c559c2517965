//! What is told of a cohort, in every form.

mod event;
mod forms;
mod hostile;

use milepost::curriculum::{Curriculum, EvidenceKind};
use milepost::insight::cohort::{Absent, Bad, Cohort, Draft, Drafts, Enrolled, Remark};
use milepost::progress::Answer;
use milepost::progress::verdict::Ruling;
use milepost::report::cohort::Overview;
use uuid::Uuid;

use crate::kit::cohort::{Class, MENTOR, day};
use crate::kit::diary::Diary;
use crate::kit::outline::{Outline, key};

const TODAY: &str = "2026-11-20";

/// Two stages, of which the second has something that is hard.
fn curriculum() -> Curriculum {
    Outline::new()
        .milestone("git", &[])
        .asks_for(EvidenceKind::Repository)
        .milestone("loops", &[])
        .hours(3, 3)
        .check("why", &[])
        .stage("data")
        .milestone("joins", &["loops"])
        .hours(10, 10)
        .milestone("indexes", &["joins"])
        .hours(6, 6)
        .build()
}

/// Somebody who handed in a second time, and waits.
fn again() -> Diary {
    Diary::new()
        .on("2026-10-26")
        .start("git")
        .on("2026-10-28")
        .repository("git", 1)
        .done("git")
        .on("2026-11-02")
        .mentor(MENTOR)
        .answers("git", Ruling::Returned)
        .learner()
        .on("2026-11-08")
        .repository("git", 2)
        .reply("git", "See the second one.")
        .on("2026-11-17")
        .done("loops")
}

/// Somebody who does something every second day, until they do not.
fn silent() -> Diary {
    ["2026-10-20", "2026-10-22", "2026-10-24", "2026-10-26"]
        .into_iter()
        .fold(Diary::new(), |diary, day| {
            diary.on(day).start("joins").spend("joins", 90)
        })
}

/// Somebody who is nearly through, of whose work one was verified this week.
fn ahead() -> Diary {
    Diary::new()
        .on("2026-11-01")
        .done("git")
        .done("loops")
        .answer("loops", "why", Answer::Unsure)
        .on("2026-11-15")
        .done("joins")
        .mentor(MENTOR)
        .answers("git", Ruling::Verified)
        .learner()
        .on("2026-11-18")
        .start("indexes")
}

/// A group with something of everything.
fn cohort() -> Cohort {
    let waiting = Diary::new().on("2026-11-19").done("git").start("joins");
    let class = Class::of(curriculum())
        .learner("Ada", TODAY, &again())
        .learner("Bea", "2026-11-18", &silent())
        .learner("Cem", TODAY, &ahead())
        .learner("Dov", "2026-10-30", &silent())
        .learner("Eli", TODAY, &waiting);
    let mut cohort = class.cohort;
    let enrolled = [
        ("ada", "red", "7"),
        ("bea", "red", "=1+1"),
        ("cem", "blue", ""),
    ];
    for (card, (handle, group, seat)) in cohort.cards.iter_mut().zip(enrolled) {
        card.enrolled = Some(Enrolled {
            name: None,
            handle: Some(handle.into()),
            group: Some(group.into()),
            extra: [seat.into()].into(),
        });
    }
    cohort.columns = vec!["seat".into()];
    cohort.cards[3].remarks = vec![Remark::NotEnrolled, Remark::OtherText("0.9.0".into())];
    cohort.cards[4].remarks = vec![Remark::NotEnrolled];
    cohort.bad = vec![Bad {
        file: "torn.milepost.json".to_owned(),
        why: "it was cut or altered after it was written".to_owned(),
        hint: "Ask for the file again.".to_owned(),
    }];
    cohort.absent = vec![Absent {
        line: 5,
        id: None,
        enrolled: Enrolled {
            name: Some("Fay".into()),
            ..Enrolled::default()
        },
    }];
    cohort
}

/// That the mentor has an answer to the last one, which is not sent.
fn drafts(cohort: &Cohort) -> Drafts {
    let waiting = &cohort.cards[4].waiting[0];
    Drafts::from_iter([Draft {
        learner: Uuid::from_u128(5),
        milestone: key("git"),
        verdict: Ruling::Verified,
        level: None,
        comment: None,
        answers: waiting.submission,
        evidence_digest: String::new(),
        milestone_digest: String::new(),
        written: "2026-11-20T09:00:00+01:00".parse().unwrap(),
    }])
}

/// What a function makes of a cohort.
fn told<T>(cohort: &Cohort, tell: impl FnOnce(Overview<'_>) -> T) -> T {
    let drafts = drafts(cohort);
    tell(Overview {
        cohort,
        drafts: &drafts,
        today: day(TODAY),
    })
}
