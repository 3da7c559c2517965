//! The settings: how the screens look, what the learner plans, and where everything is kept.

use ratatui::layout::Rect;

use super::Screen;
use crate::curriculum::Place;
use crate::progress::Mark;
use crate::text::{columns, visible};
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::overlay::{Entry, Menu};
use crate::tui::plan;
use crate::tui::role::Role;
use crate::tui::settings::{PACE, SETTINGS, Setting, Value};
use crate::tui::shell::{ERRANDS, Errand};
use crate::tui::step::Step;
use crate::tui::theme::Theme;
use crate::tui::want::Want;
use crate::tui::widget::{Cursor, Focus, List, Pane, Row, in_force};

/// How many columns the names take.
const NAME: usize = 14;

/// The screen.
#[derive(Debug)]
pub(super) struct Settings {
    role: Role,
    /// The cursor among the items, which are always the same.
    cursor: Cursor,
}

/// One thing to see or change.
#[derive(Debug, Clone, Copy)]
enum Item {
    /// How the screens look or behave.
    Setting(&'static Setting),
    /// A part of the learner's plan, and what changes it.
    Plan(&'static str, Command),
    /// Something that is so.
    Fact(&'static str, fn(&Known) -> String),
    /// What is done in the shell, by its index among the errands.
    Errand(usize),
}

/// A row: the name of several items, or one of them by its index.
#[derive(Debug, Clone, Copy)]
enum Line {
    Heading(&'static str),
    /// The name of the errands, which is how each of them begins.
    Shell,
    Item(usize, Item),
}

const PLAN: [Item; 5] = [
    Item::Plan("Path", Command::ChangePath),
    Item::Plan("Target", Command::Aim),
    Item::Plan("Hours a week", Command::Hours),
    Item::Plan("You bring", Command::Credit),
    Item::Plan("Pause", Command::Pause),
];

const FACTS: [Item; 2] = [
    Item::Fact("Curriculum", |known| {
        let curriculum = known.curriculum();
        format!("{} {}", curriculum.id, visible(&curriculum.version))
    }),
    Item::Fact("Kept in", |known| known.file.clone()),
];

/// What is in use at a mentor's desk.
const DESK: [Item; 2] = [
    Item::Fact("Folder", |known| {
        let review = known.review.as_ref();
        review.map_or_else(String::new, |review| review.folder.clone())
    }),
    Item::Fact("Kept in", |known| known.file.clone()),
];

impl Screen for Settings {
    fn scopes(&self) -> &'static [Scope] {
        match self.role {
            Role::Learner => &[Scope::Settings, Scope::List, Scope::Everywhere],
            Role::Mentor => &[Scope::Settings, Scope::List, Scope::Desk],
        }
    }

    fn milestone(&self, _known: &Known) -> Option<Place> {
        None
    }

    fn offers(&self, command: Command, _known: &Known) -> bool {
        match command {
            Command::Value(_) => matches!(self.item(), Some(Item::Setting(_))),
            Command::Take => matches!(self.item(), Some(Item::Setting(_) | Item::Plan(..))),
            Command::Copy => matches!(self.item(), Some(Item::Fact(..) | Item::Errand(_))),
            _ => true,
        }
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.appendix.is_none().then_some(Want::Appendix)
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        match (command, self.item()) {
            (Command::Move(motion), _) => {
                self.cursor
                    .step(motion, known.page(), items(self.role).count());
                Step::Stay
            }
            (Command::Value(motion), Some(Item::Setting(setting))) => {
                prefer(setting, next(setting, motion, known))
            }
            (Command::Take, Some(Item::Setting(setting))) => offer(setting, known),
            (Command::Take, Some(Item::Plan(_, command))) => Step::Obey(command),
            (Command::Take | Command::Copy, Some(Item::Fact(_, told))) => {
                Step::Perform(Effect::Copy(told(known)))
            }
            (Command::Take, Some(Item::Errand(index))) => Step::Obey(Command::InShell(index)),
            (Command::Copy, Some(Item::Errand(index))) => {
                Step::Perform(Effect::Copy(ERRANDS[index].line(known)))
            }
            _ => Step::Stay,
        }
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        match lines(self.role).get(row) {
            Some(Line::Item(index, _)) if *index == self.cursor.index() => {
                self.update(Command::Take, known)
            }
            Some(Line::Item(index, _)) => {
                self.cursor = Cursor::at(*index);
                Step::Stay
            }
            _ => Step::Stay,
        }
    }

    fn settle(&mut self, _known: &Known) {}

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let pane = Pane {
            title: "Settings",
            place: &self.cursor.place(items(self.role).count()),
            focus: Focus::Here,
        };
        let inside = pane.draw(area, canvas);
        let lines = lines(self.role);
        let here =
            |line: &Line| matches!(line, Line::Item(index, _) if *index == self.cursor.index());
        let list = List {
            count: lines.len(),
            cursor: lines.iter().position(here),
            focus: Focus::Here,
            pane: 0,
            row: &|index| row(lines[index], known),
        };
        list.draw(inside, canvas);
    }
}

impl Settings {
    /// The settings of somebody in this role.
    pub(super) fn of(role: Role) -> Self {
        Self {
            role,
            cursor: Cursor::default(),
        }
    }

    fn item(&self) -> Option<Item> {
        items(self.role).nth(self.cursor.index())
    }
}

fn items(role: Role) -> impl Iterator<Item = Item> {
    parts(role).into_iter().flat_map(|(_, items)| items)
}

/// The items, each part below its heading.
fn parts(role: Role) -> Vec<(Line, Vec<Item>)> {
    let settings = SETTINGS.iter();
    let screens = Line::Heading("The screens");
    let in_use = Line::Heading("What is in use");
    match role {
        Role::Learner => vec![
            (screens, settings.map(Item::Setting).collect()),
            (Line::Heading("Your plan"), PLAN.to_vec()),
            (in_use, FACTS.to_vec()),
            (Line::Shell, (0..ERRANDS.len()).map(Item::Errand).collect()),
        ],
        Role::Mentor => {
            // Of the pace, only a path is shown.
            let settings = settings.filter(|setting| setting.name != PACE.name);
            vec![
                (screens, settings.map(Item::Setting).collect()),
                (in_use, DESK.to_vec()),
            ]
        }
    }
}

/// All items below the names of what they are.
fn lines(role: Role) -> Vec<Line> {
    let mut index = 0;
    let mut lines = Vec::new();
    for (heading, items) in parts(role) {
        lines.push(heading);
        for item in items {
            lines.push(Line::Item(index, item));
            index += 1;
        }
    }
    lines
}

fn row(line: Line, known: &Known) -> Row {
    let theme = known.theme();
    let (name, value, right) = match line {
        Line::Heading(title) => return heading(title.to_owned(), theme),
        Line::Shell => {
            let program = visible(&known.program);
            return heading(format!("At the shell: {program} …"), theme);
        }
        Line::Item(_, Item::Setting(setting)) => {
            let Value { word, meaning, .. } = known.settings.value(setting);
            (setting.title, format!("{word}: {meaning}"), Vec::new())
        }
        Line::Item(_, Item::Plan(name, command)) => {
            (name, planned(command, known), vec![keymap::name(command)])
        }
        Line::Item(_, Item::Fact(name, told)) => (name, told(known), Vec::new()),
        Line::Item(_, Item::Errand(index)) => {
            let Errand {
                title, arguments, ..
            } = ERRANDS[index];
            (title, arguments.to_owned(), Vec::new())
        }
    };
    Row {
        indent: " ",
        text: beside(name, &value, known.look.form),
        style: theme.text,
        right,
        ..Row::default()
    }
}

fn heading(text: String, theme: &Theme) -> Row {
    Row {
        text,
        style: theme.title,
        ..Row::default()
    }
}

/// A name and its value: in two columns where they are seen, else as they are read aloud.
fn beside(name: &str, value: &str, form: Form) -> String {
    let gap = " ".repeat(NAME.saturating_sub(columns(name)));
    match form {
        Form::Panes => format!("{name}{gap}{value}"),
        Form::Lines => format!("{name}: {value}"),
    }
}

/// What is planned now.
fn planned(command: Command, known: &Known) -> String {
    match command {
        Command::Aim => plan::target(known).map_or_else(
            || "this path has none".to_owned(),
            |(_, target)| visible(&target.title).into_owned(),
        ),
        Command::ChangePath => visible(&known.curriculum().title).into_owned(),
        Command::Hours => match (plan::planned_hours(known), plan::suggested_hours(known)) {
            (Some(hours), _) => hours.to_string(),
            (None, Some(hours)) => format!("{hours}, as the path suggests"),
            (None, None) => "not said yet".to_owned(),
        },
        Command::Credit => {
            let places = 0..known.curriculum().milestones.len();
            let credited = |mark: &Mark| mark.credited.is_some();
            let marks = places.map(|place| known.snapshot.progress.mark(place));
            match marks.filter(|mark| credited(mark)).count() {
                0 => "nothing is credited".to_owned(),
                1 => "1 milestone is credited".to_owned(),
                count => format!("{count} milestones are credited"),
            }
        }
        _ => plan::current_pause(known).map_or_else(
            || "none".to_owned(),
            |pause| format!("until {}", pause.until),
        ),
    }
}

fn next(setting: &'static Setting, motion: Motion, known: &Known) -> &'static Value {
    let now = known.settings.value(setting).word;
    let at = setting.values.iter().position(|value| value.word == now);
    &setting.values[motion.around(at.unwrap_or(0), setting.values.len())]
}

fn prefer(setting: &'static Setting, value: &'static Value) -> Step {
    Step::Perform(Effect::Prefer(setting.name, value.word))
}

/// Offers all values of a setting.
fn offer(setting: &'static Setting, known: &Known) -> Step {
    let now = known.settings.value(setting).word;
    let at = setting.values.iter().position(|value| value.word == now);
    let theme = known.theme();
    let sign = |value: &Value| in_force((value.word == now).then_some("in force"), theme);
    let entries = setting.values.iter().map(|value| Entry {
        row: Row {
            right: vec![value.meaning.to_owned()],
            ..Row::of(sign(value), value.word, theme)
        },
        told: String::new(),
        taken: Box::new(move |_| prefer(setting, value)),
    });
    let menu = Menu::of(setting.title, entries.collect(), at.unwrap_or(0));
    Step::Open(Box::new(menu))
}
