//! Canned replies: texts that members pick instead of writing them again, in the order the owner gave them.

use super::{
    Store,
    calls::{Canned, ReplaceCanned},
};
use crate::problem::{Outcome, Problem};

/// More than these nobody finds their way in.
const MOST: usize = 100;
/// The longest name, in characters.
const LONGEST_NAME: usize = 60;
/// The longest text, in characters.
const LONGEST_TEXT: usize = 2_000;

impl Store<'_> {
    /// All of them.
    pub fn canned(&self) -> Outcome<Vec<Canned>> {
        self.sql.rows("SELECT name, text FROM canned ORDER BY place", [])
    }

    /// Replaces all of them, or changes nothing.
    pub fn replace_canned(&self, replace: &ReplaceCanned) -> Outcome<Vec<Canned>> {
        let replies = checked(&replace.replies)?;
        self.sql.transaction(|| {
            self.sql.run("DELETE FROM canned", [])?;
            for reply in &replies {
                self.sql.run(
                    "INSERT INTO canned (name, text) VALUES (?, ?)",
                    [(&reply.name).into(), (&reply.text).into()],
                )?;
            }
            Ok(())
        })?;
        Ok(replies)
    }
}

/// Names and texts without space around them; each refusal names its field.
fn checked(replies: &[Canned]) -> Outcome<Vec<Canned>> {
    if replies.len() > MOST {
        return Err(Problem::field(
            "replies",
            &format!("has more than {MOST} entries"),
        ));
    }
    let mut kept: Vec<Canned> = Vec::new();
    for (at, reply) in replies.iter().enumerate() {
        let (name, text) = (reply.name.trim(), reply.text.trim());
        let wrong = |field: &str, why: &str| Err(Problem::field(format!("replies.{at}.{field}"), why));
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.contains(char::is_control) {
            return wrong(
                "name",
                &format!("must be one line of 1 to {LONGEST_NAME} characters"),
            );
        }
        if kept.iter().any(|other| other.name == name) {
            return wrong("name", "is there twice");
        }
        if text.is_empty() || text.chars().count() > LONGEST_TEXT {
            return wrong("text", &format!("must have 1 to {LONGEST_TEXT} characters"));
        }
        kept.push(Canned {
            name: name.to_owned(),
            text: text.to_owned(),
        });
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canned(name: &str, text: &str) -> Canned {
        Canned {
            name: name.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn each_has_a_name_of_its_own_and_words() {
        let kept = checked(&[canned(" Greeting ", "Hello {visitor},\n")]).unwrap();
        assert_eq!(kept, [canned("Greeting", "Hello {visitor},")]);
        let long = "x".repeat(LONGEST_TEXT + 1);
        for (replies, field) in [
            (vec![canned("", "x")], "replies.0.name"),
            (vec![canned("a\nb", "x")], "replies.0.name"),
            (vec![canned("A", "x"), canned("A ", "y")], "replies.1.name"),
            (vec![canned("A", " ")], "replies.0.text"),
            (vec![canned("A", &long)], "replies.0.text"),
            (vec![canned("A", "x"); MOST + 1], "replies"),
        ] {
            assert_eq!(checked(&replies).unwrap_err().field.as_deref(), Some(field));
        }
    }
}
