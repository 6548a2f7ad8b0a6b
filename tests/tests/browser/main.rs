//! Stories in a real browser, found by role and name as people find things.

mod agreement;
mod blocked;
mod composer;
mod first_conversation;
mod harness;
mod host_page;
mod keyboard;
mod looks;
mod model;
mod person;
mod scene;
