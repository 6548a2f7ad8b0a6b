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
    #[serde(default)]
    refusal: Option<String>,
}

/// The reason of an end that means: declined, by the provider's filter.
const FILTERED: &str = "content_filter";

/// What a stream brings next.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// More words.
    More(String),
    /// The answer is whole.
    End,
    /// The model declines to answer; whatever it wrote before is not to be shown.
    Refused,
}

impl Choice {
    fn refused(&self) -> bool {
        let words = |content: &Content| content.refusal.as_ref().is_some_and(|text| !text.is_empty());
        words(&self.delta) || words(&self.message) || self.finish_reason.as_deref() == Some(FILTERED)
    }
}

impl<E: 'static> Words<E> {
    /// Reads words from the bytes of a response.
    pub fn new(bytes: impl Stream<Item = Result<Vec<u8>, E>> + 'static) -> Self {
        Self {
            events: Box::pin(bytes.eventsource()),
            finished: false,
        }
    }

    /// What comes next. An error when it broke off or makes no sense: a stream that ends without saying that it is finished
    /// was cut.
    pub async fn next(&mut self) -> Result<Next, ()> {
        loop {
            let event = match self.events.next().await {
                Some(Ok(event)) => event,
                None if self.finished => return Ok(Next::End),
                Some(Err(_)) | None => return Err(()),
            };
            if event.data.trim() == "[DONE]" {
                return Ok(Next::End);
            }
            let chunk: Chunk = serde_json::from_str(&event.data).map_err(|_| ())?;
            let Some(choice) = chunk.choices.into_iter().next() else {
                continue;
            };
            if choice.refused() {
                return Ok(Next::Refused);
            }
            self.finished |= choice.finish_reason.is_some();
            if let Some(words) = choice.delta.content.filter(|words| !words.is_empty()) {
                return Ok(Next::More(words));
            }
        }
    }
}

/// An answer that came whole: its words, or that the model declined; none when it makes no sense.
pub fn whole(body: &str) -> Option<Next> {
    let answer: Chunk = serde_json::from_str(body).ok()?;
    let choice = answer.choices.into_iter().next()?;
    if choice.refused() {
        return Some(Next::Refused);
    }
    let text = choice.message.content?;
    (!text.trim().is_empty()).then_some(Next::More(text))
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
                Some(Ok(Next::More(more))) => text.push_str(&more),
                Some(Ok(Next::End)) => return (text, true),
                Some(Ok(Next::Refused) | Err(())) | None => return (text, false),
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
        let body = r#"{"choices":[{"message":{"content":"Hi"}}]}"#;
        assert_eq!(whole(body), Some(Next::More("Hi".to_owned())));
        assert_eq!(whole("<html>"), None);
    }

    #[test]
    fn a_model_that_declines_is_told_from_one_that_answers() {
        for body in [
            r#"{"choices":[{"message":{"content":null,"refusal":"No."}}]}"#,
            r#"{"choices":[{"message":{"content":""},"finish_reason":"content_filter"}]}"#,
        ] {
            assert_eq!(whole(body), Some(Next::Refused), "{body}");
        }
        let body = b"data: {\"choices\":[{\"delta\":{\"refusal\":\"I can't\"}}]}\n\n".to_vec();
        let mut words = Words::new(stream::iter([Ok::<_, ()>(body)]));
        assert_eq!(words.next().now_or_never(), Some(Ok(Next::Refused)));
    }
}
