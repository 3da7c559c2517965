//! Sends all answers: where the review files go, with which key they are signed, and who signs.

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{After, Overlay};
use crate::text::{clip, visible};
use crate::tui::canvas::Canvas;
use crate::tui::command::{Command, Motion};
use crate::tui::effect::{Effect, Reviewing};
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::message::Failure;
use crate::tui::review::{Envelope, Review};
use crate::tui::step::Step;
use crate::tui::widget::{Sheet, Typing, wrap};

/// How many columns the sheet wants, and its names of the lines.
const WIDTH: u16 = 76;
const NAME: u16 = 13;

/// What stands before each line, and what an empty one means.
const LINES: [(&str, &str); 3] = [
    ("Into folder", "it is made if need be"),
    (
        "Signed with",
        "your SSH key, such as ~/.ssh/id_ed25519; empty: not signed, so that they are claims",
    ),
    (
        "You are",
        "as your learners list your key, such as mentor@school.example",
    ),
];

/// The lines, and which of them is typed in.
#[derive(Debug)]
pub struct Sending {
    lines: [Typing; 3],
    at: usize,
    refused: Option<Failure>,
}

impl Sending {
    /// The lines as they were sent the last time.
    pub fn of(envelope: &Envelope) -> Self {
        let Envelope {
            folder,
            key,
            reviewer,
        } = envelope;
        let lines = [folder, key, reviewer];
        Self {
            lines: lines.map(|line| Typing::of(line, Vec::new())),
            at: 0,
            refused: None,
        }
    }

    fn envelope(&self) -> Envelope {
        let [folder, key, reviewer] =
            [0, 1, 2].map(|line| self.lines[line].text().trim().to_owned());
        Envelope {
            folder,
            key,
            reviewer,
        }
    }

    fn send(&mut self) -> Step {
        let envelope = self.envelope();
        let lacks = match (envelope.folder.as_str(), envelope.reviewer.as_str()) {
            ("", _) => Some((0, "say into which folder the files go")),
            (_, "") if envelope.key.is_empty() => Some((2, "say who you are")),
            _ => None,
        };
        if let Some((line, what)) = lacks {
            self.at = line;
            self.refused = Some(Failure::of(what, ""));
            return Step::Stay;
        }
        Step::review(Reviewing::Send(envelope))
    }
}

/// What is about to be sent.
fn told(review: &Review) -> String {
    let answers = match review.sums.unsent {
        0 => "Nothing new. Who has not all of your answers yet gets them again.".to_owned(),
        1 => "1 answer".to_owned(),
        answers => format!("{answers} answers"),
    };
    match review.sums.unsent {
        0 => answers,
        _ => format!(
            "{answers}. Each learner gets one file, which they take in with `milepost import`."
        ),
    }
}

impl Overlay for Sending {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Sending]
    }

    fn update(&mut self, command: Command, _known: &Known) -> Step {
        match command {
            Command::Send => return self.send(),
            Command::Move(motion @ (Motion::Up(_) | Motion::Down(_))) => {
                self.at = motion.around(self.at, self.lines.len());
            }
            _ => return Step::Close(Effect::None),
        }
        Step::Stay
    }

    fn click(&mut self, _pane: usize, row: usize, _known: &Known) -> Step {
        self.at = row.min(self.lines.len() - 1);
        Step::Stay
    }

    fn typed(&mut self, key: KeyEvent) {
        self.lines[self.at].typed(key);
        self.refused = None;
    }

    fn pasted(&mut self, text: &str) -> Result<(), Failure> {
        self.refused = None;
        self.lines[self.at].pasted(text)
    }

    fn recorded(&mut self) -> After {
        After::Close(Effect::None)
    }

    fn failed(&mut self, failure: Failure) -> Option<Failure> {
        self.refused = Some(failure);
        None
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let theme = known.theme();
        let width = Sheet::room(WIDTH, area);
        let told = known.review.as_ref().map_or_else(String::new, told);
        let told = wrap(&told, width);
        let hint = wrap(LINES[self.at].1, width);
        let refused = self.refused.iter().flat_map(Failure::reasons);
        let refused: Vec<String> = refused.flat_map(|line| wrap(&line, width)).collect();
        let sheet = Sheet {
            title: "Send all answers",
            place: "",
            columns: WIDTH,
            rows: told.len() + LINES.len() + hint.len() + refused.len() + 2,
        };
        let inside = sheet.draw(area, canvas);
        let above = u16::try_from(told.len() + 1).unwrap_or(0);
        let above = above.min(inside.height.saturating_sub(4));
        let told = told.into_iter().map(|line| Line::styled(line, theme.text));
        canvas.lines(told.take(usize::from(above)), inside);
        for (index, (name, _)) in LINES.iter().enumerate() {
            let row = Rect {
                y: inside.y + above + u16::try_from(index).unwrap_or(0),
                height: 1,
                ..inside
            }
            .intersection(inside);
            self.draw_line(index, name, row, canvas);
        }
        let taken = above + u16::try_from(LINES.len()).unwrap_or(0);
        let below = Rect {
            y: inside.y + taken,
            height: inside.height.saturating_sub(taken),
            ..inside
        };
        let hint = hint.into_iter().map(|line| Line::styled(line, theme.dim));
        let refused = refused
            .into_iter()
            .map(|line| Line::styled(line, theme.bad));
        canvas.lines(refused.chain(hint), below);
    }
}

impl Sending {
    fn draw_line(&self, index: usize, name: &str, row: Rect, canvas: &mut Canvas<'_>) {
        let theme = canvas.theme();
        let name = Span::styled(name.to_owned(), theme.accent);
        canvas.line(&Line::from(name), row);
        let line = Rect {
            x: row.x + NAME.min(row.width),
            width: row.width.saturating_sub(NAME),
            ..row
        };
        canvas.spot(row, crate::tui::canvas::Spot::Row(0, index));
        if index == self.at {
            self.lines[index].draw(line, canvas);
        } else {
            let text = visible(self.lines[index].text());
            let text = clip(&text, usize::from(line.width)).into_owned();
            canvas.line(&Line::styled(text, theme.text), line);
        }
    }
}
