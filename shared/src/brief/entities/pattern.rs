//! The small language in which owners say how their own numbers look.
//!
//! `#` is a digit, `@` a letter, `*` a letter or digit; `{3}` or `{2,6}` after one of them repeats it; a backslash takes
//! the next character as it is; everything else stands for itself, whether capital or small. A pattern fits where no
//! letter or digit goes on before or after it. Matching follows all possibilities side by side, so its time is bounded by
//! the length of text times pattern, whatever an owner or a visitor writes.

use std::ops::Range;

/// The longest pattern, in characters.
pub const LONGEST: usize = 64;
/// The most repetitions of one sign.
const MOST_REPEATS: usize = 40;
/// The most signs a pattern may come to when its repetitions are written out.
const MOST_STEPS: usize = 80;

/// A pattern that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(Vec<Step>);

/// One character to be matched; an optional one may be left out together with those that repeat it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    class: Class,
    optional: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    Either,
    Exactly(char),
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it; completes a sentence that begins with its name.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut steps: Vec<Step> = Vec::new();
        let mut chars = text.chars();
        let mut repeatable = false;
        while let Some(c) = chars.next() {
            let class = match c {
                '#' => Class::Digit,
                '@' => Class::Letter,
                '*' => Class::Either,
                '\\' => Class::Exactly(
                    chars
                        .next()
                        .ok_or("ends with a backslash: it takes the next character as it is")?,
                ),
                '{' if repeatable => {
                    let count: String = chars.by_ref().take_while(|c| *c != '}').collect();
                    repeat(&mut steps, &count)?;
                    repeatable = false;
                    continue;
                }
                '{' => return Err("has `{` where nothing is repeated: it follows `#`, `@` or `*`".to_owned()),
                c if c.is_control() => return Err("must not have control characters in it".to_owned()),
                c => Class::Exactly(c),
            };
            repeatable = matches!(c, '#' | '@' | '*');
            steps.push(Step {
                class,
                optional: false,
            });
        }
        if steps.len() > MOST_STEPS {
            return Err(format!(
                "must come to at most {MOST_STEPS} characters with its repetitions"
            ));
        }
        let telling = steps
            .iter()
            .filter(|step| !step.optional && step.class != Class::Exactly(' '));
        if telling.count() < 2 {
            return Err("must have at least two characters that are always there".to_owned());
        }
        Ok(Self(steps))
    }

    /// Where it fits, the first and longest each time, none over another.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut free = 0;
        let mut before: Option<char> = None;
        for (at, c) in text.char_indices() {
            let open = before.is_none_or(|before| !before.is_alphanumeric()) || !c.is_alphanumeric();
            before = Some(c);
            if at >= free
                && open
                && let Some(end) = self.fits(&text[at..])
            {
                found.push(at..at + end);
                free = at + end;
            }
        }
        found
    }

    /// The longest fit at the beginning of a text.
    fn fits(&self, text: &str) -> Option<usize> {
        let mut alive = vec![false; self.0.len() + 1];
        alive[0] = true;
        self.skip(&mut alive);
        let mut longest = None;
        for (at, c) in text.char_indices().take(MOST_STEPS) {
            let mut next = vec![false; alive.len()];
            for (at, step) in self.0.iter().enumerate() {
                next[at + 1] |= alive[at] && step.class.takes(c);
            }
            self.skip(&mut next);
            if !next.contains(&true) {
                break;
            }
            let end = at + c.len_utf8();
            let closed =
                !c.is_alphanumeric() || text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
            if next[self.0.len()] && closed {
                longest = Some(end);
            }
            alive = next;
        }
        longest
    }

    /// Optional steps may be passed over.
    fn skip(&self, alive: &mut [bool]) {
        for (at, step) in self.0.iter().enumerate() {
            if step.optional && alive[at] {
                alive[at + 1] = true;
            }
        }
    }
}

impl Class {
    fn takes(self, c: char) -> bool {
        match self {
            Self::Digit => c.is_ascii_digit(),
            Self::Letter => c.is_alphabetic(),
            Self::Either => c.is_alphanumeric(),
            Self::Exactly(wanted) => wanted == c || wanted.to_lowercase().eq(c.to_lowercase()),
        }
    }
}

/// Repeats the last step as `3` or `2,6` says.
fn repeat(steps: &mut Vec<Step>, count: &str) -> Result<(), String> {
    let wrong = || {
        format!(
            "has `{{{count}}}` in it, which must be a count such as `{{3}}` or `{{2,6}}`, at most {MOST_REPEATS}"
        )
    };
    let number = |text: &str| {
        text.trim()
            .parse::<usize>()
            .ok()
            .filter(|n| (1..=MOST_REPEATS).contains(n))
    };
    let (least, most) = match count.split_once(',') {
        Some((least, most)) => (number(least), number(most)),
        None => (number(count), number(count)),
    };
    let (Some(least), Some(most), Some(step)) = (least, most, steps.last().copied()) else {
        return Err(wrong());
    };
    if least > most {
        return Err(wrong());
    }
    steps.extend((1..least).map(|_| step));
    steps.extend((least..most).map(|_| Step {
        optional: true,
        ..step
    }));
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found<'a>(pattern: &str, text: &'a str) -> Vec<&'a str> {
        let pattern = Pattern::parse(pattern).unwrap();
        pattern.find(text).into_iter().map(|at| &text[at]).collect()
    }

    #[test]
    fn a_pattern_finds_whole_codes_and_only_these() {
        for (pattern, text, fits) in [
            (
                "SN-####",
                "sn-1234, SN-12345 and xSN-1234; SN-9999.",
                vec!["sn-1234", "SN-9999"],
            ),
            ("@@#{2,4}", "AB1 AB12 AB1234 AB12345", vec!["AB12", "AB1234"]),
            ("K*{3}", "Kx7y Kxy", vec!["Kx7y"]),
            (r"\#@@", "#ab #a1", vec!["#ab"]),
            ("Ö-##", "ö-12", vec!["ö-12"]),
            ("#{1,3} kg##", "12 kg34 1234 kg56", vec!["12 kg34"]),
        ] {
            assert_eq!(found(pattern, text), fits, "{pattern}");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_refused_in_words() {
        for (pattern, why) in [
            ("", "two characters"),
            ("#", "two characters"),
            ("#{0}", "count"),
            ("#{3,2}", "count"),
            ("#{99}", "count"),
            ("a{3}", "nothing is repeated"),
            ("##\\", "backslash"),
            ("#{40}#{40}#{40}", "at most 80"),
        ] {
            let error = Pattern::parse(pattern).unwrap_err();
            assert!(error.contains(why), "{pattern}: {error}");
        }
    }

    proptest! {
        #[test]
        fn any_pattern_on_any_text_ends_and_finds_places_in_it(
            pattern in "[#@*{},0-9a-c\\\\ -]{0,20}", text in "[0-9a-cÖß# -]{0,200}"
        ) {
            if let Ok(pattern) = Pattern::parse(&pattern) {
                for at in pattern.find(&text) {
                    prop_assert!(text.get(at).is_some_and(|found| !found.is_empty()));
                }
            }
        }
    }
}
