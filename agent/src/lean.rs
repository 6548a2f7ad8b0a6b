//! Few types for everything on the page that changes. Each closure has a type of its own, and the machinery that keeps
//! one piece of the page up to date is compiled once for each type: boxed, hundreds of closures share a handful of
//! them. That is a tenth of what an agent downloads.

use std::sync::Arc;

use leptos::prelude::*;

/// A text that changes: a child or an attribute.
pub type Text = Box<dyn Fn() -> String + Send>;
/// A text that is sometimes absent: a child or an attribute.
pub type Maybe = Box<dyn Fn() -> Option<String> + Send>;
/// Whether an attribute, a property or a class is there.
pub type Flag = Box<dyn Fn() -> bool + Send>;
/// A part of the page that is made anew when what it reads changes.
pub type Part = Box<dyn Fn() -> AnyView + Send>;

/// A text that changes.
pub fn text<T: Into<String>>(of: impl Fn() -> T + Send + 'static) -> Text {
    Box::new(move || of().into())
}

/// A text that is sometimes absent.
pub fn maybe<T: Into<String>>(of: impl Fn() -> Option<T> + Send + 'static) -> Maybe {
    Box::new(move || of().map(Into::into))
}

/// Whether something is so.
pub fn flag(of: impl Fn() -> bool + Send + 'static) -> Flag {
    Box::new(of)
}

/// A part of the page that is made anew when what it reads changes.
pub fn part(of: impl Fn() -> AnyView + Send + 'static) -> Part {
    Box::new(of)
}

/// A part of the page that is sometimes absent.
pub fn part_if(of: impl Fn() -> Option<AnyView> + Send + 'static) -> Part {
    Box::new(move || of().into_any())
}

/// What is done when something happens.
pub fn on<E>(run: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(run)
}

/// A list whose elements are kept while their keys are in it.
pub fn list(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    view: impl Fn(String) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let keys: Box<dyn Fn() -> Vec<String> + Send + Sync> = Box::new(keys);
    let view: Arc<dyn Fn(String) -> AnyView + Send + Sync> = Arc::new(view);
    view! { <For each=keys key=Clone::clone children=move |key| view(key) /> }.into_any()
}
