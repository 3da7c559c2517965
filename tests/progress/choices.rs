//! What hangs on a choice.

use std::rc::Rc;

use milepost::curriculum::{Applies, Curriculum};
use milepost::insight::{Snapshot, Standing, Status, open_choice};
use milepost::progress::fold;

use crate::kit::diary::Diary;
use crate::kit::outline::{Outline, id};

fn curriculum() -> Curriculum {
    Outline::new()
        .choice("language", &["python", "go"])
        .milestone("basics", &[])
        .milestone("snakes", &["basics"])
        .when("language", "python")
        .milestone("web", &["basics", "snakes"])
        .build()
}

fn standing(diary: &Diary) -> Standing {
    Standing::of(&fold(&diary.log(), &curriculum()), &curriculum())
}

#[test]
fn what_hangs_on_an_open_choice_is_outside_the_percentage() {
    let open = standing(&Diary::new().done("basics"));
    assert_eq!(open.at(1).applies, Applies::Open);
    assert_eq!(open.total().required, 2);
    let chosen = standing(&Diary::new().done("basics").choose("language", "python"));
    assert_eq!(chosen.at(1).applies, Applies::Yes);
    assert_eq!(chosen.total().required, 3);
}

#[test]
fn what_does_not_apply_drops_out_of_prerequisites() {
    let python = standing(&Diary::new().choose("language", "python").done("basics"));
    assert_eq!(python.at(2).status, Status::Locked);
    let go = standing(&Diary::new().choose("language", "go").done("basics"));
    assert_eq!(go.at(1).applies, Applies::No);
    assert_eq!(go.at(2).status, Status::Open);
}

#[test]
fn only_what_is_required_makes_a_choice_one_that_decides() {
    let deciding = |outline: Outline| {
        let curriculum = outline.build();
        let progress = fold(&Diary::new().log(), &curriculum);
        open_choice::deciding(&Snapshot::of(Rc::new(curriculum), Rc::new(progress)))
    };
    let snakes = || {
        let outline = Outline::new().choice("language", &["python", "go"]);
        outline.milestone("snakes", &[]).when("language", "python")
    };
    assert_eq!(deciding(snakes()), [0]);
    assert_eq!(deciding(snakes().optional()), Vec::<usize>::new());
}

#[test]
fn a_changed_choice_keeps_the_tick_and_the_option_it_was_made_under() {
    let diary = Diary::new()
        .choose("language", "python")
        .done("basics")
        .choose("language", "go")
        .done("web");
    let progress = fold(&diary.log(), &curriculum());
    let selection = &progress.facts().selection;
    let under = |place: usize| {
        selection.made_under(0, progress.mark(place).done.as_ref().unwrap().stamp.order)
    };
    assert_eq!(under(0), [id("python")]);
    assert_eq!(under(2), [id("go")]);
    assert_eq!(selection.chosen().options(0), [id("go")]);
}

#[test]
fn a_tick_made_while_the_group_was_open_belongs_to_the_first_option_chosen_afterwards() {
    let diary = Diary::new()
        .done("basics")
        .choose("language", "go")
        .choose("language", "python");
    let progress = fold(&diary.log(), &curriculum());
    let order = progress.mark(0).done.as_ref().unwrap().stamp.order;
    assert_eq!(progress.facts().selection.made_under(0, order), [id("go")]);
}

#[test]
fn a_retracted_choice_was_never_made() {
    let diary = Diary::new()
        .choose("language", "python")
        .undo()
        .done("basics")
        .choose("language", "go");
    let progress = fold(&diary.log(), &curriculum());
    let order = progress.mark(0).done.as_ref().unwrap().stamp.order;
    assert_eq!(progress.facts().selection.made_under(0, order), [id("go")]);
}

#[test]
fn a_title_names_the_chosen_option_or_that_it_is_open() {
    let mut curriculum = curriculum();
    curriculum.milestones[0].title = "First steps in {language}, {braces} kept".into();
    let title = |diary: &Diary| {
        let progress = fold(&diary.log(), &curriculum);
        Snapshot::of(curriculum.clone().into(), progress.into()).title(0)
    };
    assert_eq!(
        title(&Diary::new()),
        "First steps in your language, {braces} kept"
    );
    assert_eq!(
        title(&Diary::new().choose("language", "go")),
        "First steps in GO, {braces} kept"
    );
}

#[test]
fn an_option_that_another_choice_rules_out_opens_its_choice_again_until_it_fits_again() {
    let curriculum = Outline::new()
        .choice("language", &["python", "go"])
        .choice("framework", &["django"])
        .only_with("language", "python")
        .milestone("a", &[])
        .build();
    let chosen = |diary: &Diary| {
        let progress = fold(&diary.log(), &curriculum);
        progress.facts().selection.chosen().options(1).to_vec()
    };
    let diary = Diary::new()
        .choose("language", "python")
        .choose("framework", "django");
    assert_eq!(chosen(&diary), [id("django")]);
    let diary = diary.choose("language", "go");
    assert!(chosen(&diary).is_empty());
    assert_eq!(chosen(&diary.choose("language", "python")), [id("django")]);
}
