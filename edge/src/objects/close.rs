//! Ending a socket together: a client that closes sees its own code come back, and not the 1006 of a line that broke.

use worker::WebSocket;

/// Codes that stand for "no code came" or "the line broke": they are never sent.
const NEVER_SENT: [u16; 4] = [1004, 1005, 1006, 1015];

/// Answers a client's close with the code it gave. One that gave none is answered without one; a line that broke is not
/// there to be answered, and that is no error.
pub fn echo(socket: &WebSocket, code: usize, reason: &str) {
    socket.close(answer(code), Some(reason)).ok();
}

fn answer(code: usize) -> Option<u16> {
    u16::try_from(code)
        .ok()
        .filter(|code| (1000..5000).contains(code) && !NEVER_SENT.contains(code))
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn only_codes_that_may_be_sent_are_echoed() {
        for code in [1000, 1001, 3000, 4000, 4410] {
            assert_eq!(answer(code).map(usize::from), Some(code));
        }
        for code in [0, 999, 1004, 1005, 1006, 1015, 5000, 70_000] {
            assert_eq!(answer(code), None);
        }
    }
}
