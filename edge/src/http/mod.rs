//! HTTP, as little as is needed: bodies with a limit, cookies, origins, security headers, answers.

pub mod body;
pub mod cookie;
pub mod csp;
pub mod origin;
pub mod reply;
