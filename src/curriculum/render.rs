//! Problems as text: file, line and column, the line itself with a caret, what was expected, a hint.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::problem::{Faulty, Problem, Spot};
use crate::text::{visible, visible_lines};

/// How many problems are shown; nobody reads the hundredth before mending the first.
const SHOWN: usize = 100;

/// How far around a place a long line is shown, in bytes.
const WINDOW: usize = 400;

/// How many columns a tab takes where a line is shown.
const TAB: usize = 4;

/// How problems are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Text alone.
    Plain,
    /// With the colours of a terminal.
    Colour,
}

impl Faulty {
    /// The first problems, one after the other, with a last line that counts all of them.
    pub fn render(&self, ink: Ink) -> String {
        let renderer = match ink {
            Ink::Plain => Renderer::plain(),
            Ink::Colour => Renderer::styled(),
        };
        let renderer = renderer.decor_style(DecorStyle::Ascii);
        let mut text = String::new();
        for problem in self.problems.iter().take(SHOWN) {
            text.push_str(&renderer.render(&self.report(problem)));
            text.push_str("\n\n");
        }
        text.push_str(&self.count());
        text
    }

    fn count(&self) -> String {
        match self.problems.len() + self.more {
            1 => "1 problem\n".to_owned(),
            all @ ..=SHOWN => format!("{all} problems\n"),
            all => format!(
                "{all} problems, of which the first {SHOWN} are shown; {} more\n",
                all - SHOWN
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
        let excerpt = Excerpt::of(text, spot);
        let kind = if label.is_none() {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let annotation = kind.span(excerpt.marked).label(label.map(visible));
        Snippet::source(excerpt.shown)
            .path(visible(name))
            .line_start(spot.line)
            .annotation(annotation)
    }
}

/// A line as a reader may see it.
#[derive(Debug, PartialEq, Eq)]
struct Excerpt {
    shown: String,
    /// The bytes of the place in it.
    marked: Range<usize>,
}

impl Excerpt {
    fn of(text: &str, spot: Spot) -> Self {
        let line = line(text, spot);
        let original = text.get(line.clone()).unwrap_or_default();
        let original = original.strip_suffix('\r').unwrap_or(original);
        let shown = visible_lines(original).into_owned();
        let place = |at: usize| place_in(&shown, original, at.saturating_sub(line.start));
        let start = place(spot.start);
        Self {
            marked: start..place(spot.end).max(start),
            shown,
        }
    }
}

/// Where the character that stands at `place` in the original line begins in the line as it is shown.
fn place_in(shown: &str, original: &str, place: usize) -> usize {
    let mut at = 0;
    for (_, char) in original
        .char_indices()
        .take_while(|(begin, _)| *begin < place)
    {
        let rest = &shown[at..];
        at += match char {
            '\t' => TAB,
            // What is hidden appears by its number, which ends in an angle bracket.
            char if !rest.starts_with(char) => rest.find('>').map_or(0, |end| end + 1),
            char => char.len_utf8(),
        };
    }
    at
}

/// The bytes of the line of a place, or of as much of it as a reader can take in.
fn line(text: &str, spot: Spot) -> Range<usize> {
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
