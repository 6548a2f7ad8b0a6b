//! Stories of the core, told to `decide` and `evolve` with a clock that only the story moves.

mod properties;
mod stories;
mod story;
