//! Compiler flags for everything that is shipped: no path of the machine that built it stays inside.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::layout::Layout;
use crate::stamp::entries;

/// What makes code that visitors download smaller, beyond the cargo profile. A panic there traps without a message
/// (nobody would read it), and the standard library is compiled along, so that this holds for it too. Stable Rust
/// calls these unstable: they change how the code is packed, not what it does, and `RUSTC_BOOTSTRAP` admits them.
pub const LEAN: [&str; 4] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
];

/// Sets the flags on a cargo call, over any that the environment holds, so that outputs do not depend on it.
pub fn set(command: &mut Command, layout: &Layout, more: &[&str]) {
    let flags: Vec<String> = remaps(layout)
        .into_iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .chain(more.iter().map(|flag| (*flag).to_owned()))
        .collect();
    command
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
}

/// Which folders are renamed in panic messages, the longest prefix last, as rustc lets the last match win.
fn remaps(layout: &Layout) -> Vec<(PathBuf, &'static str)> {
    let mut remaps = Vec::new();
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let cargo = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(home?.join(".cargo")));
    if let Some(cargo) = cargo {
        remaps.push((cargo.clone(), "/cargo"));
        // One folder per registry, named after its host.
        for registry in entries(&cargo.join("registry/src")).unwrap_or_default() {
            remaps.push((registry, "/crates"));
        }
    }
    if let Ok(sysroot) = command::read(Command::new("rustc").args(["--print", "sysroot"])) {
        remaps.push((Path::new(sysroot.trim()).to_path_buf(), "/rust"));
    }
    remaps.push((layout.root().to_path_buf(), "/baton"));
    remaps
}
