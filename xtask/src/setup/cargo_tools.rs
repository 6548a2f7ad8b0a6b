//! wasm-bindgen's program and worker-build, in exactly the versions that `Cargo.lock` holds their libraries at.

use std::fs;
use std::process::Command;

use crate::command;
use crate::layout::Layout;
use crate::problem::{Explain, Outcome, Problem};
use crate::say;

/// A program that is paired with a library in `Cargo.lock`.
struct CargoTool {
    program: &'static str,
    package: &'static str,
    library: &'static str,
}

const TOOLS: [CargoTool; 2] = [
    CargoTool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        library: "wasm-bindgen",
    },
    CargoTool {
        program: "worker-build",
        package: "worker-build",
        library: "worker",
    },
];

/// Installs the tools that are missing or of another version, under `target/tools`.
pub fn install(layout: &Layout) -> Outcome {
    for tool in &TOOLS {
        let version = locked_version(layout, tool.library)?;
        if installed_version(layout, tool).is_some_and(|installed| installed == version) {
            continue;
        }
        say::step(&format!(
            "compiling {} {version} (takes minutes, once)",
            tool.package
        ));
        let mut cargo = Command::new("cargo");
        // Unoptimised: it compiles in a third of the time and is fast enough for our sizes.
        cargo
            .args(["install", "--locked", "--debug", "--force", "--quiet", "--root"])
            .arg(layout.at("target/tools"))
            .args(["--version", &version, tool.package])
            .env("CARGO_TARGET_DIR", layout.at("target/tools/compile"))
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .current_dir(layout.root());
        command::run(&mut cargo).map_err(|problem| {
            Problem::new(format!("{} {version} could not be installed", tool.package)).caused_by(problem).fix(
                "Read cargo's message above. It needs a C compiler (`apt-get install build-essential`, on macOS\n\
                 `xcode-select --install`) and the crates registry within reach. Then try again.",
            )
        })?;
    }
    // Hundreds of megabytes that nothing needs once the programs stand.
    let _ = fs::remove_dir_all(layout.at("target/tools/compile"));
    Ok(())
}

fn installed_version(layout: &Layout, tool: &CargoTool) -> Option<String> {
    let printed = command::read(Command::new(layout.cargo_tool(tool.program)).arg("--version")).ok()?;
    printed.split_whitespace().last().map(str::to_owned)
}

/// The version that `Cargo.lock` holds a library at.
pub fn locked_version(layout: &Layout, library: &str) -> Outcome<String> {
    let text =
        fs::read_to_string(layout.at("Cargo.lock")).explain(|| "Cargo.lock could not be read".into())?;
    version_in(&text, library).ok_or_else(|| {
        Problem::new(format!("Cargo.lock does not hold `{library}`"))
            .fix("Restore it: `git checkout Cargo.lock`.")
    })
}

fn version_in(lock: &str, library: &str) -> Option<String> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{library}\""))?;
    Some(
        lines
            .next()?
            .strip_prefix("version = \"")?
            .trim_end_matches('"')
            .to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_locked_version() {
        let lock = "[[package]]\nname = \"worker-macros\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"worker\"\nversion = \"0.8.7\"\n";
        assert_eq!(version_in(lock, "worker").as_deref(), Some("0.8.7"));
        assert_eq!(version_in(lock, "absent"), None);
    }
}
