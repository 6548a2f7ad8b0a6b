//! Every word the widget itself says, in one place. A further language is a further table; what the edge says comes in
//! events and is not here.

use shared::mask::DOTS;

use crate::digits::digits;

/// The texts of one language.
#[derive(Debug)]
pub struct Words {
    /// The tag of the language, for `lang`.
    pub lang: &'static str,
    /// Button in the header.
    pub close_chat: &'static str,
    /// The log's name.
    pub conversation: &'static str,
    /// The composer's name.
    pub message: &'static str,
    /// The composer's placeholder.
    pub write: &'static str,
    /// The composer's button.
    pub send: &'static str,
    /// The button that calls a person.
    pub person: &'static str,
    /// What that button says where a person is called already.
    pub person_called: &'static str,
    /// The two answers to an offer, and its name.
    pub offer: [&'static str; 3],
    /// The two answers to whether the chat that is over helped, and the question.
    pub judge: [&'static str; 3],
    /// The two answers to whether the chat is to end, and the question.
    pub end: [&'static str; 3],
    /// Leaves the owner's question unanswered.
    pub skip: &'static str,
    /// The two answers to whether it is solved, and the question.
    pub solved: [&'static str; 3],
    /// The strip's button, the form's title, its hint, the label, the button, the way out, and what stands while it
    /// is under way.
    pub leave_details: &'static str,
    /// The form's title.
    pub details_title: &'static str,
    /// What the address is for.
    pub details_hint: &'static str,
    /// The field.
    pub email: &'static str,
    /// The form's button.
    pub send_details: &'static str,
    /// Closes the form.
    pub not_now: &'static str,
    /// The form's text is not an address.
    pub bad_email: &'static str,
    /// The assistant's name.
    pub assistant: &'static str,
    /// Its name where a person is awaited.
    pub assistant_waiting: &'static str,
    /// The visitor, to screen readers.
    pub you: &'static str,
    /// Under the visitor's last message.
    pub sending: &'static str,
    /// The same, once it is in the log.
    pub sent: &'static str,
    /// The same, without a line.
    pub will_be_sent: &'static str,
    /// The same, where it is lost with the page.
    pub keep_open: &'static str,
    /// Local line in the thread: nothing outlives this page.
    pub forgets: &'static str,
    /// The button that opens the menu.
    pub menu: &'static str,
    /// Saves what was said as a file.
    pub transcript: &'static str,
    /// Switches the sound of replies off, and on.
    pub sound: [&'static str; 2],
    /// Before the edge's own sentence.
    pub not_sent: &'static str,
    /// Sends it again.
    pub try_again: &'static str,
    /// Local line in the thread: the detector saw the request, or the button was pressed.
    pub calling: &'static str,
    /// The same, without a line.
    pub calling_later: &'static str,
    /// The first message when the site has none of its own.
    pub greeting: &'static str,
    /// Name of the group of suggested questions.
    pub suggestions: &'static str,
    /// The edge speaks another version.
    pub stale: &'static str,
    /// Loads the widget again.
    pub reload: &'static str,
    /// A card number was not sent; its end follows.
    pub card_hidden: &'static str,
    /// A password was not sent.
    pub password_hidden: &'static str,
    /// Jumps to what came in below.
    pub newer: &'static str,
    /// After the name of somebody who is writing.
    pub writing: &'static str,
    /// Between what is used and the limit.
    pub used_of: &'static str,
    /// What a team's name may begin with and a label does not.
    pub article: &'static str,
    /// The strip's states: who, and what happens next.
    pub strip: Strip,
}

/// The strip's texts, two parts each; the second steps aside when there is no room.
#[derive(Debug)]
pub struct Strip {
    /// The assistant has the floor.
    pub assistant: [&'static str; 2],
    /// A person is called.
    pub calling: [&'static str; 2],
    /// The visitor is next in line.
    pub next: &'static str,
    /// Nobody is there to come.
    pub nobody: [&'static str; 2],
    /// An agent has the floor: before and after the team's name.
    pub here: [&'static str; 2],
    /// An answer by mail is promised; the moment follows.
    pub promised: [&'static str; 2],
    /// The conversation is closed.
    pub closed: [&'static str; 2],
    /// The browser has no network.
    pub offline: [&'static str; 2],
    /// The line broke and is being made again.
    pub reconnecting: [&'static str; 2],
}

/// English.
pub static EN: Words = Words {
    lang: "en",
    close_chat: "Close chat",
    conversation: "Conversation",
    message: "Message",
    write: "Write a message",
    send: "Send",
    person: "Talk to a person",
    person_called: "A person is called",
    offer: ["Shall I get a person?", "Yes, get a person", "No, keep going"],
    judge: ["Did this help?", "Yes, it helped", "No, it did not"],
    end: [
        "End this chat? Nobody will come or write after that.",
        "End chat",
        "Keep it open",
    ],
    skip: "Skip this question",
    solved: ["Is it solved?", "Yes, it's solved", "No, I still need a person"],
    leave_details: "Leave details",
    details_title: "Where can we answer you?",
    details_hint: "The team answers here, or writes to this address.",
    email: "E-mail",
    send_details: "Send details",
    not_now: "Not now",
    bad_email: "Enter an e-mail address, for example name@example.com.",
    assistant: "Assistant",
    assistant_waiting: "Assistant, while you wait",
    you: "You",
    sending: "Sending",
    sent: "Sent",
    will_be_sent: "Not sent: you're offline. It will go out by itself.",
    keep_open: "Not sent yet. Keep this page open.",
    forgets: "This browser keeps nothing for this chat. If you leave this page, it cannot be found again.",
    menu: "Menu",
    transcript: "Save transcript",
    sound: ["Turn sound off", "Turn sound on"],
    not_sent: "Not sent. ",
    try_again: "Try again",
    calling: "You asked for a person. I'm calling one.",
    calling_later: "You asked for a person. You're offline; the call goes out by itself.",
    greeting: "Hello. What can I help you with?",
    suggestions: "Suggested questions",
    stale: "The chat was updated. Reload it to go on; nothing you wrote is lost.",
    reload: "Reload",
    card_hidden: "Card number hidden: ",
    password_hidden: "Password hidden",
    newer: "New messages",
    writing: " is writing",
    used_of: " of ",
    article: "the ",
    strip: Strip {
        assistant: ["Assistant", "\u{b7} from our help pages"],
        calling: ["Calling a person", ""],
        next: "\u{b7} you're next",
        nobody: ["Nobody is in right now", ""],
        here: ["from ", " is here"],
        promised: ["We'll answer by e-mail", "before"],
        closed: ["Closed", "\u{b7} write to start again"],
        offline: ["Offline", "\u{b7} messages will be sent"],
        reconnecting: ["Reconnecting", "\u{b7} nothing is lost"],
    },
};

/// The texts for a language tag; English where there are none.
pub fn of(_lang: &str) -> &'static Words {
    &EN
}

impl Words {
    /// The place in the queue.
    pub fn place(&self, position: u32) -> String {
        match position {
            1 => self.strip.next.to_owned(),
            n => ["\u{b7} ", &digits(u64::from(n)), ordinal(n), " in line"].concat(),
        }
    }

    /// An agent has the floor.
    pub fn is_here(&self, team: &str) -> String {
        let [from, here] = self.strip.here;
        [from, team, here].concat()
    }

    /// Somebody is writing.
    pub fn is_writing(&self, who: &str) -> String {
        [who, self.writing].concat()
    }

    /// What was hidden before a message left, as it is shown.
    pub fn hidden(&self, shown: &str) -> String {
        if shown == DOTS {
            self.password_hidden.to_owned()
        } else {
            [self.card_hidden, shown].concat()
        }
    }

    /// How much of the limit is used.
    pub fn used(&self, count: usize, limit: usize) -> String {
        [&thousands(count), self.used_of, &thousands(limit)].concat()
    }

    /// A team's name ("the billing team") as a label ("billing team"; the style sheet capitalises it).
    pub fn team<'a>(&self, name: &'a str) -> &'a str {
        name.strip_prefix(self.article).unwrap_or(name)
    }
}

fn ordinal(n: u32) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

fn thousands(n: usize) -> String {
    let mut text = digits(n as u64);
    if let Some(at @ 1..) = text.len().checked_sub(3) {
        text.insert(at, ',');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::EN;

    #[test]
    fn numbers_read_as_english() {
        assert_eq!(EN.place(1), "\u{b7} you're next");
        for (n, text) in [
            (2, "2nd"),
            (3, "3rd"),
            (4, "4th"),
            (11, "11th"),
            (21, "21st"),
            (112, "112th"),
        ] {
            assert_eq!(EN.place(n), format!("\u{b7} {text} in line"));
        }
        assert_eq!(EN.used(3_605, 4_000), "3,605 of 4,000");
        assert_eq!(EN.team("the billing team"), "billing team");
        assert_eq!(EN.used(0, 999), "0 of 999");
        assert_eq!(EN.team(""), "");
    }
}
