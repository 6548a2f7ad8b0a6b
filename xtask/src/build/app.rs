//! Compiles the two Leptos applications to Wasm and binds them: `target/xtask/NAME/NAME.js` and `NAME.wasm`.

use std::path::PathBuf;
use std::process::Command;

use super::flags;
use super::shrink::{self, Pair};
use super::snip;
use crate::layout::Layout;
use crate::problem::Outcome;
use crate::setup::{WASM_TARGET, locked_version};
use crate::stamp::{Inputs, Stamp};
use crate::{command, say};

/// One crate that runs as Wasm, bound to a script that loads it.
#[derive(Debug)]
pub struct Module {
    /// The first part of its files' names.
    pub name: &'static str,
    /// Its crate.
    pub package: &'static str,
    /// What it is compiled from, beside `shared`.
    pub sources: &'static [&'static str],
    /// Whether it is compiled with [`flags::LEAN`], for which the standard library is compiled along.
    pub lean: bool,
    /// What is linked into it and never runs, see [`snip`].
    pub never: &'static [snip::Family],
}

/// One application that runs in a browser.
#[derive(Debug)]
pub struct App {
    /// Its code.
    pub module: Module,
    /// Its page's template, inside the folder of its name.
    pub template: &'static str,
    /// Its finished page, inside `dist/`.
    pub page: &'static str,
    /// The folder of its own words, if it has several languages.
    pub words: Option<&'static str>,
}

/// What visitors open.
pub const WIDGET: App = App {
    module: Module {
        name: "widget",
        package: "widget",
        sources: &["widget/Cargo.toml", "widget/src"],
        lean: true,
        never: snip::NEVER_IN_WIDGET,
    },
    template: "frame.html",
    page: "frame.html",
    words: Some("shared/src/words"),
};

/// What agents open.
pub const AGENT: App = App {
    module: Module {
        name: "agent",
        package: "agent",
        sources: &["agent/Cargo.toml", "agent/src"],
        lean: true,
        never: snip::NEVER,
    },
    template: "page.html",
    page: "agent.html",
    words: None,
};

const LAB_SOURCES: &[&str] = &["xtask/lab/Cargo.toml", "xtask/lab/src", "shared/benches"];

/// The measurements as they run in a browser: compiled as the widget is.
pub const LAB_IN_BROWSER: Module = Module {
    name: "lab-browser",
    package: "lab",
    sources: LAB_SOURCES,
    lean: true,
    never: &[],
};

/// The measurements as they run in workerd: compiled as the edge is.
pub const LAB_AT_EDGE: Module = Module {
    name: "lab-edge",
    package: "lab",
    sources: LAB_SOURCES,
    lean: false,
    never: &[],
};

/// The cargo profile, in the workspace's manifest, that puts size first.
const PROFILE: &str = "wasm-release";

impl Module {
    /// Where its glue and Wasm lie between the steps.
    pub fn bound(&self, layout: &Layout) -> PathBuf {
        layout.scratch().join(self.name)
    }

    fn inputs(&self, layout: &Layout) -> Outcome<Inputs> {
        let inputs = Inputs::of(self.name)
            .text(PROFILE)
            .text(shrink::recipe())
            .text(&self.flags().join(" "))
            .path(&layout.at("Cargo.toml"))?
            .path(&layout.at("Cargo.lock"))?
            .path(&layout.at("shared/Cargo.toml"))?
            .path(&layout.at("shared/src"))?;
        self.sources
            .iter()
            .try_fold(inputs, |inputs, source| inputs.path(&layout.at(source)))
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

/// Compiles those that are stale.
pub fn compile(layout: &Layout, modules: &[&Module]) -> Outcome {
    for module in modules {
        let stamp = module.stamp(layout)?;
        if stamp.is_current() {
            continue;
        }
        say::step(&format!("compiling {} to Wasm", module.name));
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
            .args(["--package", module.package, "--target-dir"])
            .arg(module.target(layout));
        if module.lean {
            cargo.args([
                "-Zbuild-std=std,panic_abort",
                "-Zbuild-std-features=optimize_for_size",
            ]);
            cargo.env("RUSTC_BOOTSTRAP", "1");
        }
        cargo.current_dir(layout.root());
        flags::set(&mut cargo, layout, module.flags());
        command::run(&mut cargo)?;
        bind(layout, module)?;
        stamp.set()?;
    }
    Ok(())
}

fn bind(layout: &Layout, module: &Module) -> Outcome {
    let compiled = module
        .target(layout)
        .join(WASM_TARGET)
        .join(PROFILE)
        .join(format!("{}.wasm", module.package));
    let folder = module.bound(layout);
    say::step(&format!(
        "binding {} (wasm-bindgen {})",
        module.name,
        locked_version(layout, "wasm-bindgen")?
    ));
    let mut bindgen = Command::new(layout.cargo_tool("wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--omit-default-module-path"]);
    bindgen.args(["--out-name", "bound"]);
    command::read(bindgen.arg("--out-dir").arg(&folder).arg(&compiled))?;
    say::step(&format!("optimising {} (binaryen)", module.name));
    let pair = |script: &str, wasm: &str| Pair {
        script: folder.join(script),
        wasm: folder.join(wasm),
    };
    shrink::shrink(
        layout,
        &pair("bound.js", "bound_bg.wasm"),
        &pair(&format!("{}.js", module.name), &format!("{}.wasm", module.name)),
        module.never,
    )
}
