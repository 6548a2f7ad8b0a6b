//! Compiles the two Leptos applications to Wasm and binds them: `target/xtask/NAME/NAME.js` and `NAME.wasm`.

use std::path::PathBuf;
use std::process::Command;

use super::flags;
use super::shrink::{self, Pair};
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
    /// Whether it is compiled with [`flags::LEAN`], for which the standard library is compiled along.
    pub lean: bool,
}

/// What visitors open.
pub const WIDGET: App = App {
    name: "widget",
    template: "frame.html",
    page: "frame.html",
    lean: true,
};

/// What agents open.
pub const AGENT: App = App {
    name: "agent",
    template: "page.html",
    page: "agent.html",
    // Agents' browsers keep the file, and a panic's message helps whoever reports it.
    lean: false,
};

/// The cargo profile, in the workspace's manifest, that puts size first.
const PROFILE: &str = "wasm-release";

impl App {
    /// Where its glue and Wasm lie between the steps.
    pub fn bound(&self, layout: &Layout) -> PathBuf {
        layout.scratch().join(self.name)
    }

    fn inputs(&self, layout: &Layout) -> Outcome<Inputs> {
        Inputs::of(self.name)
            .text(PROFILE)
            .text(shrink::recipe())
            .text(&self.flags().join(" "))
            .path(&layout.at("Cargo.toml"))?
            .path(&layout.at("Cargo.lock"))?
            .path(&layout.at("shared/Cargo.toml"))?
            .path(&layout.at("shared/src"))?
            .path(&layout.at(self.name).join("Cargo.toml"))?
            .path(&layout.at(self.name).join("src"))
    }

    fn flags(&self) -> &'static [&'static str] {
        if self.lean { &flags::LEAN } else { &[] }
    }

    /// Where cargo compiles it to. Lean code shares nothing with other code, not even the standard library.
    fn target(&self, layout: &Layout) -> PathBuf {
        if self.lean {
            layout.at("target/lean")
        } else {
            layout.at("target")
        }
    }

    fn stamp(&self, layout: &Layout) -> Outcome<Stamp> {
        Ok(Stamp::new(self.bound(layout).join("stamp"), self.inputs(layout)?))
    }
}

/// Compiles those of the applications that are stale.
pub fn compile(layout: &Layout, apps: &[&App]) -> Outcome {
    for app in apps {
        let stamp = app.stamp(layout)?;
        if stamp.is_current() {
            continue;
        }
        say::step(&format!("compiling {} to Wasm", app.name));
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
            .args(["--package", app.name, "--target-dir"])
            .arg(app.target(layout));
        if app.lean {
            cargo.args([
                "-Zbuild-std=std,panic_abort",
                "-Zbuild-std-features=optimize_for_size",
            ]);
            cargo.env("RUSTC_BOOTSTRAP", "1");
        }
        cargo.current_dir(layout.root());
        flags::set(&mut cargo, layout, app.flags());
        command::run(&mut cargo)?;
        bind(layout, app)?;
        stamp.set()?;
    }
    Ok(())
}

fn bind(layout: &Layout, app: &App) -> Outcome {
    let compiled = app
        .target(layout)
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
        "bound",
    ]);
    command::read(bindgen.arg("--out-dir").arg(&folder).arg(&compiled))?;
    say::step(&format!("optimising {} (binaryen)", app.name));
    let pair = |script: &str, wasm: &str| Pair {
        script: folder.join(script),
        wasm: folder.join(wasm),
    };
    shrink::shrink(
        layout,
        &pair("bound.js", "bound_bg.wasm"),
        &pair(&format!("{}.js", app.name), &format!("{}.wasm", app.name)),
    )
}
