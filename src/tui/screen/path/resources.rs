//! What there is to learn a milestone from, under the choices made; an address leads to it.

use super::item::{Item, Page};
use crate::curriculum::detail::{Price, Resource};
use crate::curriculum::{Detail, Place};
use crate::tui::known::Known;

/// Writes the resources that help; where there are none, why none is needed.
pub(super) fn write(place: Place, detail: &Detail, known: &Known, page: &mut Page) {
    let style = page.theme.text;
    let mut resources = known.resources(place).peekable();
    if resources.peek().is_none() {
        if let Some(reason) = &detail.no_resource {
            page.heading("To learn from");
            page.text(&known.snapshot.fill(place, reason), style);
        }
        return;
    }
    page.heading("To learn from");
    for resource in resources {
        match &resource.url {
            Some(url) => page.leading("→ ", &resource.title, style, Item::Link(url.clone())),
            None => page.led("– ", &resource.title, style),
        }
        let about = about(resource);
        if !about.is_empty() {
            page.led("  ", &about, page.theme.dim);
        }
    }
}

/// What there is to know about a resource beside its title: "course · free · for beginners".
fn about(resource: &Resource) -> String {
    let price = resource.price.map(|price| match price {
        Price::Free => "free".to_owned(),
        Price::Paid => "paid".to_owned(),
    });
    let parts = [
        resource.provider.clone(),
        resource.kind.as_ref().map(ToString::to_string),
        price,
        resource.level.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}
