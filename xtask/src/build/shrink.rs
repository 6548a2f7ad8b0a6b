//! Makes bound Wasm small: takes out what is exported and never called, then optimises for size.

use std::fs;
use std::path::Path;
use std::process::Command;

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

/// Size first; and nothing of ours lies in the first kilobyte of memory, which is the far end of the stack.
const OPTIMISE: [&str; 3] = ["-Oz", "--low-memory-unused", "--strip-producers"];

/// Exported by `wasm-streams`, which Leptos brings along for functions on a server: classes that scripts could make.
/// Ours never do, and an export keeps its code alive.
const NEVER_CALLED: &str = "intounderlying";

/// What the result depends on, beside its input.
pub fn recipe() -> String {
    [&FEATURES[..], &OPTIMISE[..], &[NEVER_CALLED]].concat().join(" ")
}

/// Writes the small form of `bound`, whose exports the script `glue` uses, to `small`.
pub fn shrink(layout: &Layout, glue: &Path, bound: &Path, small: &Path) -> Outcome {
    let script = fs::read_to_string(glue).explain(|| format!("{} could not be read", glue.display()))?;
    let roots = small.with_extension("roots.json");
    fs::write(&roots, graph(&used(&script))?)
        .explain(|| format!("{} could not be written", roots.display()))?;
    let lean = small.with_extension("lean.wasm");
    let mut remove = Command::new("node");
    remove
        .arg(layout.binaryen("wasm-metadce"))
        .args(FEATURES)
        .arg(bound);
    remove.arg("--graph-file").arg(&roots).arg("-o").arg(&lean);
    command::read(&mut remove)?;
    let mut optimise = Command::new("node");
    optimise
        .arg(layout.binaryen("wasm-opt"))
        .args(FEATURES)
        .args(OPTIMISE);
    command::read(optimise.arg("-o").arg(small).arg(&lean))?;
    Ok(())
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
}
