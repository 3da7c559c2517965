//! The portfolio, as a page for whoever may hire the learner.

use super::Args;
use super::material::Material;
use crate::cli::reply::Reply;
use crate::cli::trouble::Trouble;
use crate::insight::portfolio::{OnPage, Project};
use crate::report::html;
use crate::session::Session;

pub(super) fn run(args: &Args, session: &Session) -> Result<Reply, Trouble> {
    let material = Material::of(session)?;
    let shown = material.shown();
    if !shown.has_projects() {
        return Err(empty());
    }
    let mut reply = args.deliver(html::page(&shown.report()))?;
    let projects = material.portfolio.projects.iter();
    let left_out: Vec<&str> = projects
        .filter(|project| {
            let on_page = project.on_page(&material.snapshot);
            matches!(on_page, OnPage::NotDone | OnPage::OutOfReach)
        })
        .map(Project::name)
        .collect();
    if !left_out.is_empty() {
        let names = left_out.join(", ");
        reply = reply.and_say(format!(
            "left out, as not done or not for others to reach: {names}"
        ));
    }
    let without_code: Vec<&str> = shown
        .built_projects()
        .filter(|project| project.lacks_code())
        .map(Project::name)
        .collect();
    if !without_code.is_empty() {
        let names = without_code.join(", ");
        reply = reply.and_say(format!(
            "without code: {names}; `milepost evidence add MILESTONE URL --kind repository` on the same milestone joins the two"
        ));
    }
    if let Some(said) = material.named_by_notes(|known| known.link.is_some()) {
        reply = reply.and_say(said);
    }
    Ok(match material.lacks_name() {
        Some(said) => reply.and_say(said),
        None => reply,
    })
}

/// There is nothing yet that others could look at.
fn empty() -> Trouble {
    Trouble::refused(
        "there is no project to show yet",
        "a project is shown once a milestone that it proves is done and has a public address",
        "milepost done MILESTONE --evidence https://…",
    )
}
