//! Makes what is deployed: `dist/` (static files) and `build/` (the Worker). Only what is stale is made again.
//!
//! There is one flavour, the one that ships: what a developer looks at and what the tests measure is what visitors get.

mod app;
mod assets;
mod edge;
mod flags;
mod launcher;
mod page;
mod shrink;
mod snip;
mod words;

use std::fs::{self, File};

use crate::layout::Layout;
use crate::problem::{Explain, Outcome, Problem};
use crate::{say, setup};

pub use app::{AGENT, App, LAB_AT_EDGE, LAB_IN_BROWSER, Module, WIDGET};
pub use assets::brotli_size;

/// One thing that can be built alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The launcher and the widget's frame.
    Widget,
    /// The hosted agent view.
    Agent,
    /// The Worker.
    Edge,
}

impl Part {
    /// All of them, in the order in which they are built.
    pub const ALL: [Self; 3] = [Self::Widget, Self::Agent, Self::Edge];

    /// The part that a command line names.
    pub fn named(name: &str) -> Outcome<Self> {
        match name {
            "widget" => Ok(Self::Widget),
            "agent" => Ok(Self::Agent),
            "edge" => Ok(Self::Edge),
            _ => {
                Err(Problem::new(format!("There is no part `{name}`")).fix("Parts are: widget, agent, edge."))
            }
        }
    }
}

/// Installs what is missing and builds what is stale of the given parts.
pub fn build(layout: &Layout, parts: &[Part]) -> Outcome {
    setup::for_build(layout)?;
    let _lock = lock(layout)?;
    let apps: Vec<&App> = [(Part::Widget, &WIDGET), (Part::Agent, &AGENT)]
        .into_iter()
        .filter_map(|(part, app)| parts.contains(&part).then_some(app))
        .collect();
    let modules: Vec<&Module> = apps.iter().map(|app| &app.module).collect();
    app::compile(layout, &modules)?;
    for app in apps {
        page::build(layout, app)?;
    }
    if parts.contains(&Part::Widget) {
        launcher::build(layout)?;
    }
    if parts.contains(&Part::Edge) {
        edge::build(layout)?;
    }
    Ok(())
}

/// Installs what is missing and builds the measurements for workerd and browsers; nothing of them is deployed.
pub fn lab(layout: &Layout) -> Outcome {
    setup::for_build(layout)?;
    let _lock = lock(layout)?;
    app::compile(layout, &[&LAB_AT_EDGE, &LAB_IN_BROWSER])
}

/// Two commands at once would write into each other's files; the second waits here.
fn lock(layout: &Layout) -> Outcome<File> {
    let path = layout.scratch().join("build.lock");
    let told = || format!("{} could not be locked", path.display());
    fs::create_dir_all(layout.scratch()).explain(told)?;
    let file = File::create(&path).explain(told)?;
    if file.try_lock().is_err() {
        say::step("waiting for another build to end");
        file.lock().explain(told)?;
    }
    Ok(file)
}
