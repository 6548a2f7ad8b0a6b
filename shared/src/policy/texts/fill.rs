//! Fills names and numbers into sentences.

/// Fills `{team}`-like places in a sentence; a place that has no value stays as it is, so that a misspelling shows.
/// A sentence that begins with a filled-in value gets a capital letter.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    fill_by(text, values, push_value)
}

/// The same with every value as it is, wherever it stands: an address at the beginning of a sentence stays that address.
pub fn fill_as_is(text: &str, values: &[(&str, &str)]) -> String {
    fill_by(text, values, |filled, value, _| filled.push_str(value))
}

/// `push` is told whether a value begins a sentence.
fn fill_by(text: &str, values: &[(&str, &str)], push: fn(&mut String, &str, bool)) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        filled.push_str(before);
        let place = from.find('}').map(|close| (&from[1..close], &from[close + 1..]));
        let value = place.and_then(|(name, after)| {
            values
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value, after))
        });
        if let Some((value, after)) = value {
            let starts = filled.trim_end().is_empty() || filled.trim_end().ends_with(['.', '?', '!']);
            push(&mut filled, value, starts);
            rest = after;
        } else {
            filled.push('{');
            rest = &from[1..];
        }
    }
    filled.push_str(rest);
    filled
}

/// The names of the places in a sentence, in order.
pub(super) fn places(text: &str) -> Vec<&str> {
    let opened = text.split('{').skip(1);
    opened
        .filter_map(|after| after.split_once('}').map(|(name, _)| name))
        .collect()
}

fn push_value(filled: &mut String, value: &str, capital: bool) {
    let mut chars = value.chars();
    match chars.next() {
        Some(first) if capital => filled.extend(first.to_uppercase().chain(chars)),
        _ => filled.push_str(value),
    }
}

#[cfg(test)]
mod tests {
    use super::{fill, fill_as_is};

    #[test]
    fn an_address_is_never_written_otherwise() {
        let values = [("visitor", "ann@example.com")];
        assert_eq!(fill_as_is("{visitor} it is.", &values), "ann@example.com it is.");
    }

    #[test]
    fn places_are_filled_once_and_unknown_ones_stay() {
        let values = [("team", "the {name} team"), ("name", "Ada")];
        for (text, filled) in [
            ("Calling {team}.", "Calling the {name} team."),
            (
                "{team} was called. {name} comes.",
                "The {name} team was called. Ada comes.",
            ),
            ("{unknown} {", "{unknown} {"),
            ("a {b {name}", "a {b Ada"),
        ] {
            assert_eq!(fill(text, &values), filled);
        }
    }
}
