//! Problems as text: file, line and column, the line itself with a caret, what was expected, a hint.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::problem::{Faulty, Problem, Spot};
use crate::text::visible;

/// How far around a place a long line is shown, in bytes.
const WINDOW: usize = 400;

/// How problems are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Text alone.
    Plain,
    /// With the colours of a terminal.
    Colour,
}

impl Faulty {
    /// All problems, one after the other, with a last line that counts them.
    pub fn render(&self, ink: Ink) -> String {
        let renderer = match ink {
            Ink::Plain => Renderer::plain(),
            Ink::Colour => Renderer::styled(),
        };
        let renderer = renderer.decor_style(DecorStyle::Ascii);
        let mut text = String::new();
        for problem in &self.problems {
            text.push_str(&renderer.render(&self.report(problem)));
            text.push_str("\n\n");
        }
        text.push_str(&self.count());
        text
    }

    fn count(&self) -> String {
        match self.problems.len() + self.more {
            1 => "1 problem\n".to_owned(),
            all if self.more == 0 => format!("{all} problems\n"),
            all => format!(
                "{all} problems, of which the first {} are shown\n",
                self.problems.len()
            ),
        }
    }

    fn report<'a>(&'a self, problem: &'a Problem) -> Vec<Group<'a>> {
        let title = Level::ERROR
            .primary_title(visible(&problem.what))
            .id(problem.code);
        let mut group = title.element(self.snippet(problem.spot, None));
        for related in &problem.related {
            group = group.element(self.snippet(related.spot, Some(&related.label)));
        }
        if let Some(hint) = &problem.hint {
            group = group.element(Level::HELP.message(visible(hint)));
        }
        vec![group]
    }

    /// The line of a place. Only that line is handed on: looking through the whole file for each of many problems
    /// would take as long as the file times the problems.
    fn snippet<'a>(
        &'a self,
        spot: Spot,
        label: Option<&'a str>,
    ) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let source = self.sources.get(spot.file);
        let (name, text) = source.map_or(("", ""), |source| {
            (source.name.as_str(), source.text.as_str())
        });
        let line = line(text, spot);
        let excerpt = text.get(line.clone()).unwrap_or_default();
        let start = spot.start.clamp(line.start, line.end) - line.start;
        let end = spot.end.clamp(line.start + start, line.end) - line.start;
        let kind = if label.is_none() {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let annotation = kind.span(start..end).label(label.map(visible));
        Snippet::source(excerpt)
            .path(visible(name))
            .line_start(spot.line)
            .annotation(annotation)
    }
}

/// The bytes of the line of a place, or of as much of it as a reader can take in.
fn line(text: &str, spot: Spot) -> std::ops::Range<usize> {
    let place = spot.start.min(text.len());
    let before = text.floor_char_boundary(place.saturating_sub(WINDOW));
    let after = text.floor_char_boundary((place + WINDOW).min(text.len()));
    let start = text[before..place]
        .rfind('\n')
        .map_or(before, |at| before + at + 1);
    let end = text[place..after].find('\n').map_or(after, |at| place + at);
    start..end
}

impl std::fmt::Display for Faulty {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.render(Ink::Plain))
    }
}

impl std::error::Error for Faulty {}
