//! One after the other: what a visitor asks is decided in the order in which it arrived, also when deciding about one
//! thing has to wait for another object and deciding about the next has not.

use std::cell::RefCell;

use futures_channel::oneshot;

/// Who waits for whom. Each holds the end that the one before lets go of.
#[derive(Debug, Default)]
pub struct Lane {
    last: RefCell<Option<oneshot::Receiver<()>>>,
}

/// The right to be decided about now. Dropping it, however that comes, lets the next one go on.
#[derive(Debug)]
pub struct Pass {
    _held: oneshot::Sender<()>,
}

impl Lane {
    /// Takes the place behind everyone who came before, and returns when it is reached.
    pub async fn enter(&self) -> Pass {
        let (held, released) = oneshot::channel();
        let before = self.last.replace(Some(released));
        if let Some(before) = before {
            // Nothing is ever sent: the end of the one before is what is waited for.
            before.await.ok();
        }
        Pass { _held: held }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    #[test]
    fn each_waits_for_the_one_before_and_for_nobody_else() {
        let lane = Lane::default();
        let first = lane.enter().now_or_never();
        assert!(first.is_some(), "nobody is before the first");
        let (mut second, mut third) = (Box::pin(lane.enter()), Box::pin(lane.enter()));
        assert!(second.as_mut().now_or_never().is_none());
        assert!(third.as_mut().now_or_never().is_none());
        drop(first);
        assert!(third.as_mut().now_or_never().is_none(), "the second is before it");
        assert!(second.as_mut().now_or_never().is_some());
        assert!(third.now_or_never().is_some(), "the second is through");
    }

    #[test]
    fn who_gives_up_stands_in_nobodys_way() {
        let lane = Lane::default();
        let first = lane.enter().now_or_never();
        let mut second = Box::pin(lane.enter());
        assert!(second.as_mut().now_or_never().is_none());
        drop(second);
        drop(first);
        assert!(lane.enter().now_or_never().is_some());
    }
}
