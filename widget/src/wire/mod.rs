//! Frames as they go over the line: the JSON of `shared::protocol`, read and written with less code than `serde_json`
//! needs in a browser. That both say the same is tested natively, frame by frame.

mod read;
mod value;
mod write;

pub use read::read;
pub use write::write;
