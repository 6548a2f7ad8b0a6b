//! The browser's clock, and moments as people write them.

use js_sys::{Array, Date, Intl::DateTimeFormat};
use shared::ids::Millis;
use wasm_bindgen::JsValue;

use super::object;

/// Now, by this browser.
pub fn now() -> Millis {
    // A date is a whole number of milliseconds, and later than 1970 here.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let now = Date::now() as u64;
    Millis(now)
}

/// The time of day: "10:42".
pub fn time(at: Millis) -> String {
    format(at, "")
}

/// The day of the week and the time: "Tue 12:00".
pub fn moment(at: Millis) -> String {
    format(at, "weekday")
}

/// The date and the time.
pub fn stamp(at: Millis) -> String {
    format(at, "dateStyle")
}

fn format(at: Millis, also: &str) -> String {
    let (digits, short) = ("2-digit".into(), "short".into());
    // A date in a style comes with a time in a style, or none.
    let options = match also {
        "dateStyle" => vec![(also, &short), ("timeStyle", &short)],
        _ => vec![("hour", &digits), ("minute", &digits), (also, &short)],
    };
    #[expect(clippy::cast_precision_loss)] // Millis stay below 2^53.
    let date = Date::new(&JsValue::from_f64(at.0 as f64));
    let format = DateTimeFormat::new(&Array::new(), &object::new(&options)).format();
    format
        .call1(&JsValue::UNDEFINED, &date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
