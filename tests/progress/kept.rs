//! A fold that was kept as bytes comes back as it was.

use milepost::curriculum::Curriculum;
use milepost::curriculum::model::Relation;
use milepost::progress::kept::Kept;
use milepost::progress::{Progress, fold};

use super::wire::one_of_each;
use crate::kit::diary::Diary;
use crate::kit::outline::Outline;

fn curriculum() -> Curriculum {
    Outline::new()
        .choice("language", &["go", "rust"])
        .milestone("a", &[])
        .check("why", &[])
        .milestone("b", &["a"])
        .formerly("part", Relation::Merged)
        .build()
}

/// The fold after a way through bytes.
pub(super) fn kept(progress: &Progress, curriculum: &Curriculum) -> Option<Progress> {
    let mut kept = Kept::over(curriculum);
    for part in progress.parts() {
        kept.add(&part)?;
    }
    kept.whole(curriculum.milestones.len())
}

#[test]
fn every_deed_comes_back_whoever_did_it() {
    let curriculum = curriculum();
    let mentor = "mentor@school.example";
    for deed in one_of_each() {
        for diary in [Diary::new(), Diary::new().mentor(mentor)] {
            let progress = fold(&diary.deed(deed.clone()).log(), &curriculum);
            let back = kept(&progress, &curriculum);
            assert_eq!(back.as_ref(), Some(&progress), "{deed:?}");
        }
    }
}

#[test]
fn a_fold_of_which_a_part_is_missing_or_cut_does_not_come_back() {
    let curriculum = curriculum();
    let progress = fold(&Diary::new().done("a").note("b", "x").log(), &curriculum);
    let parts: Vec<Vec<u8>> = progress.parts().collect();
    assert_eq!(parts.len(), 2);
    for cut in [&parts[..1], &parts[1..], &[]] {
        let mut kept = Kept::over(&curriculum);
        let taken = cut.iter().try_for_each(|part| kept.add(part));
        let whole = taken.and_then(|()| kept.whole(curriculum.milestones.len()));
        assert_eq!(whole, None);
    }
    for part in &parts {
        let mut kept = Kept::over(&curriculum);
        assert_eq!(kept.add(&part[..part.len() - 1]), None);
    }
}
