//! One line, as bare as it comes: for the clients, and for stories about what no client of ours would send. A WebSocket,
//! except where a client has none.

use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use shared::link::Carrier;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::{HeaderName, HeaderValue, header};
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::poll::{Line, Poller};
use crate::edge::TestEdge;
use crate::wait::{must, within};

/// What came over a socket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A text frame.
    Text(String),
    /// The end, with the code the edge gave; none when the line just broke.
    Closed(Option<u16>),
}

/// An open line.
pub struct Wire(Carried);

enum Carried {
    Socket(Box<WebSocketStream<MaybeTlsStream<TcpStream>>>),
    Poll(Poller),
}

impl Wire {
    /// Opens a socket. `Err` is the HTTP status of a refused upgrade.
    pub async fn open(address: &str, origin: Option<&str>, cookie: Option<&str>) -> Result<Self, u16> {
        let origin = origin.map(|origin| (header::ORIGIN, origin));
        let cookie = cookie.map(|cookie| (header::COOKIE, cookie));
        let headers: Vec<_> = origin.into_iter().chain(cookie).collect();
        Self::open_with(address, &headers).await
    }

    /// [`Wire::open`] with headers of the story's own choice.
    pub async fn open_with(address: &str, headers: &[(HeaderName, &str)]) -> Result<Self, u16> {
        let mut request = must("the socket's address", address.into_client_request());
        for (name, value) in headers {
            let value = must("a header", HeaderValue::from_str(value));
            request.headers_mut().insert(name, value);
        }
        match within("a socket", connect_async(request)).await {
            Ok((stream, _)) => Ok(Self::socket(stream)),
            Err(Error::Http(response)) => Err(response.status().as_u16()),
            Err(error) => panic!("{address} could not be reached: {error}"),
        }
    }

    /// [`Wire::open`] where the edge may be away: `Err` says why there is no socket.
    pub async fn try_open(address: &str, origin: Option<&str>, cookie: Option<&str>) -> Result<Self, String> {
        let mut request = must("the socket's address", address.into_client_request());
        for (name, value) in [(header::ORIGIN, origin), (header::COOKIE, cookie)] {
            if let Some(value) = value {
                let value = must("a header", HeaderValue::from_str(value));
                request.headers_mut().insert(name, value);
            }
        }
        let opened = connect_async(request).await;
        opened
            .map(|(stream, _)| Self::socket(stream))
            .map_err(|error| error.to_string())
    }

    /// A line to a path of the edge, over whatever carries it.
    pub async fn by(carrier: Carrier, edge: &TestEdge, path: &str, cookie: Option<&str>) -> Self {
        let origin = edge.address();
        match carrier {
            Carrier::Socket => {
                let address = format!("{}{path}", edge.socket_address());
                must("a socket", Self::open(&address, Some(&origin), cookie).await)
            }
            Carrier::Poll => Self::polling(&format!("{origin}{path}"), Some(&origin), cookie),
        }
    }

    /// A line over HTTP to an address `http://…`. Nothing is asked before hello is said.
    pub fn polling(address: &str, origin: Option<&str>, cookie: Option<&str>) -> Self {
        Self(Carried::Poll(Poller::start(Line::new(address, origin, cookie))))
    }

    fn socket(stream: WebSocketStream<MaybeTlsStream<TcpStream>>) -> Self {
        Self(Carried::Socket(Box::new(stream)))
    }

    /// Sends a text frame. A line that is gone is noticed when something is read.
    pub async fn text(&mut self, text: &str) {
        match &self.0 {
            Carried::Socket(_) => self.send(Message::text(text)).await,
            Carried::Poll(poller) => poller.text(text),
        }
    }

    /// Sends a binary frame.
    pub async fn binary(&mut self, bytes: &[u8]) {
        self.send(Message::binary(bytes.to_vec())).await;
    }

    /// Sends a text frame of any bytes, valid UTF-8 or not.
    pub async fn text_of_bytes(&mut self, bytes: &[u8]) {
        let frame = Frame::message(bytes.to_vec(), OpCode::Data(Data::Text), true);
        self.send(Message::Frame(frame)).await;
    }

    async fn send(&mut self, message: Message) {
        match &mut self.0 {
            Carried::Socket(stream) => drop(stream.send(message).await),
            Carried::Poll(_) => panic!("a line over HTTP carries text alone"),
        }
    }

    /// The next thing that comes; waits as long as it takes.
    pub async fn hear(&mut self) -> Heard {
        let stream = match &mut self.0 {
            Carried::Socket(stream) => stream,
            Carried::Poll(poller) => return poller.hear().await,
        };
        loop {
            match stream.next().await {
                Some(Ok(Message::Text(text))) => return Heard::Text(text.as_str().to_owned()),
                Some(Ok(Message::Close(frame))) => {
                    return Heard::Closed(frame.map(|frame| frame.code.into()));
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Heard::Closed(None),
            }
        }
    }

    /// The next frame as JSON; panics when the socket ends instead.
    pub async fn json(&mut self) -> Value {
        match within("a frame", self.hear()).await {
            Heard::Text(text) => must("a frame in JSON", serde_json::from_str(&text)),
            Heard::Closed(code) => panic!("the socket was closed with {code:?}"),
        }
    }

    /// The code of the refusal that comes next.
    pub async fn refusal(&mut self) -> String {
        let frame = self.json().await;
        let code = frame["refused"]["code"].as_str();
        assert!(
            !frame["refused"]["message"]
                .as_str()
                .unwrap_or_default()
                .is_empty(),
            "{frame}"
        );
        code.unwrap_or_else(|| panic!("no refusal: {frame}")).to_owned()
    }

    /// The code the edge ends the socket with; frames before it are passed over.
    pub async fn end(&mut self) -> Option<u16> {
        let end = async {
            loop {
                if let Heard::Closed(code) = self.hear().await {
                    return code;
                }
            }
        };
        within("the end of the socket", end).await
    }

    /// Closes the socket properly; returns the code that came back.
    pub async fn close(&mut self, code: u16) -> Option<u16> {
        let frame = CloseFrame {
            code: code.into(),
            reason: "".into(),
        };
        self.send(Message::Close(Some(frame))).await;
        self.end().await
    }
}
