//! What may be stored: settings, documents, people's names, addresses and passwords. Pure; each refusal names its field.

use std::collections::HashSet;

use shared::policy::{self, Policy};
use url::Url;

use super::calls::Settings;
use crate::{
    http::origin,
    knowledge::Document,
    problem::{Code, Outcome, Problem},
};

const LONGEST_NAME: usize = 80;
const LONGEST_GREETING: usize = 500;
const LONGEST_SUGGESTION: usize = 120;
const MOST_SUGGESTIONS: usize = 3;
const MOST_ORIGINS: usize = 50;
/// What mail allows, RFC 5321.
const LONGEST_EMAIL: usize = 254;
const SHORTEST_PASSWORD: usize = 10;
/// Long enough for any passphrase; hashing is not fed with more.
const LONGEST_PASSWORD: usize = 256;
const LONGEST_TITLE: usize = 200;
const LONGEST_URL: usize = 2_000;

/// Checks settings and brings them into the form that is stored; gives the policy that they come to along.
pub fn settings(mut settings: Settings) -> Outcome<(Settings, Policy)> {
    settings.name = line("name", &settings.name, LONGEST_NAME)?;
    if settings.origins.len() > MOST_ORIGINS {
        return Err(Problem::field(
            "origins",
            &format!("has more than {MOST_ORIGINS} entries"),
        ));
    }
    for (at, listed) in settings.origins.iter_mut().enumerate() {
        *listed = origin::normalised(listed).ok_or_else(|| {
            Problem::field(
                format!("origins.{at}"),
                "must be an origin such as \"https://www.example.com\"",
            )
        })?;
    }
    if settings
        .accent
        .as_deref()
        .is_some_and(|accent| !is_colour(accent))
    {
        return Err(Problem::field("accent", "must be a colour such as \"#1a56db\""));
    }
    if let Some(greeting) = &mut settings.greeting {
        *greeting = line("greeting", greeting, LONGEST_GREETING)?;
    }
    if settings.suggestions.len() > MOST_SUGGESTIONS {
        return Err(Problem::field(
            "suggestions",
            &format!("has more than {MOST_SUGGESTIONS} entries"),
        ));
    }
    for (at, suggestion) in settings.suggestions.iter_mut().enumerate() {
        *suggestion = line(&format!("suggestions.{at}"), suggestion, LONGEST_SUGGESTION)?;
    }
    match Policy::from_tree(&settings.policy) {
        Ok(policy) => Ok((settings, policy)),
        Err(problems) => Err(wrong_policy(&problems)),
    }
}

/// Everything that is wrong with a policy, named by the first field.
fn wrong_policy(problems: &[policy::Problem]) -> Problem {
    let first = problems.first().map(|problem| format!("policy.{}", problem.path));
    Problem {
        field: first,
        ..Problem::new(
            Code::InvalidField,
            format!("{}.", policy::Problem::sentence(problems, "policy")),
        )
    }
}

/// Checks documents: every one has an address that visitors can open, and a title.
pub fn documents(documents: &[Document]) -> Outcome<()> {
    let mut seen = HashSet::new();
    for (at, document) in documents.iter().enumerate() {
        let field = |name: &str| format!("{at}.{name}");
        let url = Url::parse(&document.url)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https"));
        if url.is_none() || document.url.len() > LONGEST_URL {
            return Err(Problem::field(
                field("url"),
                "must be an address that begins with https:// or http://",
            ));
        }
        if !seen.insert(document.url.as_str()) {
            return Err(Problem::field(field("url"), "is listed twice"));
        }
        line(&field("title"), &document.title, LONGEST_TITLE)?;
    }
    Ok(())
}

/// A person's name, without spaces around it.
pub fn person(name: &str) -> Outcome<String> {
    line("name", name, LONGEST_NAME)
}

/// An e-mail address in the form it is compared in. Whether mail arrives there only mail can tell.
pub fn email(given: &str) -> Outcome<String> {
    let email = given.trim().to_lowercase();
    let plain = !email.chars().any(|c| c.is_whitespace() || c.is_control());
    let halves = email.rsplit_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && !domain.is_empty() && !domain.starts_with('.') && !domain.ends_with('.')
    });
    if plain && halves && email.len() <= LONGEST_EMAIL {
        Ok(email)
    } else {
        Err(Problem::field("email", "must be an e-mail address"))
    }
}

/// Whether a new password is hard enough to guess.
pub fn password(password: &str, name: &str, email: &str) -> Outcome<()> {
    let lower = password.to_lowercase();
    let local = email.split('@').next().unwrap_or_default();
    let holds = |part: &str| part.chars().count() > 3 && lower.contains(&part.to_lowercase());
    let rule = if password.chars().count() < SHORTEST_PASSWORD {
        "needs at least 10 characters; a few words in a row are good"
    } else if password.chars().count() > LONGEST_PASSWORD {
        "has more than 256 characters"
    } else if lower.chars().all(|c| lower.starts_with(c)) {
        "must not be one character over and over"
    } else if [name, email, local].into_iter().any(holds) {
        "must not hold your name or e-mail address"
    } else {
        return Ok(());
    };
    Err(Problem::field("password", rule))
}

/// A text with something in it, of a bounded length, without spaces around it and control characters inside.
fn line(field: &str, text: &str, longest: usize) -> Outcome<String> {
    let text = text.trim();
    if text.is_empty() {
        Err(Problem::field(field, "must not be empty"))
    } else if text.chars().count() > longest {
        Err(Problem::field(
            field,
            &format!("has more than {longest} characters"),
        ))
    } else if text.chars().any(|c| c.is_control() && c != '\n') {
        Err(Problem::field(field, "has a control character in it"))
    } else {
        Ok(text.to_owned())
    }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(change: impl FnOnce(&mut Settings)) -> Outcome<Settings> {
        let json = r#"{"name": "Shop", "origins": ["https://Shop.example/"]}"#;
        let mut given: Settings = serde_json::from_str(json).unwrap();
        change(&mut given);
        settings(given).map(|(settings, _)| settings)
    }

    #[track_caller]
    fn check<T: std::fmt::Debug>(outcome: Outcome<T>, field: &str) {
        assert_eq!(outcome.unwrap_err().field.as_deref(), Some(field));
    }

    #[test]
    fn settings_are_stored_in_one_form() {
        let stored = given(|s| s.name = " Shop ".into()).unwrap();
        assert_eq!(
            (stored.name.as_str(), stored.origins[0].as_str()),
            ("Shop", "https://shop.example")
        );
    }

    #[test]
    fn a_wrong_setting_is_named() {
        check(given(|s| s.name = "  ".into()), "name");
        check(given(|s| s.name = "x".repeat(81)), "name");
        check(given(|s| s.origins.push("example.com".into())), "origins.1");
        check(given(|s| s.accent = Some("red".into())), "accent");
        check(given(|s| s.accent = Some("#12345g".into())), "accent");
        check(given(|s| s.greeting = Some("\u{7}".into())), "greeting");
        check(
            given(|s| s.suggestions = vec!["How?".into(), String::new()]),
            "suggestions.1",
        );
        check(given(|s| s.suggestions = vec!["How?".into(); 4]), "suggestions");
        let policy = r#"{"thresholds": {"offer_below": 101}, "colour": 1}"#;
        let refused = given(|s| s.policy = serde_json::from_str(policy).unwrap());
        assert!(
            refused
                .as_ref()
                .is_err_and(|problem| problem.message.contains("`policy.colour`"))
        );
        check(refused, "policy.thresholds.offer_below");
    }

    #[test]
    fn documents_need_an_address_to_open_and_a_title() {
        let page = |url: &str, title: &str| Document {
            url: url.into(),
            title: title.into(),
            markdown: String::new(),
        };
        assert!(documents(&[page("https://x.example/a", "A"), page("https://x.example/b", "A")]).is_ok());
        check(documents(&[page("javascript:alert(1)", "A")]), "0.url");
        check(documents(&[page("/a", "A")]), "0.url");
        check(documents(&[page("https://x.example/a", " ")]), "0.title");
        check(
            documents(&[page("https://x.example/a", "A"), page("https://x.example/a", "B")]),
            "1.url",
        );
    }

    #[test]
    fn addresses_are_compared_without_case() {
        assert_eq!(email(" Ada@Example.COM ").unwrap(), "ada@example.com");
        for wrong in [
            "",
            "ada",
            "@example.com",
            "ada@",
            "a b@example.com",
            "ada@.com",
            &format!("{}@x.y", "a".repeat(255)),
        ] {
            check(email(wrong), "email");
        }
    }

    #[test]
    fn passwords_must_be_hard_to_guess() {
        assert!(password("a few words", "Ada", "ada@example.com").is_ok());
        for weak in [
            "",
            "short",
            "aaaaaaaaaaaa",
            "augusta-1815",
            "augusta@example.com1",
            &"xy".repeat(129),
        ] {
            check(password(weak, "Augusta", "augusta@example.com"), "password");
        }
    }
}
