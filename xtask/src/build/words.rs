//! The words of an application's own, one file a language. A visitor downloads one of them, so each is put into a script of
//! its own with everything else.

use std::fs;
use std::path::Path;

use crate::problem::{Explain, Outcome, Problem};
use crate::stamp::entries;

/// The languages of a folder: each tag, and the statement that gives a script its texts, in the order of the file. The
/// crate `shared` reads the same files by the same order, which a test of it holds them to.
pub fn languages(folder: &Path) -> Outcome<Vec<(String, String)>> {
    let mut languages = Vec::new();
    for path in entries(folder)? {
        if path.extension().is_some_and(|extension| extension == "toml") {
            let text =
                fs::read_to_string(&path).explain(|| format!("{} could not be read", path.display()))?;
            let tag = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let texts = texts(&text).map_err(|line| {
                Problem::new(format!("{} has a line that is no text", path.display())).because(line)
            })?;
            let list = serde_json::Value::from(texts);
            languages.push((tag, format!("window.words={list};")));
        }
    }
    languages.sort();
    Ok(languages)
}

/// The texts of `name = "text"`, line by line; a line that is none of that.
fn texts(toml: &str) -> Result<Vec<String>, String> {
    let lines = toml.lines().map(str::trim);
    let said = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    said.map(|line| {
        // A basic string of TOML with no more than common escapes is one of JSON.
        let text = line.split_once(" = ").map(|(_, text)| serde_json::from_str(text));
        text.and_then(Result::ok).ok_or_else(|| line.to_owned())
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn texts_are_read_in_their_order_and_anything_else_is_named() {
        let file = "# A\n\nb = \"One\"\na = \"T\\u00a0\\\"wo\\\"\"\n";
        assert_eq!(texts(file).unwrap(), ["One", "T\u{a0}\"wo\""]);
        assert_eq!(texts("a = 1").unwrap_err(), "a = 1");
        assert_eq!(texts("[table]").unwrap_err(), "[table]");
    }
}
