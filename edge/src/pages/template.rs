//! Filling `{{places}}` of a built page. Values are escaped by whoever knows what they are put into: a text for HTML or
//! an attribute with [`escaped`], data for a JSON script element with [`json`].

use serde::Serialize;

use crate::problem::{Outcome, Problem};

/// Fills every known place once, from left to right: what a value contains is never taken for a place.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 1024);
    let mut rest = template;
    while let Some(at) = rest.find("{{") {
        let (before, from) = rest.split_at(at);
        filled.push_str(before);
        let known = values.iter().find(|(name, _)| {
            from[2..]
                .strip_prefix(name)
                .is_some_and(|after| after.starts_with("}}"))
        });
        if let Some((name, value)) = known {
            filled.push_str(value);
            rest = &from[name.len() + 4..];
        } else {
            filled.push_str("{{");
            rest = &from[2..];
        }
    }
    filled.push_str(rest);
    filled
}

/// A text for HTML, also inside an attribute in either kind of quotes.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Data for a `<script type="application/json">`: with no `<` in it, nothing can end the element.
pub fn json<T: Serialize>(value: &T) -> Outcome<String> {
    let text = serde_json::to_string(value).map_err(|error| Problem::internal(&error))?;
    Ok(text.replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_once_and_others_stay() {
        let values = [("site", "{{name}}"), ("name", "Ada")];
        assert_eq!(
            fill("a {{site}} b {{name}} {{other}} {{", &values),
            "a {{name}} b Ada {{other}} {{"
        );
        assert_eq!(fill("{{{site}}}", &[("site", "x")]), "{{{site}}}");
        assert_eq!(fill("", &values), "");
    }

    #[test]
    fn no_text_becomes_markup() {
        assert_eq!(
            escaped(r#"<b class='x'>"&"#),
            "&lt;b class=&#39;x&#39;&gt;&quot;&amp;"
        );
    }

    #[test]
    fn data_cannot_end_its_element() {
        let data = json(&"</script><!--").unwrap();
        assert!(!data.contains('<'));
        assert_eq!(serde_json::from_str::<String>(&data).unwrap(), "</script><!--");
    }
}
