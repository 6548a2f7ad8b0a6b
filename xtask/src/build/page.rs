//! Finishes one application: script, Wasm and styles under hashed names, and the page that points at them.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::app::App;
use super::{assets, words};
use crate::layout::Layout;
use crate::problem::{Explain, Outcome, Problem};
use crate::stamp::{Inputs, Stamp};
use crate::{command, say};

/// Browsers that have the Wasm features we use have all of this.
const JS_TARGET: &str = "--target=es2022";

/// Publishes what is stale of one application.
pub fn build(layout: &Layout, app: &App) -> Outcome {
    let source = layout.at(app.module.name);
    let bound = app.module.bound(layout);
    let page = layout.dist().join(app.page);
    let inputs = Inputs::of("page")
        .path(&source.join("boot.js"))?
        .path(&layout.at("shared/browser"))?
        .path(&source.join("style.css"))?
        .path(&source.join(app.template))?
        .path(&layout.esbuild())?
        .path(&layout.at(app.words.unwrap_or(app.module.name)))?
        .path(&bound.join(format!("{}.js", app.module.name)))?
        .path(&bound.join(format!("{}.wasm", app.module.name)))?;
    let stamp = Stamp::new(bound.join("page.stamp"), inputs);
    if stamp.is_current() && page.is_file() {
        return Ok(());
    }
    say::step(&format!("packing {}", app.module.name));
    let wasm = read(&bound.join(format!("{}.wasm", app.module.name)))?;
    let css = bundle(layout, &source.join("style.css"), &[])?;
    let glue = format!("--alias:glue=./target/xtask/{0}/{0}.js", app.module.name);
    let js = bundle(
        layout,
        &source.join("boot.js"),
        &["--format=esm", JS_TARGET, &glue],
    )?;
    let dist = layout.dist();
    let js = match app.words {
        Some(folder) => publish_each(layout, app, &layout.at(folder), &js)?,
        None => assets::publish(&dist, app.module.name, "js", &js)?,
    };
    let template = String::from_utf8(read(&source.join(app.template))?)
        .explain(|| format!("{} is not UTF-8", app.template))?;
    let filled = fill(
        &template,
        &[
            ("{{js}}", &js),
            (
                "{{wasm}}",
                &assets::publish(&dist, app.module.name, "wasm", &wasm)?,
            ),
            ("{{css}}", &assets::publish(&dist, app.module.name, "css", &css)?),
        ],
    )?;
    assets::write(&page, filled.as_bytes())?;
    stamp.set()
}

/// Publishes the script once for each language. Its address has a place for the language, which the edge fills in.
fn publish_each(layout: &Layout, app: &App, folder: &Path, js: &[u8]) -> Outcome<String> {
    let scripts: Vec<(String, Vec<u8>)> = words::languages(folder)?
        .into_iter()
        .map(|(tag, words)| (tag, [words.as_bytes(), js].concat()))
        .collect();
    assets::publish_each(&layout.dist(), app.module.name, "js", &scripts, "{{lang}}")
}

/// One file with all that it imports, minified.
fn bundle(layout: &Layout, entry: &Path, options: &[&str]) -> Outcome<Vec<u8>> {
    let mut esbuild = Command::new(layout.esbuild());
    esbuild.arg(entry).args([
        "--bundle",
        "--minify",
        "--log-level=warning",
        "--legal-comments=none",
    ]);
    command::read(esbuild.args(options).current_dir(layout.root())).map(String::into_bytes)
}

/// Puts addresses where the template asks for them; a place that is missing is a mistake in the template.
fn fill(template: &str, places: &[(&str, &str)]) -> Outcome<String> {
    let mut page = template.to_owned();
    for (place, address) in places {
        if !page.contains(place) {
            return Err(Problem::new(format!("The page's template lacks {place}"))
                .because("the page would load without that part"));
        }
        page = page.replace(place, address);
    }
    Ok(page)
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).explain(|| format!("{} could not be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_every_place_and_misses_none() {
        assert_eq!(
            fill("<{{js}}> {{js}}", &[("{{js}}", "/a.js")]).unwrap(),
            "</a.js> /a.js"
        );
        assert!(fill("nothing", &[("{{js}}", "/a.js")]).is_err());
    }
}
