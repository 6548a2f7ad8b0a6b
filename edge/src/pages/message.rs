//! Plain pages that say one thing: an address that leads nowhere, a message that was taken. No scripts.

use worker::Response;

use super::template::escaped;
use crate::{
    http::{csp, reply},
    problem::{Code, Outcome, Problem},
};

const STYLE: &str = include_str!("page.css");

/// A page with a heading, sentences, and at most one link onwards.
#[derive(Debug, Default)]
pub struct Message<'a> {
    /// The heading, also the page's title.
    pub heading: &'a str,
    /// What there is to say, a paragraph each.
    pub paragraphs: &'a [&'a str],
    /// Where to go on: address and words.
    pub onwards: Option<(&'a str, &'a str)>,
}

impl Message<'_> {
    /// The page, with this status.
    pub fn page(&self, status: u16) -> Outcome<Response> {
        reply::page(self.html(), &csp::message(), status)
    }

    fn html(&self) -> String {
        let heading = escaped(self.heading);
        let paragraphs: Vec<_> = self
            .paragraphs
            .iter()
            .map(|text| format!("<p>{}</p>", escaped(text)))
            .collect();
        let onwards = self.onwards.map(|(address, words)| {
            format!("<p><a href=\"{}\">{}</a></p>", escaped(address), escaped(words))
        });
        let body = format!(
            "<h1>{heading}</h1>{}{}",
            paragraphs.concat(),
            onwards.unwrap_or_default()
        );
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{heading}</title>\
             <link rel=\"stylesheet\" href=\"/page.css\"></head><body><main>{body}</main></body></html>"
        )
    }
}

/// What a page's address answers with: the page, or its refusal as one.
pub fn shown(outcome: Outcome<Response>) -> Outcome<Response> {
    outcome.or_else(|refusal| problem(&refusal))
}

/// A refusal as a page, for addresses that people open.
pub fn problem(problem: &Problem) -> Outcome<Response> {
    let heading = match problem.code {
        Code::UnknownSite => "This chat is not set up",
        Code::NotFound => "Nothing here",
        Code::InvalidField | Code::TooLarge => "Not sent",
        Code::Internal => "That did not work",
        _ => "This is not possible",
    };
    let advice = match problem.code {
        Code::UnknownSite => {
            "If this is your site: the tag's data-site names a site that does not exist on this server."
        }
        Code::InvalidField | Code::TooLarge => {
            "Go back, change it and send it again. What you wrote is still there."
        }
        _ => "",
    };
    let paragraphs = [problem.message.as_str(), advice];
    let said = if advice.is_empty() {
        &paragraphs[..1]
    } else {
        &paragraphs[..]
    };
    Message {
        heading,
        paragraphs: said,
        onwards: None,
    }
    .page(problem.code.status())
}

/// The stylesheet of these pages.
pub fn style() -> Outcome<Response> {
    let builder = Response::builder()
        .with_header("content-type", "text/css; charset=utf-8")?
        .with_header("cache-control", "public, max-age=3600")?
        .with_header("x-content-type-options", "nosniff")?;
    Ok(builder.fixed(STYLE.as_bytes().to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_says_is_text() {
        let html = Message {
            heading: "<i>",
            paragraphs: &["a & b"],
            onwards: Some(("/x?\"", "Go")),
        }
        .html();
        assert!(html.contains("<title>&lt;i&gt;</title>"), "{html}");
        assert!(
            html.contains("<p>a &amp; b</p>") && html.contains("href=\"/x?&quot;\""),
            "{html}"
        );
    }
}
