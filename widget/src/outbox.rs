//! What the visitor asked for and the edge has not yet acknowledged.
//!
//! The guarantee: an item leaves only when it is in the log, or when the visitor lets go of it. It is sent again on
//! every new line until then; its id, minted once, makes that safe (the edge accepts an id once). A message that was
//! refused waits for the visitor to send it again, over reloads too.

use shared::{
    ids::{ClientId, Seq},
    protocol::VisitorFrame,
};

use crate::digits::digits;

/// Something asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// A message; `calls` when the detector found a request for a person in it.
    Say {
        /// The words.
        text: String,
        /// Whether it asks for a person.
        calls: bool,
    },
    /// **Talk to a person** was pressed.
    Person,
    /// The offer was answered.
    Offer(bool),
    /// The owner's question is not to be answered.
    Skip,
    /// Whether it is solved.
    Solved(bool),
    /// The chat is to end.
    End,
    /// Whether the chat that is over helped.
    Judge(bool),
    /// An address was left.
    Details(String),
}

/// How far an item is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Progress {
    /// On its way, or waiting for a line.
    #[default]
    Sending,
    /// In the log as this event, which has not arrived here yet.
    Sent(Seq),
    /// Refused, with the sentence that says why.
    Failed(String),
}

/// One item.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Minted here.
    pub id: ClientId,
    /// When, by this browser's clock.
    pub made: u64,
    /// What.
    pub ask: Ask,
    /// How far. Of this, what was refused is stored; after a reload everything else is tried again.
    pub progress: Progress,
}

impl Item {
    /// As it is kept in storage: id, when, what, and the words, each on its line. After what, why it was refused if it was.
    pub fn stored(&self) -> String {
        let refused = match &self.progress {
            Progress::Failed(why) => [" ", &why.replace('\n', " ")].concat(),
            _ => String::new(),
        };
        let (kind, words) = match &self.ask {
            Ask::Say { text, calls: false } => ("say", text.as_str()),
            Ask::Say { text, calls: true } => ("call", text.as_str()),
            Ask::Person => ("person", ""),
            Ask::Offer(true) => ("yes", ""),
            Ask::Offer(false) => ("no", ""),
            Ask::Skip => ("skip", ""),
            Ask::Solved(true) => ("solved", ""),
            Ask::Solved(false) => ("still", ""),
            Ask::End => ("end", ""),
            Ask::Judge(true) => ("helped", ""),
            Ask::Judge(false) => ("missed", ""),
            Ask::Details(email) => ("details", email.as_str()),
        };
        [
            self.id.as_str(),
            "\n",
            &digits(self.made),
            "\n",
            kind,
            &refused,
            "\n",
            words,
        ]
        .concat()
    }

    /// Reads what was stored; none for what no version of this wrote.
    pub fn restored(stored: &str) -> Option<Self> {
        let mut lines = stored.splitn(4, '\n');
        let id = ClientId::new(lines.next()?).ok()?;
        let made = lines.next()?.parse().ok()?;
        let kind = lines.next()?;
        let (kind, progress) = match kind.split_once(' ') {
            Some((kind, why)) => (kind, Progress::Failed(why.to_owned())),
            None => (kind, Progress::Sending),
        };
        let words = lines.next()?.to_owned();
        let ask = match kind {
            "say" => Ask::Say {
                text: words,
                calls: false,
            },
            "call" => Ask::Say {
                text: words,
                calls: true,
            },
            "person" => Ask::Person,
            "yes" => Ask::Offer(true),
            "no" => Ask::Offer(false),
            "skip" => Ask::Skip,
            "solved" => Ask::Solved(true),
            "still" => Ask::Solved(false),
            "end" => Ask::End,
            "helped" => Ask::Judge(true),
            "missed" => Ask::Judge(false),
            "details" => Ask::Details(words),
            _ => return None,
        };
        Some(Self {
            id,
            made,
            ask,
            progress,
        })
    }

    /// What goes over the line.
    pub fn frame(&self) -> VisitorFrame {
        let id = self.id.clone();
        match &self.ask {
            Ask::Say { text, .. } => VisitorFrame::Say {
                id,
                text: text.clone(),
            },
            Ask::Person => VisitorFrame::Person { id },
            Ask::Offer(accept) => VisitorFrame::Offer { id, accept: *accept },
            Ask::Skip => VisitorFrame::Skip { id },
            Ask::Solved(yes) => VisitorFrame::Solved { id, yes: *yes },
            Ask::End => VisitorFrame::End { id },
            Ask::Judge(helped) => VisitorFrame::Judge { id, helped: *helped },
            Ask::Details(email) => VisitorFrame::Details {
                id,
                email: email.clone(),
            },
        }
    }

    /// Whether it became an event up to this one.
    pub fn reached(&self, last: Seq) -> bool {
        matches!(self.progress, Progress::Sent(seq) if seq <= last)
    }

    /// Whether it was refused.
    pub fn failed(&self) -> bool {
        matches!(self.progress, Progress::Failed(_))
    }

    /// Whether it asks for a person and is not refused.
    pub fn calls(&self) -> bool {
        let asks = matches!(
            self.ask,
            Ask::Say { calls: true, .. } | Ask::Person | Ask::Offer(true)
        );
        asks && !self.failed()
    }
}

/// The items, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outbox(Vec<Item>);

impl Outbox {
    /// What storage held, oldest first.
    pub fn restored(items: Vec<Item>) -> Self {
        Self(items)
    }

    /// All of them.
    pub fn items(&self) -> &[Item] {
        &self.0
    }

    /// Adds one that was just asked.
    pub fn push(&mut self, item: Item) {
        self.0.push(item);
    }

    /// What a new line must carry.
    pub fn due(&self) -> impl Iterator<Item = &Item> {
        self.0.iter().filter(|item| item.progress == Progress::Sending)
    }

    /// The edge has it.
    pub fn accepted(&mut self, id: &ClientId, seq: Seq) {
        self.set(id, Progress::Sent(seq));
    }

    /// The edge does not take it. A message stays, for the visitor to send again or not; anything else leaves.
    /// Returns it if it stays.
    pub fn refused(&mut self, id: &ClientId, why: &str) -> Option<Item> {
        self.set(id, Progress::Failed(why.to_owned()));
        self.0
            .retain(|item| item.id != *id || matches!(item.ask, Ask::Say { .. }));
        self.0.iter().find(|item| item.id == *id).cloned()
    }

    /// Another tab keeps this item so. Returns whether it is to be sent now, from here too.
    pub fn follow(&mut self, item: Item) -> bool {
        let due = !item.failed();
        match self.0.iter_mut().find(|known| known.id == item.id) {
            // Nothing new; or the edge has it, whatever is kept of it until its event is here.
            Some(known) if known.failed() != due || matches!(known.progress, Progress::Sent(_)) => {
                return false;
            }
            Some(known) => known.progress = item.progress,
            None => self.0.push(item),
        }
        due
    }

    /// The visitor wants it sent again. Returns the item to send.
    pub fn again(&mut self, id: &ClientId) -> Option<&Item> {
        self.set(id, Progress::Sending);
        self.0.iter().find(|item| item.id == *id)
    }

    /// Lets go of everything that is in the log; returns the ids that left.
    pub fn settle(&mut self, is_in_log: impl Fn(&Item) -> bool) -> Vec<ClientId> {
        let left = self
            .0
            .iter()
            .filter(|item| is_in_log(item))
            .map(|item| item.id.clone())
            .collect();
        self.0.retain(|item| !is_in_log(item));
        left
    }

    fn set(&mut self, id: &ClientId, progress: Progress) {
        if let Some(item) = self.0.iter_mut().find(|item| item.id == *id) {
            item.progress = progress;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> ClientId {
        ClientId::new(text).unwrap()
    }

    fn say(name: &str, made: u64) -> Item {
        let ask = Ask::Say {
            text: format!("{name} text"),
            calls: false,
        };
        Item {
            id: id(name),
            made,
            ask,
            progress: Progress::Sending,
        }
    }

    fn due(outbox: &Outbox) -> Vec<&str> {
        outbox.due().map(|item| item.id.as_str()).collect()
    }

    #[test]
    fn an_item_is_due_until_it_is_acknowledged_and_stays_until_it_is_in_the_log() {
        let mut outbox = Outbox::restored(vec![say("a", 1), say("b", 2)]);
        assert_eq!(due(&outbox), ["a", "b"]);
        outbox.accepted(&id("a"), Seq(4));
        assert_eq!(due(&outbox), ["b"]);
        assert_eq!(outbox.items().len(), 2);
        assert_eq!(outbox.settle(|item| item.id == id("a")), [id("a")]);
        assert_eq!(outbox.items().len(), 1);
    }

    #[test]
    fn a_refused_message_stays_to_be_tried_again_with_the_same_id() {
        let mut outbox = Outbox::default();
        outbox.push(say("a", 1));
        let stays = outbox.refused(&id("a"), "Too fast.");
        assert_eq!(stays.as_ref(), outbox.items().first());
        assert!(due(&outbox).is_empty());
        assert_eq!(
            outbox.items()[0].progress,
            Progress::Failed("Too fast.".to_owned())
        );
        assert_eq!(outbox.again(&id("a")).map(Item::frame), Some(say("a", 1).frame()));
        assert_eq!(due(&outbox), ["a"]);
    }

    #[test]
    fn a_refused_press_leaves() {
        let mut outbox = Outbox::default();
        outbox.push(Item {
            id: id("p"),
            made: 1,
            ask: Ask::Person,
            progress: Progress::Sending,
        });
        assert_eq!(outbox.refused(&id("p"), "No."), None);
        assert!(outbox.items().is_empty());
    }

    #[test]
    fn what_storage_holds_reads_back_as_not_sent() {
        let text = "two\n\nlines".to_owned();
        let asks = [
            Ask::Say {
                text: text.clone(),
                calls: false,
            },
            Ask::Say { text, calls: true },
            Ask::Person,
            Ask::Offer(true),
            Ask::Offer(false),
            Ask::Skip,
            Ask::Solved(true),
            Ask::Solved(false),
            Ask::Details("a@b.example".to_owned()),
        ];
        for ask in asks {
            let mut item = Item {
                id: id("a"),
                made: 7,
                ask,
                progress: Progress::Sent(Seq(9)),
            };
            let stored = item.stored();
            item.progress = Progress::Sending;
            assert_eq!(Item::restored(&stored), Some(item));
        }
        for stored in ["", "a\nx\nsay\n", "a\n1\nlater\n", "A\n1\nsay\nx", "a\n1\nsay"] {
            assert_eq!(Item::restored(stored), None, "{stored}");
        }
    }

    #[test]
    fn what_was_refused_reads_back_as_refused_with_why_and_so_it_is_not_due() {
        for (why, kept) in [
            ("Too fast. Wait.", "Too fast. Wait."),
            ("", ""),
            ("On two\nlines", "On two lines"),
        ] {
            let mut item = say("a", 1);
            item.progress = Progress::Failed(why.to_owned());
            let stored = item.stored();
            item.progress = Progress::Failed(kept.to_owned());
            assert_eq!(Item::restored(&stored).as_ref(), Some(&item));
            assert!(due(&Outbox::restored(vec![item])).is_empty());
        }
        // As the version before kept it, which knew of no refusals there.
        assert_eq!(Item::restored("a\n1\nsay\na text"), Some(say("a", 1)));
    }

    #[test]
    fn a_refusal_in_another_tab_is_followed_and_so_is_another_try() {
        let mut failed = say("a", 1);
        failed.progress = Progress::Failed("Too fast.".to_owned());
        let mut outbox = Outbox::restored(vec![say("a", 1)]);
        assert!(!outbox.follow(failed.clone()));
        assert_eq!(outbox.items(), [failed.clone()]);
        assert!(!outbox.follow(failed.clone()), "known");
        assert!(outbox.follow(say("a", 1)), "tried again there");
        assert_eq!(due(&outbox), ["a"]);
        outbox.accepted(&id("a"), Seq(4));
        assert!(!outbox.follow(failed), "the edge has it");
        assert!(!outbox.follow(say("a", 1)));
        assert!(due(&outbox).is_empty());
    }
}
