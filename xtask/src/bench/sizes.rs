//! Bytes on the wire, brotli at its best quality, as the edge sends them.

use super::Row;
use crate::build::{AGENT, App, WIDGET, brotli_size};
use crate::layout::Layout;
use crate::problem::{Outcome, Problem};
use crate::stamp::entries;

/// The launcher is on every page of a site, opened or not.
const LAUNCHER_LIMIT: usize = 2 * 1024;

/// The first open of the widget: page, script, Wasm, styles. The smallest full competitor needs 65 KB.
const WIDGET_WANTED: usize = 60 * 1024;

/// Never passed.
const WIDGET_LIMIT: usize = 75 * 1024;

/// An agent loads it once a day, so it may be larger.
const AGENT_LIMIT: usize = 250 * 1024;

/// Measures the files that `build` made.
pub fn sizes(layout: &Layout) -> Outcome<Vec<Row>> {
    let launcher = brotli_size(&layout.dist().join("baton.js"))?;
    let mut rows = vec![row("launcher", launcher, None, Some(LAUNCHER_LIMIT))];
    rows.extend(app(
        layout,
        &WIDGET,
        "widget, first open",
        Some(WIDGET_WANTED),
        WIDGET_LIMIT,
    )?);
    rows.extend(app(layout, &AGENT, "agent view, first open", None, AGENT_LIMIT)?);
    Ok(rows)
}

/// The sum first, then what it is made of.
fn app(layout: &Layout, app: &App, what: &str, wanted: Option<usize>, limit: usize) -> Outcome<Vec<Row>> {
    let mut parts = vec![row(
        "— page",
        brotli_size(&layout.dist().join(app.page))?,
        None,
        None,
    )];
    for extension in ["js", "wasm", "css"] {
        let size = largest(layout, app, extension)?;
        parts.push(row(&format!("— {extension}"), size, None, None));
    }
    let sum: f64 = parts.iter().map(|part| part.found).sum();
    let mut rows = vec![Row {
        found: sum,
        ..row(what, 0, wanted, Some(limit))
    }];
    rows.extend(parts);
    Ok(rows)
}

/// The size of the file with this ending; of the largest, where there is one for each language.
fn largest(layout: &Layout, app: &App, extension: &str) -> Outcome<usize> {
    let name = format!("{}-", app.module.name);
    let suffix = format!(".{extension}");
    let mut sizes = Vec::new();
    for path in entries(&layout.dist().join("assets"))? {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        if file.starts_with(&name) && file.ends_with(&suffix) {
            sizes.push(brotli_size(&path)?);
        }
    }
    sizes.into_iter().max().ok_or_else(|| {
        Problem::new(format!("dist/assets holds no {name}*{suffix}")).fix("Remove `dist` and build.")
    })
}

fn row(what: &str, found: usize, wanted: Option<usize>, limit: Option<usize>) -> Row {
    Row {
        what: what.to_owned(),
        found: float(found),
        wanted: wanted.map(float),
        limit: limit.map(float),
        unit: "bytes".into(),
    }
}

/// Sizes here are far below the point where a float loses whole numbers.
fn float(bytes: usize) -> f64 {
    u32::try_from(bytes).map_or(f64::INFINITY, f64::from)
}
