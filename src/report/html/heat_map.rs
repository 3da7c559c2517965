//! Many shares as a table in shades. Each cell has its figure, and a sign where something is to be seen to.

use super::broad;
use crate::report::heat_map::{HeatMap, Row, Share};
use crate::report::markup::{Markup, Tag};

pub(super) fn drawing(map: &HeatMap) -> Markup {
    let corner = Tag::of("th").with("scope", "col").saying(&map.of);
    let names = map.columns.iter().map(|title| {
        let name = Tag::of("th").with("scope", "col").with("class", "upright");
        name.around(&Tag::of("span").saying(title))
    });
    let names = Tag::of("tr").around(&[corner].into_iter().chain(names).collect());
    let body = Markup::lines(map.rows.iter().map(row));
    let foot = map
        .foot
        .as_ref()
        .map(|foot| Tag::of("tfoot").around(&row(foot)));
    let inside = [
        Tag::of("caption").saying(&map.caption),
        Tag::of("thead").around(&names),
        Tag::of("tbody").around(&body),
    ];
    let table = Tag::of("table").with("class", "map");
    let table = table.around(&Markup::lines(inside.into_iter().chain(foot)));
    let key = map.told();
    let key = (!key.is_empty()).then(|| Tag::of("p").with("class", "key").saying(&key));
    Markup::lines([broad(&map.caption, &table)].into_iter().chain(key))
}

fn row(row: &Row) -> Markup {
    let name = Tag::of("th").with("scope", "row").saying(&row.name);
    let shares = row.shares.iter().map(|share| cell(*share));
    Tag::of("tr").around(&[name].into_iter().chain(shares).collect())
}

fn cell(share: Share) -> Markup {
    let class = match share.shade() {
        Some(depth) => format!("shade-{depth}"),
        None => "none".to_owned(),
    };
    Tag::of("td").with("class", class).saying(&share.words())
}
