//! The edge from outside: a real workerd, its API and its sockets.

mod alive;
mod asides;
mod chaos;
mod delivery;
mod demo;
mod erasing;
mod files;
mod first_conversation;
mod frame;
mod gathering;
mod helping_hands;
mod identity;
mod members;
mod model;
mod model_faults;
mod ownership;
mod polling;
mod privacy;
mod refusals;
mod scene;
mod search;
mod sign_in;
mod sweep;
mod transfer;
mod triggers;
mod waiting;
