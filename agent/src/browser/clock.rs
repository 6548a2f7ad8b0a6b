//! The clock: this browser's, the edge's, and moments as people here read them.

use js_sys::{Date, Object, Reflect};
use shared::ids::Millis;

/// This browser's clock.
pub fn now() -> Millis {
    // Milliseconds since 1970 are positive and far below 2^53.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Millis(Date::now() as u64)
}

/// How far the edge's clock is ahead of this browser's, in milliseconds. Waiting times are shown by the edge's clock,
/// so that a wrong clock here does not show a visitor as overdue.
pub fn ahead(edge: Millis) -> i64 {
    let (edge, here) = (i64::try_from(edge.0), i64::try_from(now().0));
    edge.unwrap_or_default() - here.unwrap_or_default()
}

/// The edge's clock, given how far it is ahead.
pub fn edge_now(ahead: i64) -> Millis {
    Millis(now().0.saturating_add_signed(ahead))
}

/// The time of day, such as `14:02`.
pub fn time_of_day(at: Millis) -> String {
    format(at, &[("hour", "2-digit"), ("minute", "2-digit")])
}

/// The day, such as `Tuesday 3 March`.
pub fn day(at: Millis) -> String {
    format(at, &[("weekday", "long"), ("day", "numeric"), ("month", "long")])
}

/// Day and time, such as `Tue 3 March, 14:02`.
pub fn moment(at: Millis) -> String {
    format(
        at,
        &[
            ("weekday", "short"),
            ("day", "numeric"),
            ("month", "long"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
        ],
    )
}

/// What a `datetime-local` field says, as a moment; none while it says nothing whole.
pub fn local(value: &str) -> Option<Millis> {
    let at = Date::new(&value.into()).get_time();
    // Not a number is no date; a date since 1970 is far below 2^53.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (at > 0.0).then_some(Millis(at as u64))
}

/// Moments that one comes back at: later today, tomorrow, next week; in the morning here.
pub fn later() -> [(&'static str, Millis); 4] {
    const HOUR: u64 = 3_600_000;
    let here = Date::new_0();
    let morning = |days: u32| {
        let date = Date::new_0();
        date.set_date(here.get_date() + days);
        date.set_hours(9);
        date.set_minutes(0);
        date.set_seconds(0);
        date.set_milliseconds(0);
        // As in `now`: positive and far below 2^53.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Millis(date.get_time() as u64)
    };
    // Sunday is 0. On a Monday it is the next one.
    let to_monday = (7 - here.get_day()) % 7 + 1;
    [
        ("In an hour", now().plus(HOUR)),
        ("In three hours", now().plus(3 * HOUR)),
        ("Tomorrow morning", morning(1)),
        ("Next Monday", morning(to_monday)),
    ]
}

/// The moment as machines read it.
pub fn machine(at: Millis) -> String {
    date(at).to_iso_string().into()
}

fn format(at: Millis, parts: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (name, value) in parts {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    // The texts here are English, so are the dates; British, because it is the form read alike on both sides.
    date(at).to_locale_string("en-GB", &options).into()
}

fn date(at: Millis) -> Date {
    // Below 2^53, which a double holds exactly.
    #[allow(clippy::cast_precision_loss)]
    Date::new(&(at.0 as f64).into())
}
