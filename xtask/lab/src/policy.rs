//! `cargo xtask policy check FILE`: reads an owner's rules as a site would, and says everything that is wrong with them, or
//! their hash.

use std::{fmt::Write, fs, path::Path};

use shared::policy::{Policy, Problem, Tree};

use crate::fault::{Fault, Outcome};

/// Checks a policy file. Gives its hash in a sentence or, as `json`, all of it for the settings of a site.
///
/// # Errors
/// When the file cannot be read, and with all problems when the policy cannot be meant.
pub fn check(file: &Path, json: bool) -> Outcome<String> {
    let policy = read(file)?;
    if !json {
        return Ok(format!(
            "{} can be used: policy {}\n",
            file.display(),
            policy.hash()
        ));
    }
    let written = serde_json::to_string_pretty(&policy);
    let written = written.map_err(|error| Fault::new(format!("The policy is no JSON: {error}")))?;
    Ok(format!("{written}\n"))
}

/// Reads a policy file: JSON if its name ends in `.json`, else TOML.
///
/// # Errors
/// As [`check`].
pub fn read(file: &Path) -> Outcome<Policy> {
    let shown = file.display().to_string();
    let text = fs::read_to_string(file)
        .map_err(|error| Fault::new(format!("{shown} could not be read\n   why: {error}")))?;
    let is_json = file
        .extension()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("json"));
    let policy = if is_json {
        from_json(&text)
    } else {
        Policy::from_toml(&text)
    };
    policy.map_err(|problems| refused(&shown, &problems))
}

/// Either the rules alone or a site's settings, in which they stand under `policy`.
fn from_json(text: &str) -> Result<Policy, Vec<Problem>> {
    let tree = serde_json::from_str(text).map_err(|error| {
        vec![Problem {
            path: format!("line {}", error.line()),
            message: format!("is not JSON: {error}"),
        }]
    })?;
    Policy::from_tree(match &tree {
        Tree::Table(entries) => entries.get("policy").unwrap_or(&tree),
        _ => &tree,
    })
}

fn refused(file: &str, problems: &[Problem]) -> Fault {
    let count = match problems.len() {
        1 => "one problem".to_owned(),
        many => format!("{many} problems"),
    };
    let mut told = format!("{file} cannot be used: {count}");
    for problem in problems {
        // A `String` takes whatever is written to it.
        let _ = write!(told, "\n   {problem}");
    }
    told.push_str("\n   do: look the settings up in shared/src/policy/default.toml, or read docs/policy.md");
    Fault::new(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_may_be_the_rules_or_the_settings_around_them() {
        let rules = from_json(r#"{"help_while_waiting": false}"#).unwrap();
        let settings = from_json(r#"{"name": "Shop", "policy": {"help_while_waiting": false}}"#).unwrap();
        assert_eq!(rules, settings);
        let wrong = from_json("{\n\"times\": {,}}").unwrap_err();
        assert_eq!(wrong[0].path, "line 2");
    }

    #[test]
    fn all_problems_are_in_the_refusal() {
        let wrong = Policy::from_toml("colour = 1\ntimes.turn_ms = 0").unwrap_err();
        let said = refused("own.toml", &wrong).to_string();
        assert!(said.starts_with("own.toml cannot be used: 2 problems"), "{said}");
        assert!(
            said.contains("`colour`") && said.contains("`times.turn_ms`"),
            "{said}"
        );
    }
}
