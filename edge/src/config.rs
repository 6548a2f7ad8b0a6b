//! What whoever runs the edge configures: variables and secrets of the Worker.

use shared::ids::SiteId;
use worker::Env;

use crate::{
    problem::{Code, Outcome, Problem},
    secrets::token::same,
};

/// The version that `/healthz` shows.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The site whose members sign in when they name none.
pub fn default_site(env: &Env) -> Outcome<SiteId> {
    let name = variable(env, "BATON_DEFAULT_SITE").unwrap_or_else(|| "demo".to_owned());
    SiteId::new(name).map_err(|error| Problem::internal(&format!("BATON_DEFAULT_SITE: {error}")))
}

/// Lets through whoever holds the operator's token. Without one configured, nobody does.
pub fn admit_operator(env: &Env, authorization: Option<&str>) -> Outcome<()> {
    let expected = variable(env, "BATON_ADMIN_TOKEN");
    let given = authorization.and_then(|header| header.strip_prefix("Bearer "));
    match (expected, given) {
        (Some(expected), Some(given)) if same(&expected, given.trim()) => Ok(()),
        _ => Err(Code::WrongAdminToken.into()),
    }
}

/// A variable or secret, if it is set and not empty.
///
/// Read by hand: workerd binds what its environment lacks as null, which `Env::var` does not survive.
pub fn variable(env: &Env, name: &str) -> Option<String> {
    let value = js_sys::Reflect::get(env, &name.into()).ok()?.as_string()?;
    (!value.is_empty()).then_some(value)
}
