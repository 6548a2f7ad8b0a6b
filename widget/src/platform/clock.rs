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
    format(at, false)
}

/// The day of the week and the time: "Tue 12:00".
pub fn moment(at: Millis) -> String {
    format(at, true)
}

fn format(at: Millis, day: bool) -> String {
    let digits = "2-digit".into();
    let mut options = vec![("hour", &digits), ("minute", &digits)];
    let short = "short".into();
    if day {
        options.push(("weekday", &short));
    }
    #[expect(clippy::cast_precision_loss)] // Millis stay below 2^53.
    let date = Date::new(&JsValue::from_f64(at.0 as f64));
    let format = DateTimeFormat::new(&Array::new(), &object::new(&options)).format();
    format
        .call1(&JsValue::UNDEFINED, &date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
