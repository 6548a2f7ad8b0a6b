//! The clock: this browser's, the edge's, and moments as people here read them.

use std::cell::OnceCell;

use js_sys::{Array, Date, Function, Intl::DateTimeFormat, Object, Reflect};
use shared::ids::Millis;
use wasm_bindgen::JsValue;

use crate::model::thread::Day;

thread_local! {
    static TIME: Form = const { Form::of(&[("hour", "2-digit"), ("minute", "2-digit")]) };
    static DAY: Form = const { Form::of(&[("weekday", "long"), ("day", "numeric"), ("month", "long")]) };
    static MOMENT: Form = const {
        Form::of(&[
            ("weekday", "short"),
            ("day", "numeric"),
            ("month", "long"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
        ])
    };
}

/// This browser's clock.
pub fn now() -> Millis {
    // Milliseconds since 1970 are positive and far below 2^53.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Millis(Date::now() as u64)
}

/// Minutes since midnight, here.
pub fn minute_of_day() -> u16 {
    let here = Date::new_0();
    // Below 24 and 60: always one.
    u16::try_from(here.get_hours() * 60 + here.get_minutes()).unwrap_or_default()
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
    TIME.with(|form| form.write(at))
}

/// The day, such as `Tuesday 3 March`, and its end.
pub fn day(at: Millis) -> Day {
    Day {
        name: DAY.with(|form| form.write(at)),
        end: at_hour(&date(at), 1, 0),
    }
}

/// Day and time, such as `Tue 3 March, 14:02`.
pub fn moment(at: Millis) -> String {
    MOMENT.with(|form| form.write(at))
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
    let morning = |days| at_hour(&Date::new_0(), days, 9);
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

/// A form of dates: the parts that it shows, and what formats them once it was needed.
struct Form(&'static [(&'static str, &'static str)], OnceCell<Function>);

impl Form {
    const fn of(parts: &'static [(&'static str, &'static str)]) -> Self {
        Self(parts, OnceCell::new())
    }

    /// Browsers take long to make a format and little to use it: it is made once.
    fn write(&self, at: Millis) -> String {
        let format = self.1.get_or_init(|| {
            let options = Object::new();
            for (name, value) in self.0 {
                // Setting a property of a fresh object cannot fail.
                let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
            }
            // The texts here are English, so are the dates; British, because it is the form read alike on both sides.
            DateTimeFormat::new(&Array::of1(&"en-GB".into()), &options).format()
        });
        let written = format.call1(&JsValue::UNDEFINED, &date(at));
        written
            .ok()
            .and_then(|written| written.as_string())
            .unwrap_or_default()
    }
}

/// The full hour of the day that comes so many days after `date`, which is changed.
fn at_hour(date: &Date, days: u32, hour: u32) -> Millis {
    date.set_date(date.get_date() + days);
    date.set_hours(hour);
    date.set_minutes(0);
    date.set_seconds(0);
    date.set_milliseconds(0);
    // As in `now`: positive and far below 2^53.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Millis(date.get_time() as u64)
}

fn date(at: Millis) -> Date {
    // Below 2^53, which a double holds exactly.
    #[allow(clippy::cast_precision_loss)]
    Date::new(&(at.0 as f64).into())
}
