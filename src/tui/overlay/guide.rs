//! What the curriculum has to say beside the path: what others measured, how options rank, what can wait.

use ratatui::layout::Rect;

use super::Overlay;
use crate::curriculum::Place;
use crate::insight::Chapter;
use crate::text::visible;
use crate::tui::canvas::Canvas;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keymap::Scope;
use crate::tui::known::Known;
use crate::tui::look::Form;
use crate::tui::step::Step;
use crate::tui::want::Want;
use crate::tui::widget::{Focus, Leaf, Page, Pane, Reader, Sheet, Text};

/// How many columns it takes at the most, frame and all.
const COLUMNS: u16 = 92;

/// The overlay.
#[derive(Debug, Default)]
pub struct Guide {
    reader: Reader,
}

impl Guide {
    fn text(known: &Known, area: Rect) -> Text<Place> {
        let width = match known.look.form {
            Form::Panes => Sheet::room(COLUMNS, area),
            Form::Lines => Leaf::width(area, Form::Lines),
        };
        let mut page = Page::new(known, width);
        match &known.guide {
            Some(chapters) if chapters.is_empty() => {
                page.dim("This path has nothing to say beside its milestones.");
            }
            Some(chapters) => {
                for chapter in chapters.iter() {
                    write(chapter, &mut page);
                }
            }
            None => {}
        }
        page.finish()
    }
}

fn write(chapter: &Chapter, page: &mut Page<Place>) {
    let theme = page.theme;
    page.heading(&visible(&chapter.title));
    if !chapter.lead.is_empty() {
        page.dim(&visible(&chapter.lead));
    }
    for entry in &chapter.entries {
        let text = visible(&entry.text);
        match entry.place {
            Some(place) => page.leading("– ", &text, theme.text, place),
            None => page.led("– ", &text, theme.text),
        }
        if !entry.note.is_empty() {
            page.led("    ", &visible(&entry.note), theme.dim);
        }
    }
}

impl Overlay for Guide {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Guide, Scope::List]
    }

    fn offers(&self, command: Command, known: &Known) -> bool {
        let text = Self::text(known, known.body());
        command != Command::Follow || self.reader.item(&text, known.page()).is_some()
    }

    fn wants(&self, known: &Known) -> Option<Want> {
        known.guide.is_none().then_some(Want::Guide)
    }

    fn update(&mut self, command: Command, known: &Known) -> Step {
        let text = Self::text(known, known.body());
        match command {
            Command::Move(motion) => self.reader.go(motion, &text, known.page()),
            Command::Follow => {
                if let Some(place) = self.reader.item(&text, known.page()) {
                    return Step::Show(known.milestone(*place).key.clone());
                }
            }
            Command::Close => return Step::Close(Effect::None),
            _ => {}
        }
        Step::Stay
    }

    fn click(&mut self, _pane: usize, row: usize, known: &Known) -> Step {
        let text = Self::text(known, known.body());
        match self.reader.click(row, &text, known.page()) {
            Some(_) => self.update(Command::Follow, known),
            None => Step::Stay,
        }
    }

    fn draw(&self, known: &Known, area: Rect, canvas: &mut Canvas<'_>) {
        let text = Self::text(known, area);
        let sheet = Sheet {
            title: "Good to know",
            place: &self.reader.left(&text, Pane::height(area, canvas.form())),
            columns: COLUMNS,
            rows: text.lines.len(),
        };
        let inside = sheet.draw(area, canvas);
        self.reader.draw(text, 0, Focus::Here, inside, canvas);
    }
}
