//! The widget's document, and the plain form that works without the widget.

use std::collections::BTreeMap;

use serde::Serialize;
use shared::{
    contrast::Colour,
    ids::{ConversationId, SiteId},
    protocol,
    words::{self, Word},
};
use worker::{Env, Response};

use super::{Message, message::PlainForm, template};
use crate::{
    assets,
    http::{body, csp, reply},
    objects::{
        self,
        call::ask,
        conversation::calls::Form,
        site::{
            self,
            calls::{About, AdmitForm},
        },
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
    /// The owner's colour as properties of the styles, with inks that can be read.
    style: BTreeMap<&'static str, String>,
    /// Empty for the widget's own.
    greeting: &'a str,
    suggestions: &'a [String],
}

/// What of the widget's styles follows from the owner's colour; nothing where it is none.
fn style(accent: &str) -> BTreeMap<&'static str, String> {
    let Some(accent) = Colour::parse(accent) else {
        return BTreeMap::new();
    };
    let (light, dark) = accent.as_text();
    let text = format!("light-dark({},{})", light.hex(), dark.hex());
    BTreeMap::from([
        ("--accent", accent.hex()),
        ("--accent-ink", accent.ink().hex()),
        ("--accent-text", text),
    ])
}

/// `GET /frame/SITE`
pub async fn frame(env: &Env, incoming: &Incoming, site: &SiteId) -> Outcome<Response> {
    let settings = ask(&objects::site(env, site)?, &About {}).await?;
    let boot = FrameBoot {
        v: protocol::VERSION,
        site,
        name: &settings.name,
        style: settings.accent.as_deref().map(style).unwrap_or_default(),
        greeting: settings.greeting.as_deref().unwrap_or_default(),
        suggestions: &settings.suggestions,
    };
    let lang = words::language(&incoming.header("accept-language").unwrap_or_default());
    let word = |word| template::escaped(words::word(lang, word));
    let html = template::fill(
        &assets::template(env, "frame.html").await?,
        &[
            ("site", &template::escaped(site.as_str())),
            ("name", &template::escaped(&settings.name)),
            // The page's language, and which script it loads: the chat's own words are in it.
            ("lang", lang),
            ("boot", &template::json(&boot)?),
            ("plain", &word(Word::Plain)),
            ("message", &word(Word::Message)),
            ("email", &word(Word::Email)),
            ("send", &word(Word::Send)),
        ],
    );
    reply::page(html, &csp::frame(&incoming.url, &settings.origins), 200)
}

/// `POST /frame/SITE`: a message with an address, from a browser that cannot run the widget. What cannot be taken comes back
/// in the form, with the reason above it: nothing that was typed is lost.
pub async fn form(env: &Env, mut incoming: Incoming, site: &SiteId) -> Outcome<Response> {
    incoming.must_be_own()?;
    let sent = Sent::read(&body::bytes(&mut incoming.request, body::SMALL).await?)?;
    match take(env, &incoming, site, &sent).await {
        Ok(told) => arrived(site, &told),
        Err(problem) if keeps(problem.code) => again(env, &incoming, site, &sent, &problem).await,
        Err(problem) => Err(problem),
    }
}

/// After which refusals the form is worth another try.
fn keeps(code: Code) -> bool {
    matches!(code, Code::InvalidField | Code::TooManyTries | Code::Internal)
}

fn arrived(site: &SiteId, told: &[String]) -> Outcome<Response> {
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let back = format!("/frame/{site}");
    Message {
        heading: "Your message has arrived",
        paragraphs: &told,
        onwards: Some((back.as_str(), "Write another message")),
        form: None,
    }
    .page(200)
}

async fn again(
    env: &Env,
    incoming: &Incoming,
    site: &SiteId,
    sent: &Sent,
    problem: &Problem,
) -> Outcome<Response> {
    let advice = match problem.code {
        Code::InvalidField => "Change it and send it again. What you wrote is still there.",
        _ => "What you wrote is still there.",
    };
    let action = format!("/frame/{site}");
    let page = Message {
        heading: "Not sent yet",
        paragraphs: &[&problem.message, advice],
        onwards: None,
        form: Some(PlainForm {
            action: &action,
            message: &sent.message,
            email: &sent.email,
        }),
    };
    // Who may frame the chat may frame its form; when that cannot be learnt, nobody.
    let settings = ask(&objects::site(env, site)?, &About {}).await;
    let origins = settings.map(|settings| settings.origins).unwrap_or_default();
    let csp = csp::frame(&incoming.url, &origins);
    let mut response = reply::page(page.html(), &csp, problem.code.status())?;
    if let Some(seconds) = problem.retry_after_s {
        response.headers_mut().set("retry-after", &seconds.to_string())?;
    }
    Ok(response)
}

async fn take(env: &Env, incoming: &Incoming, site: &SiteId, sent: &Sent) -> Outcome<Vec<String>> {
    let email = sent.checked()?;
    // An address that no site listens at must not make a conversation, nor must a caller make them by the dozen.
    let admit = AdmitForm {
        address: incoming.header("cf-connecting-ip"),
    };
    ask(&objects::site(env, site)?, &admit).await?;
    let conversation = ConversationId::new(random_hex::<16>()?).map_err(|error| Problem::internal(&error))?;
    let stub = objects::conversation(env, site, &conversation)?;
    let form = Form {
        site: site.clone(),
        conversation,
        message: sent.message.clone(),
        email,
        locale: incoming
            .header("accept-language")
            .map(|accept| words::language(&accept).to_owned()),
    };
    Ok(ask(&stub, &form).await?.told)
}

/// The form's fields, as they were typed.
#[derive(Debug, PartialEq, Eq)]
struct Sent {
    message: String,
    email: String,
}

impl Sent {
    fn read(sent: &[u8]) -> Outcome<Self> {
        if std::str::from_utf8(sent).is_err() {
            return Err(Problem::new(Code::InvalidField, "The form is not valid UTF-8."));
        }
        let field = |name: &str| {
            let value = url::form_urlencoded::parse(sent).find(|(key, _)| key == name);
            value.map(|(_, value)| value.into_owned()).unwrap_or_default()
        };
        Ok(Self {
            // Browsers send line ends as CR LF, and count them as one character.
            message: field("message").replace("\r\n", "\n"),
            email: field("email"),
        })
    }

    /// The address, when a person can do something with what was sent. Without the widget an address is the only way back,
    /// so it is needed.
    fn checked(&self) -> Outcome<String> {
        let said = |sentence: &str| Err(Problem::new(Code::InvalidField, sentence));
        if self.message.trim().is_empty() {
            return said("The message is empty.");
        }
        if self.message.chars().count() > LONGEST_MESSAGE {
            return said("The message is longer than 4,000 characters.");
        }
        site::email(&self.email).or_else(|_| {
            said("The e-mail address does not look like one. Without it, nobody can answer you here.")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_browsers_send_it() {
        let sent = b"message=Where+is%0D%0Amy+order%3F&email=Ada%40example.com";
        let sent = Sent::read(sent).unwrap();
        assert_eq!(
            (sent.message.as_str(), sent.checked().unwrap().as_str()),
            ("Where is\nmy order?", "ada@example.com")
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
            let problem = Sent::read(sent.as_bytes()).unwrap().checked().unwrap_err();
            assert_eq!(problem.code, Code::InvalidField);
            assert!(problem.message.ends_with('.'), "{}", problem.message);
        }
        assert!(Sent::read(b"message=\xff&email=a%40b.c").is_err());
    }
}
