//! What a milestone is, and how it stands.

use super::Sections;
use crate::insight::credit::Backing;
use crate::insight::{State, shown};
use crate::progress::span::Minutes;
use crate::text::{columns, visible};
use crate::tui::command::Command;
use crate::tui::keymap;
use crate::tui::screen::path::item::Item;
use crate::tui::widget::{colour, ruling_colour};

impl Sections<'_> {
    /// The title, where the frame has no room for the whole of it.
    pub(super) fn title(&mut self) {
        let title = self.known.title(self.place);
        if columns(&title) > self.page.width() {
            self.page.text(&title, self.page.theme.title);
            self.page.gap();
        }
    }

    /// What it is, and how it stands.
    pub(super) fn standing(&mut self) {
        let theme = self.page.theme;
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
            (milestone.while_searching, "while you search"),
        ] {
            words.extend(holds.then(|| word.to_owned()));
        }
        if entry.mark.minutes > 0 {
            words.push(format!("{} spent", Minutes(entry.mark.minutes.into())));
        }
        self.page.dim(&words.join(" · "));
        let state = State::of(&entry);
        let said = format!("{} {}", state.symbol(), self.state_words(state));
        self.page.text(&said, colour(state, theme));
        self.judged();
        if let Some(choice) = self.known.waits_for(self.place) {
            let name = self.known.choice_name(choice);
            let key = keymap::name(Command::Choose);
            let first = format!("choose your {name} first: {key}");
            self.page
                .leading("", &first, theme.accent, Item::Choice(choice));
        }
        self.chosen_here();
    }

    /// What the mentor says by whom it shows.
    fn judged(&mut self) {
        let entry = self.known.snapshot.entry(self.place);
        let Some(judged) = shown(&entry) else {
            return;
        };
        let theme = self.page.theme;
        let again = if judged.is_met() {
            ", submitted again"
        } else {
            ""
        };
        let said = format!("{} by {}{again}", judged.words(), judged.given.by);
        let style = if judged.is_met() || judged.is_stale() {
            theme.busy
        } else {
            ruling_colour(judged.given.verdict.verdict, theme)
        };
        self.page.text(&said, style);
    }

    /// What was chosen, where that belongs to this milestone and only its tick is still to do.
    fn chosen_here(&mut self) {
        let snapshot = &self.known.snapshot;
        let chosen = snapshot.chosen_in(self.place);
        let is_settled = snapshot.standing.at(self.place).status.settles();
        let titles: Vec<&str> = chosen.iter().map(|option| option.title.as_str()).collect();
        let choice = self.known.milestone(self.place).choice;
        if let Some(choice) = choice.filter(|_| !titles.is_empty() && !is_settled) {
            let (titles, key) = (titles.join(", "), keymap::name(Command::Tick));
            let said = format!("chosen: {}; still to tick: {key}", visible(&titles));
            let style = self.page.theme.text;
            self.page.leading("", &said, style, Item::Choice(choice));
        }
    }

    /// The state in words, with the day where there is one.
    fn state_words(&self, state: State) -> String {
        let mark = self.known.snapshot.progress.mark(self.place);
        let unproven = self.known.snapshot.standing.at(self.place).unproven;
        match (state, &mark.done, &mark.skipped) {
            (State::Done | State::Returned, Some(tick), _) => {
                let day = tick.stamp.wall.day();
                let early = if tick.out_of_order {
                    ", out of order"
                } else {
                    ""
                };
                let open = if unproven { ", unproven" } else { "" };
                format!("done on {day}{}{early}{open}", self.made_under())
            }
            (State::Skipped, _, Some(skip)) => match &skip.reason {
                Some(reason) => format!("skipped: {}", visible(reason)),
                None => "skipped".to_owned(),
            },
            (State::Credited, ..) => match self.backing() {
                Some(backing) => format!("credited: {}", backing.words()),
                None => state.word().to_owned(),
            },
            _ => state.word().to_owned(),
        }
    }

    /// How far it is answered for, where it is credited.
    fn backing(&self) -> Option<Backing> {
        let snapshot = &self.known.snapshot;
        Backing::of(&snapshot.entry(self.place), snapshot)
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
}
