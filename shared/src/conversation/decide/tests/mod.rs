//! Stories of the core, told to `decide` and `evolve` with a clock that only the story moves.

mod asides;
mod gathering;
mod leaving;
mod properties;
mod refusals;
mod stories;
mod story;
mod transfer;
mod triggers;
