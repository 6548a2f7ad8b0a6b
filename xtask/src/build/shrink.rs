//! Makes bound Wasm small: takes out what is exported and never called, optimises for size, and gives imports and
//! exports short names, in the Wasm and in the script that goes with it.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::assets;
use super::snip::{Family, snip};
use crate::command;
use crate::layout::Layout;
use crate::problem::{Explain, Outcome, Problem};

/// The Wasm features that rustc turns on by default. Every browser of the last three years has them.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Size first, on flat code and then again. Functions stay apart, for a call compresses better than a copy of what it
/// calls; and nothing of ours lies in the first kilobyte of memory, which is the far end of the stack.
const OPTIMISE: [&str; 9] = [
    "--always-inline-max-function-size=0",
    "--one-caller-inline-max-function-size=20",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
];

/// Names are half of what a binding weighs; this prints which became which.
const RENAME: &str = "--minify-imports-and-exports-and-modules";

/// Exported by `wasm-streams`, which Leptos brings along for functions on a server: classes that scripts could make.
/// Ours never do, and an export keeps its code alive.
const NEVER_CALLED: &str = "intounderlying";

/// What the result depends on, beside its input: everything that this file says.
pub fn recipe() -> &'static str {
    concat!(include_str!("shrink.rs"), include_str!("snip.rs"))
}

/// A script and the Wasm it loads.
#[derive(Debug)]
pub struct Pair {
    /// The script.
    pub script: PathBuf,
    /// The Wasm.
    pub wasm: PathBuf,
}

/// Writes the small form of what wasm-bindgen made. `never`: what never runs in it, see [`snip`].
pub fn shrink(layout: &Layout, bound: &Pair, small: &Pair, never: &[Family]) -> Outcome {
    let script = fs::read_to_string(&bound.script)
        .explain(|| format!("{} could not be read", bound.script.display()))?;
    let roots = small.wasm.with_extension("roots.json");
    assets::write(&roots, graph(&used(&script))?.as_bytes())?;
    let (snipped, lean, named) = (
        small.wasm.with_extension("snipped.wasm"),
        small.wasm.with_extension("lean.wasm"),
        small.wasm.with_extension("named.wasm"),
    );
    snip(&bound.wasm, &snipped, never)?;
    let mut remove = binaryen(layout, "wasm-metadce", &snipped, &lean);
    command::read(remove.arg("--graph-file").arg(&roots))?;
    command::read(binaryen(layout, "wasm-opt", &lean, &named).args(OPTIMISE))?;
    let printed = command::read(binaryen(layout, "wasm-opt", &named, &small.wasm).arg(RENAME))?;
    let renaming: Names = serde_json::from_str(&printed)
        .map_err(|error| Problem::new("wasm-opt printed no list of names").because(error))?;
    assets::write(
        &small.script,
        without_streams(&renaming.put_into(&renaming.without_unused(&script))).as_bytes(),
    )
}

/// Lets esbuild see that the classes of [`NEVER_CALLED`] are unused: what is run for them at the start hides it.
fn without_streams(script: &str) -> String {
    let disposes = |line: &&str| line.starts_with("if (Symbol.dispose) IntoUnderlying");
    let kept: Vec<&str> = script.lines().filter(|line| !disposes(line)).collect();
    kept.join("\n").replace(
        "new FinalizationRegistry(",
        "/* @__PURE__ */ new FinalizationRegistry(",
    )
}

fn binaryen(layout: &Layout, tool: &str, from: &Path, to: &Path) -> Command {
    let mut command = Command::new("node");
    command
        .arg(layout.binaryen(tool))
        .args(FEATURES)
        .arg(from)
        .arg("-o")
        .arg(to);
    command
}

/// Which names became which.
#[derive(Deserialize)]
struct Names {
    /// Module, name, new name.
    imports: Vec<(String, String, String)>,
    /// Name, new name.
    exports: Vec<(String, String)>,
}

/// How far wasm-bindgen indents a function that the Wasm may import.
const ENTRY: &str = "        ";

/// The one module that all imports come from after the renaming.
const MODULE: &str = "a";

impl Names {
    /// The script without the functions that the Wasm does not import any more: what called them was taken out after
    /// wasm-bindgen wrote it.
    fn without_unused(&self, script: &str) -> String {
        let imported: BTreeSet<&str> = self.imports.iter().map(|(_, old, _)| old.as_str()).collect();
        let mut kept = String::with_capacity(script.len());
        let mut skipping = false;
        for line in script.lines() {
            let name = line
                .strip_prefix(ENTRY)
                .and_then(|rest| rest.split_once(": function"));
            skipping |= name.is_some_and(|(name, _)| name.starts_with("__wb") && !imported.contains(name));
            if !skipping {
                kept.extend([line, "\n"]);
            }
            let ends = |rest: &str| rest.starts_with('}') && rest.ends_with("},");
            skipping &= !line.strip_prefix(ENTRY).is_some_and(ends);
        }
        kept
    }

    /// The script with the new names: imports where they are words of it, exports where they follow `wasm.`.
    fn put_into(&self, script: &str) -> String {
        let imports: HashMap<&str, &str> = self
            .imports
            .iter()
            .map(|(_, old, new)| (old.as_str(), new.as_str()))
            .collect();
        let exports: HashMap<&str, &str> = self
            .exports
            .iter()
            .map(|(old, new)| (old.as_str(), new.as_str()))
            .collect();
        let mut renamed = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(start) = rest.find(is_word) {
            renamed.push_str(&rest[..start]);
            let end = rest[start..]
                .find(|c| !is_word(c))
                .map_or(rest.len(), |length| start + length);
            let word = &rest[start..end];
            let names = if renamed.ends_with("wasm.") {
                &exports
            } else {
                &imports
            };
            renamed.push_str(names.get(word).copied().unwrap_or(word));
            rest = &rest[end..];
        }
        renamed.push_str(rest);
        let modules: BTreeSet<&str> = self.imports.iter().map(|(module, ..)| module.as_str()).collect();
        modules.into_iter().fold(renamed, |script, module| {
            script.replace(&format!("\"{module}\""), &format!("\"{MODULE}\""))
        })
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// The exports that wasm-bindgen's script uses: each stands in it as `wasm.NAME`.
fn used(script: &str) -> Vec<String> {
    let mut names: Vec<String> = script
        .split("wasm.")
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "_$".contains(*c))
                .collect()
        })
        .filter(|name: &String| !name.is_empty() && !name.contains(NEVER_CALLED))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// The graph in the form that wasm-metadce reads: the script is the root and reaches the exports.
fn graph(used: &[String]) -> Outcome<String> {
    let reached: Vec<String> = used.iter().map(|name| format!("export {name}")).collect();
    let mut nodes = vec![serde_json::json!({ "name": "script", "root": true, "reaches": reached })];
    nodes.extend(
        used.iter()
            .map(|name| serde_json::json!({ "name": format!("export {name}"), "export": name })),
    );
    serde_json::to_string(&nodes)
        .map_err(|error| Problem::new("The list of exports could not be written").because(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_script_calls_is_kept_and_the_streams_are_not() {
        let script =
            "wasm.memory.buffer; wasm.__wbindgen_start(); wasm.memory; wasm.intounderlyingsink_write(1)";
        assert_eq!(used(script), ["__wbindgen_start", "memory"]);
    }

    #[test]
    fn what_is_not_imported_any_more_is_left_out() {
        let names: Names =
            serde_json::from_str(r#"{"imports": [["./x_bg.js", "__wbg_new_1", "a"]], "exports": []}"#)
                .unwrap();
        let entry = |name| {
            format!(
                "        {name}: function(arg0) {{\n            if (arg0) {{\n            }}\n        }},\n"
            )
        };
        let (kept, unused) = (entry("__wbg_new_1"), entry("__wbg_new_12"));
        let unused = unused
            + "        __wbg_call_1: function() { return handleError(function (arg0) {\n            arg0();\n        }, arguments); },\n";
        assert_eq!(
            names.without_unused(&format!("const imports = {{\n{unused}{kept}{unused}}}\n")),
            format!("const imports = {{\n{kept}}}\n")
        );
    }

    #[test]
    fn new_names_stand_where_the_old_ones_did_and_nowhere_else() {
        let names: Names = serde_json::from_str(
            r#"{"imports": [["./x_bg.js", "__wbg_new_1", "a"]], "exports": [["memory", "b"]]}"#,
        )
        .unwrap();
        let script = r#"x = { __wbg_new_1: f, __wbg_new_12: g }; memory(wasm.memory.buffer); y("./x_bg.js", wasm.memory2)"#;
        assert_eq!(
            names.put_into(script),
            r#"x = { a: f, __wbg_new_12: g }; memory(wasm.b.buffer); y("a", wasm.memory2)"#
        );
    }
}
