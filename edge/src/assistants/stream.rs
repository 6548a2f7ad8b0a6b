//! Words out of a stream of server-sent events, as chat-completions endpoints send them. The framing is
//! `eventsource-stream`'s; here is only what the events mean.

use std::pin::Pin;

use eventsource_stream::{Event, EventStreamError, Eventsource};
use futures_util::{Stream, StreamExt};
use serde::Deserialize;

/// The words of an answer as they come.
pub struct Words<E> {
    events: Pin<Box<dyn Stream<Item = Result<Event, EventStreamError<E>>>>>,
    finished: bool,
}

#[derive(Deserialize)]
struct Chunk {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(default)]
    delta: Content,
    #[serde(default)]
    message: Content,
    #[serde(default)]
    finish_reason: Option<String>,
}

#[derive(Default, Deserialize)]
struct Content {
    #[serde(default)]
    content: Option<String>,
}

impl<E: 'static> Words<E> {
    /// Reads words from the bytes of a response.
    pub fn new(bytes: impl Stream<Item = Result<Vec<u8>, E>> + 'static) -> Self {
        Self {
            events: Box::pin(bytes.eventsource()),
            finished: false,
        }
    }

    /// More words; none when the answer is whole. An error when it broke off or makes no sense: a stream that ends
    /// without saying that it is finished was cut.
    pub async fn next(&mut self) -> Result<Option<String>, ()> {
        loop {
            let event = match self.events.next().await {
                Some(Ok(event)) => event,
                None if self.finished => return Ok(None),
                Some(Err(_)) | None => return Err(()),
            };
            if event.data.trim() == "[DONE]" {
                return Ok(None);
            }
            let chunk: Chunk = serde_json::from_str(&event.data).map_err(|_| ())?;
            let Some(choice) = chunk.choices.into_iter().next() else {
                continue;
            };
            self.finished |= choice.finish_reason.is_some();
            if let Some(words) = choice.delta.content.filter(|words| !words.is_empty()) {
                return Ok(Some(words));
            }
        }
    }
}

/// The words of an answer that came whole.
pub fn whole(body: &str) -> Option<String> {
    let answer: Chunk = serde_json::from_str(body).ok()?;
    answer
        .choices
        .into_iter()
        .next()?
        .message
        .content
        .filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use futures_util::{FutureExt, stream};

    use super::*;

    /// Everything the stream gives, and whether it ended whole. The bytes come in pieces of `step`.
    fn read(body: &str, step: usize) -> (String, bool) {
        let pieces: Vec<Result<Vec<u8>, ()>> = body
            .as_bytes()
            .chunks(step)
            .map(|piece| Ok(piece.to_vec()))
            .collect();
        let mut words = Words::new(stream::iter(pieces));
        let mut text = String::new();
        loop {
            match words.next().now_or_never() {
                Some(Ok(Some(more))) => text.push_str(&more),
                Some(Ok(None)) => return (text, true),
                Some(Err(())) | None => return (text, false),
            }
        }
    }

    fn delta(text: &str) -> String {
        format!(
            "data: {}\n\n",
            serde_json::json!({"choices": [{"delta": {"content": text}}]})
        )
    }

    #[test]
    fn words_come_whole_however_the_bytes_are_cut() {
        let body = format!(": hello\n\n{}{}data: [DONE]\n\n", delta("Größe "), delta("日本"));
        for step in [1, 2, 3, 7, 1000] {
            assert_eq!(read(&body, step), ("Größe 日本".to_owned(), true), "{step}");
        }
    }

    #[test]
    fn a_stream_that_is_cut_or_nonsense_is_no_answer() {
        assert_eq!(read(&delta("half"), 5), ("half".to_owned(), false));
        assert_eq!(read("data: {\"nonsense\n\n", 5), (String::new(), false));
        let finished = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
        assert_eq!(read(&(delta("done") + finished), 9), ("done".to_owned(), true));
    }

    #[test]
    fn an_answer_that_was_not_streamed_is_read_too() {
        assert_eq!(
            whole(r#"{"choices":[{"message":{"content":"Hi"}}]}"#).as_deref(),
            Some("Hi")
        );
        assert_eq!(whole("<html>"), None);
    }
}
