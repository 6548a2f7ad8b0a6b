//! Where a WebSocket frame ends (RFC 6455, section 5.2), and where a request over HTTP or its answer does: all that the proxy
//! needs to know to treat them as wholes, or to tear one on purpose.

/// What a whole frame is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Its length with its header, in bytes.
    pub length: usize,
    /// Whether it carries text, as everything of Baton's does; else it is the WebSocket's own.
    pub is_text: bool,
}

/// The frame that `bytes` begin with, once it is there whole.
pub fn first(bytes: &[u8]) -> Option<Frame> {
    let [kind, short, rest @ ..] = bytes else {
        return None;
    };
    let (extended, payload) = match short & 0x7f {
        126 => (2, number(rest.get(..2)?)),
        127 => (8, number(rest.get(..8)?)),
        length => (0, u64::from(length)),
    };
    let mask = if short & 0x80 == 0 { 0 } else { 4 };
    let length = usize::try_from(payload).ok()?.checked_add(2 + extended + mask)?;
    (bytes.len() >= length).then_some(Frame {
        length,
        is_text: kind & 0x0f == 1,
    })
}

/// The length of the HTTP head that `bytes` begin with, once it is there whole.
pub fn head(bytes: &[u8]) -> Option<usize> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    Some(end + 4)
}

/// The HTTP message that `bytes` begin with, once it is there whole: a line over HTTP carries frames in those.
pub fn message(bytes: &[u8]) -> Option<Frame> {
    let head_length = head(bytes)?;
    let text = String::from_utf8_lossy(&bytes[..head_length]).to_ascii_lowercase();
    let value = |name: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
            .map(str::trim)
    };
    let body = &bytes[head_length..];
    let body_length = match value("content-length") {
        Some(length) => length.parse().ok()?,
        None if value("transfer-encoding") == Some("chunked") => chunks(body)?,
        None => 0,
    };
    let length = head_length + body_length;
    (bytes.len() >= length).then_some(Frame {
        length,
        is_text: true,
    })
}

/// The length of a body in chunks (RFC 9112, section 7.1), once it is there whole.
fn chunks(body: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let line = body.get(at..)?.windows(2).position(|two| two == b"\r\n")?;
        let size = std::str::from_utf8(&body[at..at + line]).ok()?;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        at += line + 2 + size + 2;
        if size == 0 {
            return (body.len() >= at).then_some(at);
        }
    }
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |sum: u64, byte| sum << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &[u8], payload: usize, is_text: bool) {
        let mut bytes = [head, &vec![0; payload]].concat();
        let whole = Some(Frame {
            length: bytes.len(),
            is_text,
        });
        bytes.extend(b"the next frame");
        assert_eq!(first(&bytes), whole);
        for cut in 0..head.len() + payload {
            assert_eq!(first(&bytes[..cut]), None, "cut at {cut}");
        }
    }

    #[test]
    fn a_frame_is_as_long_as_its_header_says() {
        check(&[0x81, 5], 5, true);
        check(&[0x81, 0x85, 1, 2, 3, 4], 5, true);
        check(&[0x88, 2], 2, false);
        check(&[0x81, 126, 1, 0], 256, true);
        check(&[0x81, 0xff, 0, 0, 0, 0, 0, 0, 1, 4, 1, 2, 3, 4], 260, true);
    }

    #[test]
    fn a_length_beyond_all_memory_is_never_there() {
        assert_eq!(first(&[0x81, 127, 255, 255, 255, 255, 255, 255, 255, 255]), None);
    }

    #[test]
    fn an_http_message_is_as_long_as_its_head_or_its_chunks_say() {
        for (head, body) in [
            ("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", "hello"),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "3\r\nabc\r\n0\r\n\r\n",
            ),
            ("HTTP/1.1 204 No Content\r\n\r\n", ""),
        ] {
            let whole = [head, body].concat();
            let more = [&whole, "POST"].concat();
            assert_eq!(
                message(more.as_bytes()).map(|message| message.length),
                Some(whole.len())
            );
            for cut in 0..whole.len() {
                assert_eq!(message(&whole.as_bytes()[..cut]), None, "cut at {cut}: {whole:?}");
            }
        }
    }

    #[test]
    fn a_head_ends_with_an_empty_line() {
        assert_eq!(head(b"GET / HTTP/1.1\r\nA: b\r\n\r\nrest"), Some(24));
        assert_eq!(head(b"GET / HTTP/1.1\r\nA: b\r\n"), None);
    }
}
