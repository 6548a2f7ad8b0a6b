//! Filling in a canned reply: what is known takes its place, what is not stays to be seen and written.

use shared::{conversation::State, policy::fill_as_is};

use super::place;

/// The words of a canned reply for this conversation. `{visitor}` is the address they left, `{team}` the team they were
/// told of, `{page}` the page they are on, `{agent}` who writes.
pub fn filled(text: &str, state: &State, agent: &str) -> String {
    let case = state.case.as_ref();
    let page = state.page().map(place::name);
    let known = [
        ("agent", Some(agent)),
        ("visitor", case.and_then(|case| case.email.as_deref())),
        ("team", case.map(|case| case.call.team.as_str())),
        ("page", page),
    ];
    let values: Vec<(&str, &str)> = known
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect();
    fill_as_is(text, &values)
}

#[cfg(test)]
mod tests {
    use shared::{
        conversation::{Page, Visit},
        ids::{Millis, Seq},
    };

    use super::filled;
    use shared::conversation::State;

    #[test]
    fn what_is_known_is_filled_in_and_what_is_not_stays() {
        let page = Page {
            url: "https://shop.example/cart".to_owned(),
            title: "Cart".to_owned(),
            ..Page::default()
        };
        let state = State {
            pages: vec![Visit {
                seq: Seq(1),
                at: Millis(1),
                page,
            }],
            ..State::default()
        };
        assert_eq!(
            filled(
                "Hello {visitor}, {agent} here. I see {page}; {colour}?",
                &state,
                "Ada"
            ),
            "Hello {visitor}, Ada here. I see Cart; {colour}?"
        );
    }
}
