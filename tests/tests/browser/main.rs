//! Stories in a real browser, found by role and name as people find things.

mod agreement;
mod blocked;
mod brief;
mod colleagues;
mod composer;
mod crash;
mod crowd;
mod desk;
mod first_conversation;
mod forgetful;
mod harness;
mod host_page;
mod keyboard;
mod languages;
mod leaving;
mod lines;
mod looks;
mod model;
mod person;
mod scene;
mod single_page;
mod tabs;
