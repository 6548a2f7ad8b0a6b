//! The widget's document, and the plain form that works without the widget.

use serde::Serialize;
use shared::{
    ids::{ConversationId, SiteId},
    protocol,
};
use worker::{Env, Response};

use super::{Message, template};
use crate::{
    assets,
    http::{body, csp, reply},
    objects::{
        self,
        call::ask,
        conversation::calls::Form,
        site::{self, calls::About},
    },
    problem::{Code, Outcome, Problem},
    request::Incoming,
    secrets::random_hex,
};

/// The most characters of a visitor's message.
const LONGEST_MESSAGE: usize = 4_000;

/// What the widget starts from. Visitors can read all of it: the policy is not among it, for its keywords are the owner's.
#[derive(Debug, Serialize)]
struct FrameBoot<'a> {
    /// The wire's version.
    v: u16,
    site: &'a SiteId,
    name: &'a str,
    accent: Option<&'a str>,
    /// Empty for the widget's own.
    greeting: &'a str,
    suggestions: &'a [String],
}

/// `GET /frame/SITE`
pub async fn frame(env: &Env, incoming: &Incoming, site: &SiteId) -> Outcome<Response> {
    let settings = ask(&objects::site(env, site)?, &About {}).await?;
    let boot = FrameBoot {
        v: protocol::VERSION,
        site,
        name: &settings.name,
        accent: settings.accent.as_deref(),
        greeting: settings.greeting.as_deref().unwrap_or_default(),
        suggestions: &settings.suggestions,
    };
    let html = template::fill(
        &assets::template(env, "frame.html").await?,
        &[
            ("site", &template::escaped(site.as_str())),
            ("name", &template::escaped(&settings.name)),
            ("lang", "en"),
            ("boot", &template::json(&boot)?),
        ],
    );
    reply::page(html, &csp::frame(&incoming.url, &settings.origins), 200)
}

/// `POST /frame/SITE`: a message with an address, from a browser that cannot run the widget.
pub async fn form(env: &Env, mut incoming: Incoming, site: &SiteId) -> Outcome<Response> {
    let told = take(env, &mut incoming, site).await?;
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let back = format!("/frame/{site}");
    let onwards = Some((back.as_str(), "Write another message"));
    Message {
        heading: "Your message has arrived",
        paragraphs: &told,
        onwards,
    }
    .page(200)
}

async fn take(env: &Env, incoming: &mut Incoming, site: &SiteId) -> Outcome<Vec<String>> {
    incoming.must_be_own()?;
    let sent = body::bytes(&mut incoming.request, body::SMALL).await?;
    let (message, email) = checked(&sent)?;
    // An address that no site listens at must not make a conversation.
    ask(&objects::site(env, site)?, &About {}).await?;
    let conversation = ConversationId::new(random_hex::<16>()?).map_err(|error| Problem::internal(&error))?;
    let stub = objects::conversation(env, site, &conversation)?;
    Ok(ask(
        &stub,
        &Form {
            site: site.clone(),
            conversation,
            message,
            email,
        },
    )
    .await?
    .told)
}

/// The form's fields. Without the widget an address is the only way back, so it is needed.
fn checked(sent: &[u8]) -> Outcome<(String, String)> {
    if std::str::from_utf8(sent).is_err() {
        return Err(Problem::new(Code::InvalidField, "The form is not valid UTF-8."));
    }
    let field = |name: &str| {
        let value = url::form_urlencoded::parse(sent).find(|(key, _)| key == name);
        value.map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    // Browsers send line ends as CR LF, and count them as one character.
    let message = field("message").replace("\r\n", "\n");
    let said = |sentence: &str| Err(Problem::new(Code::InvalidField, sentence));
    if message.trim().is_empty() {
        return said("The message is empty.");
    }
    if message.chars().count() > LONGEST_MESSAGE {
        return said("The message is longer than 4,000 characters.");
    }
    match site::email(&field("email")) {
        Ok(email) => Ok((message, email)),
        Err(_) => said("The e-mail address does not look like one. Without it, nobody can answer you here."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_browsers_send_it() {
        let sent = b"message=Where+is%0D%0Amy+order%3F&email=Ada%40example.com";
        assert_eq!(
            checked(sent).unwrap(),
            ("Where is\nmy order?".to_owned(), "ada@example.com".to_owned())
        );
    }

    #[test]
    fn what_cannot_be_answered_is_refused_in_words() {
        let long = format!("message={}&email=a%40b.c", "x".repeat(4_001));
        for sent in [
            "",
            "message=+&email=a%40b.c",
            "message=Hi&email=",
            "message=Hi&email=nobody",
            &long,
        ] {
            let problem = checked(sent.as_bytes()).unwrap_err();
            assert_eq!(problem.code, Code::InvalidField);
            assert!(problem.message.ends_with('.'), "{}", problem.message);
        }
        assert!(checked(b"message=\xff&email=a%40b.c").is_err());
    }
}
