//! Hours in which a team's agents are not disturbed. They are in each agent's own time: what is evening for one is noon for
//! another.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Minutes of an hour.
const HOUR: u16 = 60;

/// A span of every day, in minutes since midnight; over midnight where it ends before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quiet {
    from: u16,
    until: u16,
}

impl Quiet {
    /// Reads `20:00-07:00`; none for anything else, or a span without length.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, until) = text.split_once('-')?;
        let (from, until) = (minute(from.trim())?, minute(until.trim())?);
        (from != until).then_some(Self { from, until })
    }

    /// Whether this minute of the day is in it.
    pub fn covers(self, minute: u16) -> bool {
        let begun = self.from <= minute;
        let not_over = minute < self.until;
        if self.from < self.until {
            begun && not_over
        } else {
            begun || not_over
        }
    }
}

fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let number = |digits: &str, most: u16| {
        let plain = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
        digits
            .parse::<u16>()
            .ok()
            .filter(|number| plain && *number < most)
    };
    Some(number(hours, 24)? * HOUR + number(minutes, HOUR)?)
}

impl fmt::Display for Quiet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, until } = self;
        let parts = [from / HOUR, from % HOUR, until / HOUR, until % HOUR];
        write!(
            f,
            "{:02}:{:02}-{:02}:{:02}",
            parts[0], parts[1], parts[2], parts[3]
        )
    }
}

impl From<Quiet> for String {
    fn from(quiet: Quiet) -> Self {
        quiet.to_string()
    }
}

impl TryFrom<String> for Quiet {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("must be two times of a day, such as \"20:00-07:00\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_covers_its_minutes_also_over_midnight() {
        let (day, night) = (
            Quiet::parse("12:00-13:30").unwrap(),
            Quiet::parse("20:00 - 07:00").unwrap(),
        );
        for (minute, in_day, in_night) in [
            (0, false, true),
            (7 * 60 - 1, false, true),
            (7 * 60, false, false),
            (12 * 60, true, false),
            (13 * 60 + 29, true, false),
            (13 * 60 + 30, false, false),
            (20 * 60, false, true),
            (24 * 60 - 1, false, true),
        ] {
            assert_eq!(
                (day.covers(minute), night.covers(minute)),
                (in_day, in_night),
                "{minute}"
            );
        }
        assert_eq!(night.to_string(), "20:00-07:00");
    }

    #[test]
    fn what_is_no_span_is_refused() {
        for text in [
            "",
            "20:00",
            "20:00-20:00",
            "24:00-07:00",
            "8:00-9:00",
            "20:60-21:00",
            "a-b",
            "20:00-07:00-08:00",
        ] {
            assert_eq!(Quiet::parse(text), None, "{text}");
        }
    }
}
