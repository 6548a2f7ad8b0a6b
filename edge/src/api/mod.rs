//! The JSON API: for the operator (sites, documents) and for members (accounts, sessions, other members).

pub mod account;
pub mod identity;
pub mod members;
pub mod replies;
pub mod sites;
pub mod team;
