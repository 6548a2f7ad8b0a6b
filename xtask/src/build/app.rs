//! Compiles the two Leptos applications to Wasm and binds them: `target/xtask/NAME/NAME.js` and `NAME.wasm`.

use std::path::PathBuf;
use std::process::Command;

use super::flags;
use crate::layout::Layout;
use crate::problem::Outcome;
use crate::setup::{WASM_TARGET, locked_version};
use crate::stamp::{Inputs, Stamp};
use crate::{command, say};

/// One application that runs in a browser.
#[derive(Debug)]
pub struct App {
    /// Its crate, folder and the first part of its files' names.
    pub name: &'static str,
    /// Its page's template, inside its folder.
    pub template: &'static str,
    /// Its finished page, inside `dist/`.
    pub page: &'static str,
}

/// What visitors open.
pub const WIDGET: App = App {
    name: "widget",
    template: "frame.html",
    page: "frame.html",
};

/// What agents open.
pub const AGENT: App = App {
    name: "agent",
    template: "page.html",
    page: "agent.html",
};

/// The cargo profile, in the workspace's manifest, that puts size first.
const PROFILE: &str = "wasm-release";

/// Asked of wasm-opt: size first, with the Wasm features that rustc turns on by default. Every browser of the last
/// three years has them.
const OPTIMISE: [&str; 8] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-producers",
];

impl App {
    /// Where its glue and Wasm lie between the steps.
    pub fn bound(&self, layout: &Layout) -> PathBuf {
        layout.scratch().join(self.name)
    }

    fn inputs(&self, layout: &Layout) -> Outcome<Inputs> {
        Inputs::of(self.name)
            .text(PROFILE)
            .text(&OPTIMISE.join(" "))
            .path(&layout.at("Cargo.toml"))?
            .path(&layout.at("Cargo.lock"))?
            .path(&layout.at("shared/Cargo.toml"))?
            .path(&layout.at("shared/src"))?
            .path(&layout.at(self.name).join("Cargo.toml"))?
            .path(&layout.at(self.name).join("src"))
    }

    fn stamp(&self, layout: &Layout) -> Outcome<Stamp> {
        Ok(Stamp::new(self.bound(layout).join("stamp"), self.inputs(layout)?))
    }
}

/// Compiles those of the applications that are stale.
pub fn compile(layout: &Layout, apps: &[&App]) -> Outcome {
    let mut stale = Vec::new();
    for app in apps {
        let stamp = app.stamp(layout)?;
        if !stamp.is_current() {
            stale.push((app, stamp));
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    // All that were asked for, in one call: cargo then compiles what they share once, with one set of features.
    let names: Vec<&str> = apps.iter().map(|app| app.name).collect();
    say::step(&format!("compiling {} to Wasm", names.join(" and ")));
    let mut cargo = Command::new("cargo");
    cargo.args([
        "build",
        "--lib",
        "--locked",
        "--target",
        WASM_TARGET,
        "--profile",
        PROFILE,
    ]);
    cargo
        .args(names.iter().flat_map(|name| ["--package", name]))
        .current_dir(layout.root());
    flags::set(&mut cargo, layout);
    command::run(&mut cargo)?;
    for (app, stamp) in stale {
        bind(layout, app)?;
        stamp.set()?;
    }
    Ok(())
}

fn bind(layout: &Layout, app: &App) -> Outcome {
    let compiled = layout
        .at("target")
        .join(WASM_TARGET)
        .join(PROFILE)
        .join(format!("{}.wasm", app.name));
    let folder = app.bound(layout);
    say::step(&format!(
        "binding {} (wasm-bindgen {})",
        app.name,
        locked_version(layout, "wasm-bindgen")?
    ));
    let mut bindgen = Command::new(layout.cargo_tool("wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--omit-default-module-path"]);
    bindgen.args([
        "--remove-name-section",
        "--remove-producers-section",
        "--out-name",
        app.name,
    ]);
    command::read(bindgen.arg("--out-dir").arg(&folder).arg(&compiled))?;
    say::step(&format!("optimising {} (wasm-opt -Oz)", app.name));
    let mut optimise = Command::new("node");
    optimise
        .arg(layout.wasm_opt())
        .args(OPTIMISE)
        .arg("-o")
        .arg(folder.join(format!("{}.wasm", app.name)));
    command::read(optimise.arg(folder.join(format!("{}_bg.wasm", app.name))))?;
    Ok(())
}
