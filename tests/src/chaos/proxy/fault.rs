//! What may happen to a frame, and how often. In a thousand frames; a line carries a frame every second or so, so that
//! most lines live for some seconds.

use crate::chaos::chance::Chance;

/// What happens to a frame on its way to the edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Up {
    /// It arrives.
    Pass,
    /// It arrives so many milliseconds later, and with it all that follows.
    Delay(u64),
    /// It arrives twice, as that of a client would which sends again too early.
    Twice,
    /// It arrives, and the line is cut before its answer comes back.
    LoseAnswer,
    /// Half of it arrives, then the line is cut.
    Tear,
    /// The client's end is cut; the frame arrives so many milliseconds later, when it was sent again on another line.
    Late(u64),
    /// It and all that follows arrive nowhere; the line stays up.
    Swallow,
    /// It arrives, but nothing comes back any more; the line stays up.
    SwallowAnswers,
}

/// What happens to a frame on its way to the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Down {
    /// It arrives.
    Pass,
    /// It arrives so many milliseconds later, and with it all that follows.
    Delay(u64),
    /// The line is cut instead.
    Lose,
    /// Half of it arrives, then the line is cut.
    Tear,
}

impl Up {
    /// What happens to the next frame. The first of a line, its hello, is not doubled: no client says it twice.
    pub fn draw(chance: &mut Chance, is_first: bool) -> Self {
        match chance.below(1_000) {
            0..150 => Self::Delay(chance.between(5, 250)),
            150..210 if !is_first => Self::Twice,
            210..240 => Self::LoseAnswer,
            240..255 => Self::Tear,
            255..280 => Self::Late(chance.between(100, 1_500)),
            280..292 => Self::Swallow,
            292..302 => Self::SwallowAnswers,
            _ => Self::Pass,
        }
    }
}

impl Down {
    /// What happens to the next frame.
    pub fn draw(chance: &mut Chance) -> Self {
        match chance.below(1_000) {
            0..80 => Self::Delay(chance.between(5, 250)),
            80..92 => Self::Lose,
            92..100 => Self::Tear,
            _ => Self::Pass,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_frames_arrive_and_every_fault_happens() {
        let mut chance = Chance::of(3, "line", 0);
        let drawn: Vec<Up> = (0..20_000).map(|_| Up::draw(&mut chance, false)).collect();
        let count = |is: fn(&Up) -> bool| drawn.iter().filter(|up| is(up)).count();
        assert!(count(|up| *up == Up::Pass) > 12_000);
        for fault in [
            Up::Twice,
            Up::LoseAnswer,
            Up::Tear,
            Up::Swallow,
            Up::SwallowAnswers,
        ] {
            assert!(drawn.contains(&fault), "{fault:?}");
        }
        assert!(count(|up| matches!(up, Up::Late(_))) > 100);
        let hello = (0..20_000).map(|_| Up::draw(&mut chance, true));
        assert_eq!(hello.filter(|up| *up == Up::Twice).count(), 0);
    }
}
