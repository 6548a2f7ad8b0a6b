//! Plain pages that say one thing: an address that leads nowhere, a message that was taken. No scripts.

use worker::Response;

use super::template::escaped;
use crate::{
    http::{csp, reply},
    problem::{Code, Outcome, Problem},
};

const STYLE: &str = include_str!("page.css");

/// The form of a visitor without the widget, with what they typed.
#[derive(Debug)]
pub struct PlainForm<'a> {
    /// Where it is sent.
    pub action: &'a str,
    /// Their words.
    pub message: &'a str,
    /// Their address.
    pub email: &'a str,
}

impl PlainForm<'_> {
    fn html(&self) -> String {
        let [action, message, email] = [self.action, self.message, self.email].map(escaped);
        // What is too long stays whole: a browser would cut it off at a `maxlength`. The first line end in a textarea is
        // not part of its text.
        format!(
            "<form method=\"post\" action=\"{action}\">\
             <label>Message<textarea name=\"message\" required rows=\"8\">\n{message}</textarea></label>\
             <label>E-mail<input name=\"email\" type=\"email\" required autocomplete=\"email\" value=\"{email}\"></label>\
             <button>Send</button></form>"
        )
    }
}

/// A page with a heading, sentences, and at most one link onwards or form.
#[derive(Debug, Default)]
pub struct Message<'a> {
    /// The heading, also the page's title.
    pub heading: &'a str,
    /// What there is to say, a paragraph each.
    pub paragraphs: &'a [&'a str],
    /// Where to go on: address and words.
    pub onwards: Option<(&'a str, &'a str)>,
    /// What to send again.
    pub form: Option<PlainForm<'a>>,
}

impl Message<'_> {
    /// The page, with this status.
    pub fn page(&self, status: u16) -> Outcome<Response> {
        reply::page(self.html(), &csp::message(), status)
    }

    /// The page's text.
    pub fn html(&self) -> String {
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
            "<h1>{heading}</h1>{}{}{}",
            paragraphs.concat(),
            onwards.unwrap_or_default(),
            self.form.as_ref().map(PlainForm::html).unwrap_or_default()
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
        form: None,
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
            form: Some(PlainForm {
                action: "/y",
                message: "</textarea><b>",
                email: "\"><b>",
            }),
        }
        .html();
        assert!(
            !html.contains("<b>") && html.contains("\n&lt;/textarea&gt;"),
            "{html}"
        );
        assert!(html.contains("<title>&lt;i&gt;</title>"), "{html}");
        assert!(
            html.contains("<p>a &amp; b</p>") && html.contains("href=\"/x?&quot;\""),
            "{html}"
        );
    }
}
