//! The one place that prints: data to stdout, everything else to stderr, in colour where that is wanted.

use std::ffi::OsString;
use std::io::{self, BufWriter, ErrorKind, Write};

use anstream::AutoStream;
use clap::ValueEnum;

use super::page::Page;
use super::reply::{Data, Part, Reply, Stream};
use super::status;
use super::trouble::Trouble;
use crate::json;
use crate::text;
use crate::tui::look::Letters;

/// When to use colour.
#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
pub(super) enum Colour {
    /// On a terminal that can show it, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Into pipes and files too.
    Always,
    /// Not at all.
    Never,
}

/// Where a command's answer goes.
#[derive(Debug)]
pub(super) struct Out {
    colour: anstream::ColorChoice,
    columns: Option<usize>,
    letters: Letters,
}

impl Colour {
    /// The colour that these arguments ask for, sound or not: help and complaints about arguments have one, too.
    pub(super) fn named_in(arguments: &[OsString]) -> Self {
        let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
        let apart = words
            .windows(2)
            .find(|pair| pair[0] == "--color")
            .map(|pair| pair[1]);
        let named = apart.or_else(|| words.iter().find_map(|word| word.strip_prefix("--color=")));
        named
            .and_then(|name| Self::from_str(name, false).ok())
            .unwrap_or_default()
    }
}

impl Out {
    /// Prints in this colour, for a terminal of so many columns; `None` where nothing is cut off.
    pub(super) fn new(colour: Colour, columns: Option<usize>) -> Self {
        let colour = match colour {
            Colour::Auto => anstream::ColorChoice::Auto,
            Colour::Always => anstream::ColorChoice::Always,
            Colour::Never => anstream::ColorChoice::Never,
        };
        Self {
            colour,
            columns,
            letters: Letters::All,
        }
    }

    /// The same with the signs that the learner prefers, which only their own store tells.
    pub(super) fn in_letters(self, letters: Letters) -> Self {
        Self { letters, ..self }
    }

    /// Whether stdout gets colour.
    pub(super) fn has_colour(&self) -> bool {
        let choice = match self.colour {
            anstream::ColorChoice::Auto => AutoStream::choice(&io::stdout()),
            choice => choice,
        };
        choice != anstream::ColorChoice::Never
    }

    /// Prints what a command answered, and says with which status to end.
    pub(super) fn finish(&self, outcome: Result<Reply, Trouble>) -> u8 {
        let reply = match outcome {
            Ok(reply) => reply,
            Err(trouble) => return self.complain(&trouble),
        };
        let (written, status) = self.data(reply.data);
        self.written(written).unwrap_or_else(|| {
            self.say(reply.said);
            reply.status.max(status)
        })
    }

    /// Prints to stderr. Where nobody listens there, nothing is lost. It may name files, whose letters stay.
    pub(super) fn say(&self, page: Page) {
        let page = match self.letters {
            Letters::All => page,
            Letters::Ascii => page.in_plain_signs(),
        };
        let mut stderr = AutoStream::new(io::stderr(), self.colour);
        let _ = stderr.write_all(page.render(self.columns).as_bytes());
    }

    /// Prints what clap has to say: help and versions to stdout, wrong usage to stderr.
    pub(super) fn usage(&self, error: &clap::Error) -> u8 {
        if error.use_stderr() {
            // It quotes the arguments as they came, so it goes without clap's styles through the usual door.
            let text = error.render().to_string();
            let text = text::visible_lines(&text);
            let _ = AutoStream::new(io::stderr(), self.colour).write_all(text.as_bytes());
            return status::USAGE;
        }
        let mut stdout = AutoStream::new(io::stdout(), self.colour);
        let text = error.render().ansi().to_string();
        let written = stdout
            .write_all(text.as_bytes())
            .and_then(|()| stdout.flush());
        self.written(written).unwrap_or_default()
    }

    /// The status of an answer that could not be written in full. A reader who stops reading, such as `head`, is no
    /// failure.
    fn written(&self, result: io::Result<()>) -> Option<u8> {
        let error = result.err()?;
        (error.kind() != ErrorKind::BrokenPipe).then(|| {
            self.complain(&Trouble::refused(
                "the answer could not be written in full",
                error.to_string(),
                "write it to another place",
            ))
        })
    }

    /// An answer as text with ANSI styles. What programs read, JSON and files, keeps every letter.
    fn drawn(&self, page: &Page) -> String {
        let text = page.render(self.columns);
        match self.letters {
            Letters::All => text,
            Letters::Ascii => text::in_plain_letters(&text).into_owned(),
        }
    }

    fn complain(&self, trouble: &Trouble) -> u8 {
        self.say(trouble.page());
        trouble.status()
    }

    /// Prints an answer, and says to which status that leads by itself.
    fn data(&self, data: Data) -> (io::Result<()>, u8) {
        let written = match data {
            Data::Nothing => Ok(()),
            Data::Page(page) => self.page(&page),
            Data::Json(json) => print(&format!("{}\n", json::harmless(&json))),
            Data::JsonFile(json) => print(&json::harmless(&json)),
            Data::File(text) => print(&text),
            Data::Stream(stream) => {
                let mut stdout = BufWriter::new(io::stdout().lock());
                let mut status = 0;
                let written = self.pour(stream, &mut status, &mut stdout);
                return (written, status);
            }
        };
        (written, 0)
    }

    fn page(&self, page: &Page) -> io::Result<()> {
        let mut stdout = AutoStream::new(io::stdout(), self.colour);
        stdout.write_all(self.drawn(page).as_bytes())?;
        stdout.flush()
    }

    /// Writes what is made meanwhile, and says in between what is to be said.
    fn pour(&self, stream: Stream, status: &mut u8, sink: &mut dyn Write) -> io::Result<()> {
        for part in stream {
            match part {
                Part::Text(text) => sink.write_all(text.as_bytes())?,
                Part::Said(page, leads_to) => {
                    self.say(page);
                    *status = leads_to.max(*status);
                }
            }
        }
        sink.flush()
    }
}

fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}
