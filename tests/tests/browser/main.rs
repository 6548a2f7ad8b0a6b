//! Stories in a real browser, found by role and name as people find things.

mod harness;
