//! Everything about the milestone under the cursor, as lines to read.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::curriculum::graph::Opens;
use crate::curriculum::{Applies, Detail, EvidenceKind, Place};
use crate::insight::{State, Status, answer_symbol, verdicts};
use crate::text::{columns, visible};
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::known::Known;
use crate::tui::widget::{Focus, Pane, colour, left, places, read, wrap};

/// How many titles of what a milestone opens are written out.
const OPENED: usize = 2;

/// Draws the pane, with so many lines scrolled away.
pub(super) fn draw(
    place: Place,
    scrolled: usize,
    focus: Focus,
    known: &Known,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let room = area.inner(Margin::new(2, 1));
    let lines = lines(place, known, usize::from(room.width));
    let height = usize::from(room.height);
    let scrolled = scrolled.min(places(lines.len(), height) - 1);
    let pane = Pane {
        title: &known.title(place),
        place: &left(lines.len(), scrolled, height),
        focus,
    };
    pane.draw(known.theme, area, frame);
    read(lines, scrolled, room, frame);
}

/// All there is to read, in lines of this width.
pub(super) fn lines(place: Place, known: &Known, width: usize) -> Vec<Line<'static>> {
    let mut page = Page {
        known,
        place,
        width,
        lines: Vec::new(),
    };
    page.title();
    page.standing();
    page.path();
    if let Some(detail) = known.detail_of(place) {
        page.about(detail);
        page.questions(detail);
    }
    page.evidence();
    page.verdicts();
    page.notes();
    page.lines
}

/// The lines as they are written, one paragraph after the other.
struct Page<'a> {
    known: &'a Known,
    place: Place,
    width: usize,
    lines: Vec<Line<'static>>,
}

impl Page<'_> {
    /// The title, where the frame has no room for the whole of it.
    fn title(&mut self) {
        let title = self.known.title(self.place);
        if columns(&title) > self.width {
            self.text(&title, self.known.theme.title);
            self.gap();
        }
    }

    /// What it is, and how it stands.
    fn standing(&mut self) {
        let entry = self.known.snapshot.entry(self.place);
        let milestone = entry.milestone;
        let mut words = vec![
            milestone.kind.word().to_owned(),
            milestone.hours.to_string(),
        ];
        for (holds, word) in [
            (milestone.hard, "hard"),
            (milestone.optional, "optional"),
            (milestone.recommended, "recommended"),
        ] {
            words.extend(holds.then(|| word.to_owned()));
        }
        self.dim(&words.join(" · "));
        let state = State::of(&entry);
        let said = format!("{} {}", state.symbol(), self.state_words(state));
        self.text(&said, colour(state, self.known.theme));
        if let Some(choice) = self.known.waits_for(self.place) {
            let name = self.known.choice_name(choice);
            let key = keymap::name(Command::Choose);
            let first = format!("choose your {name} first: {key}");
            self.text(&first, self.known.theme.accent);
        }
    }

    /// The state in words, with the day where there is one.
    fn state_words(&self, state: State) -> String {
        let mark = self.known.snapshot.progress.mark(self.place);
        let unproven = self.known.snapshot.standing.at(self.place).unproven;
        match (state, &mark.done, &mark.skipped) {
            (State::Done, Some(tick), _) => {
                let day = tick.stamp.wall.day();
                let early = if tick.out_of_order {
                    ", out of order"
                } else {
                    ""
                };
                let open = if unproven { ", to be proven" } else { "" };
                format!("done on {day}{}{early}{open}", self.made_under())
            }
            (State::Skipped, _, Some(skip)) => match &skip.reason {
                Some(reason) => format!("skipped: {}", visible(reason)),
                None => "skipped".to_owned(),
            },
            _ => state.word().to_owned(),
        }
    }

    /// The options under which it was done, where others are chosen now.
    fn made_under(&self) -> String {
        let options = self.known.snapshot.made_under(self.place);
        let titles: Vec<_> = options
            .iter()
            .map(|option| visible(&option.title))
            .collect();
        if titles.is_empty() {
            String::new()
        } else {
            format!(" under {}", titles.join(", "))
        }
    }

    /// What comes before it and what after.
    fn path(&mut self) {
        self.gap();
        let requires = &self.known.milestone(self.place).requires;
        let applies =
            |place: &&Place| self.known.snapshot.standing.at(**place).applies == Applies::Yes;
        for (index, before) in requires.iter().filter(applies).enumerate() {
            let status = self.known.snapshot.standing.at(*before).status;
            let (symbol, style) = match status {
                Status::Done | Status::Credited => ("✓", self.known.theme.good),
                Status::Skipped => (State::Skipped.symbol(), self.known.theme.dim),
                _ => (State::Locked.symbol(), self.known.theme.busy),
            };
            let lead = if index == 0 { "needs  " } else { "       " };
            let title = format!("{symbol} {}", self.known.title(*before));
            self.led(lead, &title, style);
        }
        let opens = self.opens();
        if !opens.is_empty() {
            self.led("opens  ", &opens, self.known.theme.text);
        }
    }

    /// "Indexes and query plans, and 6 more": the first by name, and how many stand behind them.
    fn opens(&self) -> String {
        let Opens { direct, behind } = self.known.snapshot.opens(self.place);
        let titles: Vec<String> = direct
            .iter()
            .take(OPENED)
            .map(|place| self.known.title(*place))
            .collect();
        let rest = direct.len().saturating_sub(OPENED) + behind;
        match (titles.is_empty(), rest) {
            (true, _) => String::new(),
            (false, 0) => titles.join(", "),
            (false, rest) => format!("{}, and {rest} more", titles.join(", ")),
        }
    }

    fn about(&mut self, detail: &Detail) {
        if let Some(about) = &detail.about {
            self.gap();
            self.filled(about, "");
        }
        if !detail.project_ideas.is_empty() {
            self.heading("Ideas");
            for idea in &detail.project_ideas {
                self.filled(idea, "– ");
            }
        }
        if let Some(note) = &detail.skip_note {
            self.heading("What can wait");
            self.filled(note, "");
        }
    }

    fn questions(&mut self, detail: &Detail) {
        let chosen = self.known.snapshot.chosen_at(self.place);
        let entry = self.known.snapshot.entry(self.place);
        let checks = entry.milestone.checks.iter().zip(&detail.asks);
        let asked = checks.filter(|(check, _)| check.when.applies(chosen) != Applies::No);
        for (index, (check, ask)) in asked.enumerate() {
            if index == 0 {
                self.heading("Can you answer these?");
            }
            let answer = entry.mark.answers.get(&check.id);
            let symbol = answer_symbol(answer.map(|answered| answered.answer));
            self.filled(ask, &format!("{} {symbol} ", index + 1));
        }
    }

    fn evidence(&mut self) {
        let entry = self.known.snapshot.entry(self.place);
        let asked = entry.milestone.evidence;
        let attached = &entry.mark.evidence;
        if asked == EvidenceKind::None && attached.is_empty() {
            return;
        }
        self.heading("Evidence");
        if !entry.mark.has_evidence(asked) {
            let key = keymap::name(Command::Evidence);
            self.led(
                "",
                &format!("· {} asked for, none yet: {key}", asked.word()),
                self.known.theme.text,
            );
        }
        for proof in attached {
            let kind = format!("✓ {} ", proof.kind.word());
            self.led(&kind, &proof.content, self.known.theme.text);
        }
    }

    fn verdicts(&mut self) {
        let entry = self.known.snapshot.entry(self.place);
        for judged in verdicts(&entry) {
            let given = judged.given;
            self.heading("What a mentor said");
            let said = format!(
                "{} on {}: {}",
                given.by,
                given.stamp.wall.day(),
                judged.words()
            );
            self.dim(&said);
            if let Some(comment) = &given.verdict.comment {
                self.text(comment, self.known.theme.text);
            }
        }
    }

    fn notes(&mut self) {
        let mark = self.known.snapshot.progress.mark(self.place);
        if mark.notes.is_empty() {
            return;
        }
        self.heading("Notes");
        for note in &mark.notes {
            self.dim(note.stamp.wall.day());
            self.text(&note.text, self.known.theme.text);
        }
    }

    fn gap(&mut self) {
        self.lines.push(Line::default());
    }

    fn heading(&mut self, title: &'static str) {
        self.gap();
        self.lines.push(Line::styled(title, self.known.theme.title));
    }

    fn dim(&mut self, text: &str) {
        self.text(text, self.known.theme.dim);
    }

    fn text(&mut self, text: &str, style: Style) {
        self.led("", text, style);
    }

    /// A text of the curriculum, with the chosen options' names in it.
    fn filled(&mut self, text: &str, lead: &str) {
        let filled = self.known.snapshot.fill(self.place, text);
        self.led(lead, &filled, self.known.theme.text);
    }

    /// A text that hangs behind its lead.
    fn led(&mut self, lead: &str, text: &str, style: Style) {
        let indent = columns(lead);
        let room = self.width.saturating_sub(indent);
        for (index, line) in wrap(text, room).into_iter().enumerate() {
            let lead = if index == 0 {
                lead.to_owned()
            } else {
                " ".repeat(indent)
            };
            self.lines.push(Line::from(vec![
                Span::styled(lead, self.known.theme.dim),
                Span::styled(line, style),
            ]));
        }
    }
}
