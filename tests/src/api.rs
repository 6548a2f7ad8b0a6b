//! The JSON API as a browser speaks it: from the edge's own origin, with the session cookie once signed in.

use reqwest::header::{AUTHORIZATION, COOKIE, ORIGIN, SET_COOKIE};
use reqwest::{Client, Method, RequestBuilder, redirect};
use serde_json::Value;

use crate::wait::{must, within};

/// One caller of the API.
#[derive(Debug, Clone)]
pub struct Api {
    client: Client,
    edge: String,
    origin: Option<String>,
    cookie: Option<String>,
    token: Option<String>,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Header names, in lower case, and values, in their order.
    pub headers: Vec<(String, String)>,
    /// The body as text.
    pub text: String,
}

impl Api {
    /// A caller without cookie or token, on the edge's own origin.
    pub fn new(edge: &str) -> Self {
        let client = Client::builder()
            .redirect(redirect::Policy::none())
            .no_proxy()
            .build();
        Self {
            client: must("an HTTP client", client),
            edge: edge.to_owned(),
            origin: Some(edge.to_owned()),
            cookie: None,
            token: None,
        }
    }

    /// The same caller with `Authorization: Bearer TOKEN`.
    #[must_use]
    pub fn with_token(self, token: &str) -> Self {
        Self {
            token: Some(token.to_owned()),
            ..self
        }
    }

    /// The same caller with a cookie, given as `NAME=VALUE`.
    #[must_use]
    pub fn with_cookie(self, cookie: &str) -> Self {
        Self {
            cookie: Some(cookie.to_owned()),
            ..self
        }
    }

    /// The same caller on another origin, or with none stated.
    #[must_use]
    pub fn from_origin(self, origin: Option<&str>) -> Self {
        Self {
            origin: origin.map(str::to_owned),
            ..self
        }
    }

    /// `NAME=VALUE` of the session cookie, once signed in; a socket's upgrade needs it too.
    pub fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    /// Reads an address.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    /// Sends JSON with `POST`.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(self.request(Method::POST, path).json(body)).await
    }

    /// Sends JSON with `PUT`.
    pub async fn put(&self, path: &str, body: &Value) -> Answer {
        self.send(self.request(Method::PUT, path).json(body)).await
    }

    /// Sends JSON with `PATCH`.
    pub async fn patch(&self, path: &str, body: &Value) -> Answer {
        self.send(self.request(Method::PATCH, path).json(body)).await
    }

    /// Asks for a deletion.
    pub async fn delete(&self, path: &str) -> Answer {
        self.send(self.request(Method::DELETE, path)).await
    }

    /// A request to add to before it goes out with [`Api::send`]: other bodies, other headers.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let mut request = self.client.request(method, format!("{}{path}", self.edge));
        if let Some(origin) = &self.origin {
            request = request.header(ORIGIN, origin);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header(COOKIE, cookie);
        }
        if let Some(token) = &self.token {
            request = request.header(AUTHORIZATION, format!("Bearer {token}"));
        }
        request
    }

    /// Sends a request and reads all of the answer.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        let answer = within("the edge's answer", self.try_send(request)).await;
        must("the edge's answer", answer)
    }

    /// [`Api::send`] where the edge may be away.
    pub async fn try_send(&self, request: RequestBuilder) -> Result<Answer, reqwest::Error> {
        let response = request.send().await?;
        let headers = response
            .headers()
            .iter()
            .map(|(name, value)| {
                (
                    name.to_string(),
                    String::from_utf8_lossy(value.as_bytes()).into_owned(),
                )
            })
            .collect();
        let status = response.status().as_u16();
        let text = response.text().await?;
        Ok(Answer {
            status,
            headers,
            text,
        })
    }
}

impl Answer {
    /// The body as JSON; a body that is none is null.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }

    /// The body as JSON, when the status says that all went well.
    pub fn expect_ok(&self) -> Value {
        assert!(
            (200..300).contains(&self.status),
            "the edge refused: {} {}",
            self.status,
            self.text
        );
        self.json()
    }

    /// The `code` of a refusal, or an empty word.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The first header of a name, given in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(header, _)| header == name)
            .map(|(_, value)| value.as_str())
    }

    /// The caller that this answer has signed in.
    pub fn signed_in(&self, edge: &str) -> Api {
        self.expect_ok();
        let set = self
            .header(SET_COOKIE.as_str())
            .unwrap_or_else(|| panic!("no cookie in {self:?}"));
        Api::new(edge).with_cookie(set.split(';').next().unwrap_or_default())
    }
}
