//! Tables and properties of the core.
