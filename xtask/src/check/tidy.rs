//! House rules that no compiler knows: small files, each opening with what it is for; nothing of one machine inside.

use std::fs;
use std::path::{Path, PathBuf};

use crate::layout::Layout;
use crate::problem::{Explain, Outcome, Problem};
use crate::stamp::entries;

/// The longest file anybody should have to read.
const LONGEST_FILE: usize = 430;

/// Folders that git does not hold.
const NOT_OURS: [&str; 7] = [
    ".git",
    ".baton",
    ".wrangler",
    "build",
    "dist",
    "node_modules",
    "target",
];

/// Kinds of files whose length and content are ours.
const TEXT: [&str; 10] = [
    "rs", "toml", "js", "css", "html", "md", "json", "jsonl", "svg", "npmrc",
];

/// Checks every source file of the checkout.
pub fn sources(layout: &Layout) -> Outcome {
    let mut faults = Vec::new();
    for file in files(layout.root())? {
        let Ok(text) = fs::read_to_string(&file) else {
            continue;
        };
        let name = file
            .strip_prefix(layout.root())
            .unwrap_or(&file)
            .display()
            .to_string();
        faults.extend(faults_of(&name, &text, &own_paths(layout)));
    }
    report(
        &faults,
        "Split long files by reason to change; say what a module is for in its first line.",
    )
}

/// Checks that what is uploaded says nothing about the machine that built it.
pub fn shipped(layout: &Layout) -> Outcome {
    let mut faults = Vec::new();
    for folder in [layout.dist(), layout.worker()] {
        for file in files_below(&folder)? {
            let bytes = fs::read(&file).explain(|| format!("{} could not be read", file.display()))?;
            for path in own_paths(layout) {
                if contains(&bytes, path.as_bytes()) {
                    faults.push(format!("{} holds the path {path}", file.display()));
                }
            }
        }
    }
    report(&faults, "Add the path to the remaps in xtask/src/build/flags.rs.")
}

/// What would give this machine away: the checkout's folder and the home folder.
fn own_paths(layout: &Layout) -> Vec<String> {
    let home = std::env::var("HOME")
        .ok()
        .filter(|home| home.len() > 1)
        .map(|home| format!("{home}/"));
    [Some(format!("{}/", layout.root().display())), home]
        .into_iter()
        .flatten()
        .collect()
}

fn faults_of(name: &str, text: &str, own_paths: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    let kind = Path::new(name)
        .extension()
        .and_then(|kind| kind.to_str())
        .unwrap_or_default();
    let lines = text.lines().count();
    // Prose and data are as long as they are; the lock file is npm's.
    let may_be_long = matches!(kind, "md" | "jsonl") || name == "package-lock.json";
    if lines > LONGEST_FILE && !may_be_long {
        faults.push(format!("{name}: {lines} lines, at most {LONGEST_FILE}"));
    }
    if kind == "rs" && !text.starts_with("//! ") {
        faults.push(format!("{name}: does not open with `//!` and what it is for"));
    }
    // Spelt in two parts, so that this file does not hold them itself.
    let hosts = [
        concat!("registry.", "npmjs.org"),
        concat!("index.", "crates.io"),
        concat!("static.", "crates.io"),
    ];
    let own = own_paths.iter().map(String::as_str);
    for found in hosts
        .into_iter()
        .chain(own)
        .filter(|needle| text.contains(needle))
    {
        faults.push(format!(
            "{name}: holds `{found}`, which is of one machine or registry"
        ));
    }
    faults
}

fn files(root: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in entries(root)? {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() && !NOT_OURS.contains(&name.as_str()) {
            found.extend(files(&path)?);
        } else if path
            .extension()
            .is_some_and(|kind| TEXT.iter().any(|text| kind == *text))
        {
            found.push(path);
        }
    }
    Ok(found)
}

fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in entries(folder)? {
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

fn report(faults: &[String], fix: &str) -> Outcome {
    if faults.is_empty() {
        return Ok(());
    }
    Err(Problem::new("House rules are broken")
        .because(faults.join("\n"))
        .fix(fix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_without_a_word_about_itself_is_untidy() {
        let text = "x\n".repeat(LONGEST_FILE + 1);
        assert_eq!(faults_of("a.rs", &text, &[]).len(), 2);
        assert_eq!(faults_of("docs/a.md", &text, &[]).len(), 0);
    }

    #[test]
    fn a_machines_path_is_untidy() {
        assert_eq!(
            faults_of(
                "a.toml",
                "x = \"/home/somebody/x\"",
                &["/home/somebody/".to_owned()]
            )
            .len(),
            1
        );
    }
}
