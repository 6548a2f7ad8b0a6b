//! The platform's clock. It stands still while code runs and moves with I/O.

use shared::ids::Millis;
use worker::Date;

/// Now.
pub fn now() -> Millis {
    Millis(Date::now().as_millis())
}
