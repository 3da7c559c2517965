//! How each screen looks with nothing in it, as usual, full, and on a narrow terminal, and how each is read aloud.

use milepost::progress::Intent;
use milepost::tui::Options;
use milepost::tui::keymap::TABLE;
use milepost::tui::look::Form;
use milepost::tui::screen::ROWS;
use milepost::tui::settings::Depth;

use super::bindings::{learner, place};
use crate::kit::machine::Machine;
use crate::kit::screen::Screen;

/// A path of one milestone, with nothing to choose and nothing to aim at.
const LEAST: &str = "
format: 1
id: least
version: 1.0.0
title: Least
language: en
stages: [{id: one, title: One, milestones: [{id: a, title: A, kind: concept, hours: 1}]}]
";

/// A path that is more than any terminal shows, in letters of every width, on which everything has happened.
fn full() -> Machine {
    let milestones = (0..60).map(|number| {
        let title = match number % 4 {
            0 => "日本語の表とインデックスの設計をする",
            1 => "👩\u{200D}💻 Ship it, e\u{301}very week, to somebody who looks at it and says what is missing",
            2 => "Größe",
            _ => "A title that goes on and on until there is no room left for it on any terminal at all",
        };
        format!("{{id: m-{number}, title: '{title}', kind: practice, hours: {number}}}", number = number + 1)
    });
    let milestones = milestones.collect::<Vec<_>>().join(", ");
    let options =
        (0..30).map(|number| format!("{{id: o-{number}, title: 'Option 選択肢 {number}'}}"));
    let options = options.collect::<Vec<_>>().join(", ");
    let mut machine = Machine::following(&format!(
        "
format: 1
id: full
version: 1.0.0
title: 'Everything there is to know, 全部, in one path that never ends'
language: en
choices: {{which: {{title: 'Which of all of them, 全部?', pick: {{min: 0, max: 3}}, options: [{options}]}}}}
stages: [{{id: one, title: 'One stage for all of it, 一つの段階', milestones: [{milestones}]}}]
targets: [{{id: all, title: All of it, requirements: [{{id: every, title: 'Every one of them, 全部', all: [m-30, m-60]}}]}}]
"
    ));
    machine.session.prefer("pace", "on").unwrap();
    for number in 1..20 {
        machine.done(&[format!("m-{number}").as_str()]);
        machine.note(
            "m-20",
            "Half a thought 半分 about it, and the other half some other day",
        );
        machine.repository("m-20", &format!("https://example.com/a.learner/{number}"));
    }
    let options = ["o-1", "o-2"].map(|option| option.parse().unwrap());
    machine.does(Intent::Choose(0, options.to_vec()));
    machine
}

/// What is on the screen, but for where this machine keeps its store.
fn text(screen: &Screen) -> String {
    let home = screen.machine.home.path().display().to_string();
    let text = screen.text();
    let lines = text.lines().filter(|line| !line.contains(&home));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_screen_empty_usual_full_and_narrow() {
    for (row, name) in ROWS
        .iter()
        .flat_map(|row| ["empty", "usual", "full", "narrow"].map(|name| (row, name)))
    {
        let screen = match name {
            "empty" => Screen::of(Machine::following(LEAST)),
            "full" => Screen::of(full()),
            "narrow" => Screen::of(full()).sized(44, 16),
            _ => Screen::of(learner()),
        };
        insta::assert_snapshot!(
            format!("{} {name}", row.title),
            text(&screen.press(row.key))
        );
    }
}

fn looking(form: Form) -> Options {
    Options {
        depth: Depth::None,
        form,
        ..Options::default()
    }
}

#[test]
fn every_place_on_a_narrow_terminal() {
    for (scope, _) in TABLE {
        let screen = place(*scope, looking(Form::Panes)).sized(44, 16);
        insta::assert_snapshot!(format!("narrow {scope:?}"), text(&screen));
    }
}

#[test]
fn every_place_read_aloud() {
    for (scope, _) in TABLE {
        let screen = place(*scope, looking(Form::Lines));
        let read = text(&screen);
        assert!(
            !read.contains(['│', '┃', '─', '━']),
            "{scope:?} has a frame:\n{read}"
        );
        let here = screen.line_of_cursor().unwrap_or_default();
        insta::assert_snapshot!(
            format!("aloud {scope:?}"),
            format!("cursor in: {here}\n\n{read}")
        );
    }
}
