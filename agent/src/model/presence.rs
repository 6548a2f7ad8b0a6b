//! Who else is looking at a conversation, in words.

use shared::{ids::MemberId, queue::presence::Looker};

/// "Grace is writing", "Grace and Ida are looking", "Grace is writing, Ida is looking". None when nobody else is.
pub fn words(who: &[Looker], me: &MemberId) -> Option<String> {
    let names = |writing: bool| {
        let others = who
            .iter()
            .filter(|one| one.by.id != *me && one.writing == writing);
        others.map(|one| one.by.name.as_str()).collect::<Vec<_>>()
    };
    let parts: Vec<String> = [("writing", names(true)), ("looking", names(false))]
        .into_iter()
        .filter_map(|(doing, names)| part(&names, doing))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn part(names: &[&str], doing: &str) -> Option<String> {
    Some(match names {
        [] => return None,
        [one] => format!("{one} is {doing}"),
        [first @ .., last] => format!("{} and {last} are {doing}", first.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::conversation::Member;

    #[track_caller]
    fn check(who: &[(&str, bool)], expect: Option<&str>) {
        let looker = |(name, writing): &(&str, bool)| Looker {
            by: Member {
                id: MemberId::new(name.to_lowercase()).unwrap(),
                name: (*name).to_owned(),
            },
            writing: *writing,
        };
        let who: Vec<Looker> = who.iter().map(looker).collect();
        assert_eq!(words(&who, &MemberId::new("me").unwrap()).as_deref(), expect);
    }

    #[test]
    fn others_are_named_by_what_they_do_and_oneself_is_not() {
        check(&[], None);
        check(&[("Me", true)], None);
        check(&[("Grace", false), ("Me", true)], Some("Grace is looking"));
        check(
            &[("Grace", true), ("Ida", false)],
            Some("Grace is writing, Ida is looking"),
        );
        check(
            &[("Ada", false), ("Grace", false), ("Ida", false)],
            Some("Ada, Grace and Ida are looking"),
        );
    }
}
