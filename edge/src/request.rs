//! A request under way: what every handler asks of it.

use url::Url;
use worker::Request;

use crate::{http::origin, problem::Outcome};

/// A request with its parsed address.
#[derive(Debug)]
pub struct Incoming {
    /// The request; its body can be read once.
    pub request: Request,
    /// Its address, as the client sees the edge.
    pub url: Url,
}

impl Incoming {
    /// Wraps a request.
    pub fn new(request: Request) -> Outcome<Self> {
        let url = request.url()?;
        Ok(Self { request, url })
    }

    /// A header's value. A name that cannot be one has none.
    pub fn header(&self, name: &str) -> Option<String> {
        self.request.headers().get(name).ok().flatten()
    }

    /// A parameter of the query.
    pub fn query(&self, name: &str) -> Option<String> {
        self.url
            .query_pairs()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    }

    /// Refuses what does not come from the edge's own pages.
    pub fn must_be_own(&self) -> Outcome<()> {
        origin::must_be_own(self.header("origin").as_deref(), &self.url)
    }

    /// An address on this edge.
    pub fn on_this_edge(&self, path_and_query: &str) -> String {
        format!("{}{path_and_query}", self.url.origin().ascii_serialization())
    }
}
