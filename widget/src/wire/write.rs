//! Writes frames of the protocol: what `serde_json` would write, for the frames that a visitor sends.

use shared::{conversation::Page, ids::ClientId, protocol::VisitorFrame};

use crate::digits::digits;

/// The frame as JSON.
pub fn write(frame: &VisitorFrame) -> String {
    let mut json = String::with_capacity(128);
    match frame {
        VisitorFrame::Hello {
            v,
            secret,
            last,
            page,
            locale,
            timezone,
            identity,
        } => {
            begin(&mut json, "hello");
            number(&mut json, "v", u64::from(*v));
            text(&mut json, "secret", secret);
            number(&mut json, "last", last.0);
            match page {
                Some(page) => part(&mut json, page),
                None => plain(&mut json, "page", "null"),
            }
            for (name, value) in [("locale", locale), ("timezone", timezone), ("identity", identity)] {
                match value {
                    Some(value) => text(&mut json, name, value),
                    None => plain(&mut json, name, "null"),
                }
            }
        }
        VisitorFrame::Typing => return "\"typing\"".to_owned(),
        VisitorFrame::Page { page } => {
            begin(&mut json, "page");
            part(&mut json, page);
        }
        VisitorFrame::Say { id, text } => act(&mut json, "say", id, Some(("text", text)), None),
        VisitorFrame::Details { id, email } => act(&mut json, "details", id, Some(("email", email)), None),
        VisitorFrame::Person { id } => act(&mut json, "person", id, None, None),
        VisitorFrame::Skip { id } => act(&mut json, "skip", id, None, None),
        VisitorFrame::End { id } => act(&mut json, "end", id, None, None),
        VisitorFrame::Offer { id, accept } => act(&mut json, "offer", id, None, Some(("accept", *accept))),
        VisitorFrame::Solved { id, yes } => act(&mut json, "solved", id, None, Some(("yes", *yes))),
        VisitorFrame::Judge { id, helped } => act(&mut json, "judge", id, None, Some(("helped", *helped))),
    }
    json.push_str("}}");
    json
}

/// What is kept until it is acknowledged: an id, and what goes with it.
fn act(
    json: &mut String,
    variant: &str,
    id: &ClientId,
    words: Option<(&str, &str)>,
    flag: Option<(&str, bool)>,
) {
    begin(json, variant);
    text(json, "id", id.as_str());
    if let Some((name, value)) = words {
        text(json, name, value);
    }
    if let Some((name, value)) = flag {
        plain(json, name, if value { "true" } else { "false" });
    }
}

fn begin(json: &mut String, variant: &str) {
    json.push('{');
    quoted(json, variant);
    json.push_str(":{");
}

fn name(json: &mut String, name: &str) {
    if !json.ends_with('{') {
        json.push(',');
    }
    quoted(json, name);
    json.push(':');
}

fn plain(json: &mut String, key: &str, value: &str) {
    name(json, key);
    json.push_str(value);
}

fn number(json: &mut String, key: &str, value: u64) {
    plain(json, key, &digits(value));
}

fn text(json: &mut String, key: &str, value: &str) {
    name(json, key);
    quoted(json, value);
}

fn part(json: &mut String, page: &Page) {
    plain(json, "page", "{");
    text(json, "url", &page.url);
    text(json, "title", &page.title);
    text(json, "referrer", &page.referrer);
    json.push('}');
}

fn quoted(json: &mut String, text: &str) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\0'..'\u{20}' => {
                json.push_str("\\u00");
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                json.extend([digit(u32::from(c) / 16), digit(u32::from(c) % 16)]);
            }
            _ => json.push(c),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::write;
    use serde_json::Value;
    use shared::{
        conversation::Page,
        ids::{ClientId, Seq},
        protocol::VisitorFrame,
    };

    #[test]
    fn every_frame_says_what_the_protocol_says() {
        let id = || ClientId::new("c-1").unwrap();
        let page = Page {
            url: "https://a.example/?q=\"\\".to_owned(),
            title: "T\n\u{1}é😀".to_owned(),
            ..Page::default()
        };
        let hello = |page, locale: Option<String>| VisitorFrame::Hello {
            v: 1,
            secret: "s".to_owned(),
            last: Seq(7),
            page,
            timezone: locale.clone(),
            identity: locale.clone(),
            locale,
        };
        for frame in [
            hello(Some(page.clone()), Some("de".to_owned())),
            hello(None, None),
            VisitorFrame::Say {
                id: id(),
                text: "a \"b\"\\\r\n\t".to_owned(),
            },
            VisitorFrame::Person { id: id() },
            VisitorFrame::Offer {
                id: id(),
                accept: true,
            },
            VisitorFrame::Offer {
                id: id(),
                accept: false,
            },
            VisitorFrame::Skip { id: id() },
            VisitorFrame::Solved { id: id(), yes: true },
            VisitorFrame::End { id: id() },
            VisitorFrame::Judge {
                id: id(),
                helped: true,
            },
            VisitorFrame::Judge {
                id: id(),
                helped: false,
            },
            VisitorFrame::Details {
                id: id(),
                email: "a@b.example".to_owned(),
            },
            VisitorFrame::Typing,
            VisitorFrame::Page { page },
        ] {
            let written: Value = serde_json::from_str(&write(&frame)).unwrap();
            assert_eq!(written, serde_json::to_value(&frame).unwrap());
        }
    }
}
