//! All keys that work where it was opened, how to use them, and what the symbols mean.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Overlay;
use crate::insight::State;
use crate::insight::cohort::Phase;
use crate::text::columns;
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::Effect;
use crate::tui::key;
use crate::tui::keymap::{self, Scope};
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::role::Role;
use crate::tui::step::Step;
use crate::tui::theme::Theme;
use crate::tui::widget::{MARKED, Pane, Sheet, colour, left, phase_colour, places, read, wrap};

/// How many columns the text takes, whatever the terminal; how many of them the keys take; and what lies between two
/// such texts side by side.
const WIDTH: usize = 66;
const KEYS: usize = 18;
const GAP: usize = 3;

/// How many columns the frame takes.
const FRAME: usize = 4;

/// The help on some scopes.
#[derive(Debug)]
pub struct Help {
    about: &'static [Scope],
    scrolled: usize,
}

/// Writes the help in lines of some width.
struct Writer {
    theme: &'static Theme,
    width: usize,
}

impl Help {
    /// The help on these scopes.
    pub fn of(about: &'static [Scope]) -> Self {
        Self { about, scrolled: 0 }
    }

    /// All lines, and how wide the sheet for them is: two columns where there is room.
    fn lines(&self, known: &Known, area: Rect) -> (Vec<Line<'static>>, u16) {
        let wide = 2 * WIDTH + GAP + FRAME;
        let both = usize::from(area.width) >= wide && known.look.form == Form::Panes;
        let alone = match known.look.form {
            Form::Panes => WIDTH.min(usize::from(area.width).saturating_sub(FRAME)),
            Form::Lines => usize::from(area.width),
        };
        let writer = Writer {
            theme: known.theme(),
            width: if both { WIDTH } else { alone },
        };
        let parts = self.parts(known.role(), &writer);
        let (mut lines, columns) = if both {
            (beside_each_other(parts), wide)
        } else {
            (parts.concat(), alone + FRAME)
        };
        // The last part has nothing to be kept apart from.
        lines.pop();
        (lines, u16::try_from(columns).unwrap_or(u16::MAX))
    }

    /// The help in parts that stay together, each with an empty line behind it.
    fn parts(&self, role: Role, writer: &Writer) -> Vec<Vec<Line<'static>>> {
        let scopes = keymap::working(self.about);
        let keys = scopes.map(|scope| self.keys(scope, writer));
        let hints = writer.part(
            "How to",
            hints(self.about).iter().map(|hint| writer.text(hint)),
        );
        let symbols = writer.part("Symbols", symbols(role, writer).into_iter());
        let parts = [hints].into_iter().chain(keys).chain([symbols]);
        parts.filter(|part| !part.is_empty()).collect()
    }

    /// The keys of a scope that mean something here; with those for everywhere, the ways to the screens.
    fn keys(&self, scope: Scope, writer: &Writer) -> Vec<Line<'static>> {
        let accent = writer.theme.accent;
        let bindings = scope.bindings().iter().filter_map(|binding| {
            let keys: Vec<String> = binding.labels(self.about).collect();
            (!keys.is_empty()).then(|| writer.beside(&keys.join(" "), accent, binding.long))
        });
        let screens = scope.rows().iter().map(|row| {
            let screen = format!("the screen “{}”", row.title);
            writer.beside(&key::label(row.key), accent, &screen)
        });
        writer.part(scope.title(), bindings.chain(screens))
    }
}

impl Overlay for Help {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Help, Scope::List]
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let Command::Move(motion) = command else {
            return Step::Close(Effect::None);
        };
        let area = known.body();
        let (lines, _) = self.lines(known, area);
        let page = Pane::height(area, known.look.form);
        self.scrolled = motion.from(self.scrolled, places(lines.len(), page), page);
        Step::Stay
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let (lines, columns) = self.lines(known, area);
        let page = Pane::height(area, known.look.form);
        // The terminal may have grown since it was scrolled.
        let scrolled = self.scrolled.min(places(lines.len(), page) - 1);
        let left = left(lines.len(), scrolled, page);
        let place = if scrolled + page < lines.len() {
            let down = keymap::name(Command::Move(Motion::Down(1)));
            format!("{down} shows {left}")
        } else {
            left
        };
        let sheet = Sheet {
            title: "Keys",
            place: &place,
            columns,
            rows: lines.len(),
        };
        let inside = sheet.draw(area, canvas);
        read(lines, scrolled, inside, canvas);
    }
}

impl Writer {
    /// A part under a title; nothing where there is nothing to say.
    fn part(
        &self,
        title: &'static str,
        texts: impl Iterator<Item = Vec<Line<'static>>>,
    ) -> Vec<Line<'static>> {
        let texts: Vec<Line<'static>> = texts.flatten().collect();
        if texts.is_empty() {
            return texts;
        }
        let title = Line::styled(title, self.theme.title);
        let mut lines = vec![title];
        lines.extend(texts);
        lines.push(Line::default());
        lines
    }

    fn text(&self, text: &str) -> Vec<Line<'static>> {
        let lines = wrap(text, self.width.saturating_sub(2)).into_iter();
        lines.map(|line| Line::raw(format!("  {line}"))).collect()
    }

    /// A text that hangs beside a term; below it, where the term is long.
    fn beside(&self, term: &str, style: Style, text: &str) -> Vec<Line<'static>> {
        let indent = KEYS.min(self.width / 3);
        let fits = columns(term) < indent;
        let mut lines = Vec::new();
        if !fits {
            lines.push(Line::styled(format!("  {term}"), style));
        }
        let texts = wrap(text, self.width.saturating_sub(indent + 2));
        for (index, line) in texts.into_iter().enumerate() {
            let lead = if index == 0 && fits { term } else { "" };
            let pad = " ".repeat(indent.saturating_sub(columns(lead)));
            lines.push(Line::from(vec![
                Span::styled(format!("  {lead}"), style),
                Span::raw(pad),
                Span::raw(line),
            ]));
        }
        lines
    }
}

/// What the symbols mean, for a learner or a mentor.
fn symbols(role: Role, writer: &Writer) -> Vec<Vec<Line<'static>>> {
    match role {
        Role::Learner => {
            let states = State::ALL.iter();
            let line = |state: &State| {
                let style = colour(*state, writer.theme);
                writer.beside(state.symbol(), style, state.word())
            };
            states.map(line).collect()
        }
        Role::Mentor => {
            let phases = Phase::ALL.iter().filter(|phase| **phase != Phase::Away);
            let line = |phase: &Phase| {
                let style = phase_colour(*phase, writer.theme);
                writer.beside(phase.symbol(), style, phase.word())
            };
            let beside = beside_phases(writer.theme).into_iter();
            let beside = beside.map(|(sign, style, told)| writer.beside(sign, style, told));
            phases.map(line).chain(beside).collect()
        }
    }
}

/// What else a mentor's screens show in a column of its own.
fn beside_phases(theme: &Theme) -> [(&'static str, Style, &'static str); 7] {
    let begun = State::Begun;
    [
        ("↻", theme.accent, "waits again, after it was answered"),
        (
            begun.symbol(),
            colour(begun, theme),
            "some of a stage or path is done",
        ),
        (
            "!",
            theme.busy,
            "a learner who is stuck, or of whom there is something to know",
        ),
        (
            "✗",
            theme.bad,
            "before the name of a file: it could not be read",
        ),
        (
            "–",
            theme.dim,
            "who sent nothing, or a stage that asks for nothing",
        ),
        (
            "→",
            theme.text,
            "your answers that have not reached them yet",
        ),
        (MARKED, theme.title, "marked for the next answer"),
    ]
}

/// What a list of keys does not tell.
fn hints(about: &[Scope]) -> Vec<String> {
    let name = keymap::name;
    let mut hints = Vec::new();
    if about.contains(&Scope::List) {
        let (down, last) = (
            name(Command::Move(Motion::Down(1))),
            name(Command::Move(Motion::Last)),
        );
        hints.push(format!(
            "A number before a key that moves says how far, or where to: 5{down} goes down by five, 3{last} to the third line."
        ));
    }
    if about.contains(&Scope::Milestone) {
        let (start, tick) = (name(Command::Start), name(Command::Tick));
        hints.push(format!(
            "Before a key that starts, ticks, skips or reopens, it says how many: 3{start} starts three from the cursor down, 3 and {tick} ticks them."
        ));
    }
    if about.contains(&Scope::Everywhere) {
        let (find, palette) = (name(Command::Find), name(Command::Palette));
        hints.push(format!(
            "No need to remember keys: {find} finds what you learn, {palette} what you can do, by a few letters of its name."
        ));
    }
    if about.contains(&Scope::Desk) {
        hints.push(format!(
            "No need to remember keys: {} finds what you can do, by a few letters of its name.",
            name(Command::Palette)
        ));
    }
    if about.iter().any(|scope| scope.takes_text()) {
        hints.push(
            "A line is edited as in a shell: by letters, by words, from its start to its end."
                .to_owned(),
        );
    }
    hints
}

/// The parts in two columns that are about equally long.
fn beside_each_other(parts: Vec<Vec<Line<'static>>>) -> Vec<Line<'static>> {
    let half = parts.iter().map(Vec::len).sum::<usize>().div_ceil(2);
    let (mut lefts, mut rights) = (Vec::new(), Vec::new());
    for part in parts {
        let onto_left = rights.is_empty() && lefts.len() + part.len() / 2 <= half;
        let column = if onto_left { &mut lefts } else { &mut rights };
        column.extend(part);
    }
    let rows = lefts.len().max(rights.len());
    lefts.resize_with(rows, Line::default);
    rights.resize_with(rows, Line::default);
    let rows = lefts.into_iter().zip(rights);
    rows.map(|(left, right)| {
        let pad = (WIDTH + GAP).saturating_sub(left.width());
        let pad = Span::raw(" ".repeat(pad));
        spans(left).chain([pad]).chain(spans(right)).collect()
    })
    .collect()
}

/// The parts of a line, each in the style that the line gives it.
fn spans(line: Line<'static>) -> impl Iterator<Item = Span<'static>> {
    let style = line.style;
    let spans = line.spans.into_iter();
    spans.map(move |span| Span::styled(span.content, style.patch(span.style)))
}
