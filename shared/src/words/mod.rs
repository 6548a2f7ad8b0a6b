//! What the chat itself says on its buttons and beside them, in each language it has. What Baton says in the thread is in
//! [`crate::policy`].
//!
//! A visitor downloads one language, chosen by what their browser asks for: the edge finds it here, and it travels beside the
//! widget, which reads it by [`Word`].

use std::{collections::BTreeMap, sync::OnceLock};

/// Makes the words and their names out of one list, so that they cannot differ.
macro_rules! words {
    ($($word:ident $name:literal,)+) => {
        /// One text of the chat's own; the files beside this one say which.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is named after its text, which says more than a sentence about it")]
        pub enum Word { $($word),+ }

        /// Their names in the files, in the order in which a language travels.
        pub const NAMES: &[&str] = &[$($name),+];
    };
}

words! {
    CloseChat "close_chat",
    Menu "menu",
    Transcript "transcript",
    SoundOff "sound_off",
    SoundOn "sound_on",
    Conversation "conversation",
    Greeting "greeting",
    Suggestions "suggestions",
    Assistant "assistant",
    AssistantWaiting "assistant_waiting",
    You "you",
    Writing "writing",
    Newer "newer",
    Forgets "forgets",
    Calling "calling",
    CallingLater "calling_later",
    Sending "sending",
    Sent "sent",
    WillBeSent "will_be_sent",
    KeepOpen "keep_open",
    NotSent "not_sent",
    TryAgain "try_again",
    Message "message",
    Write "write",
    Send "send",
    UsedOf "used_of",
    Thousands "thousands",
    CardHidden "card_hidden",
    PasswordHidden "password_hidden",
    Person "person",
    PersonCalled "person_called",
    Offer "offer",
    OfferYes "offer_yes",
    OfferNo "offer_no",
    Solved "solved",
    SolvedYes "solved_yes",
    SolvedNo "solved_no",
    End "end",
    EndYes "end_yes",
    EndNo "end_no",
    Judge "judge",
    JudgeYes "judge_yes",
    JudgeNo "judge_no",
    Skip "skip",
    LeaveDetails "leave_details",
    DetailsTitle "details_title",
    DetailsHint "details_hint",
    Email "email",
    SendDetails "send_details",
    NotNow "not_now",
    BadEmail "bad_email",
    Stale "stale",
    Reload "reload",
    StripAssistant "strip_assistant",
    StripAssistantNext "strip_assistant_next",
    StripCalling "strip_calling",
    StripNext "strip_next",
    StripPlace "strip_place",
    Ordinals "ordinals",
    StripNobody "strip_nobody",
    StripHere "strip_here",
    StripPromised "strip_promised",
    StripPromisedNext "strip_promised_next",
    StripClosed "strip_closed",
    StripClosedNext "strip_closed_next",
    StripOffline "strip_offline",
    StripOfflineNext "strip_offline_next",
    StripReconnecting "strip_reconnecting",
    StripReconnectingNext "strip_reconnecting_next",
    Article "article",
    Plain "plain",
}

/// The languages, with their texts; the first is spoken where none fits.
pub const LANGUAGES: [(&str, &str); 8] = [
    ("en", include_str!("en.toml")),
    ("de", include_str!("de.toml")),
    ("es", include_str!("es.toml")),
    ("fr", include_str!("fr.toml")),
    ("it", include_str!("it.toml")),
    ("nl", include_str!("nl.toml")),
    ("pl", include_str!("pl.toml")),
    ("pt", include_str!("pt.toml")),
];

/// The texts of a language in the order of [`NAMES`]; the first language's for a tag that there is not.
pub fn table(tag: &str) -> &'static [String] {
    static READ: [OnceLock<Vec<String>>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];
    let at = LANGUAGES.iter().position(|(known, _)| *known == tag);
    let at = at.unwrap_or_default();
    READ[at].get_or_init(|| {
        let read = toml::from_str::<BTreeMap<String, String>>(LANGUAGES[at].1);
        // A file of this folder, which a test reads.
        let mut read = read.unwrap_or_else(|error| unreachable!("words/{tag}.toml: {error}"));
        NAMES
            .iter()
            .map(|name| read.remove(*name).unwrap_or_default())
            .collect()
    })
}

/// One text of a language.
pub fn word(tag: &str, word: Word) -> &'static str {
    table(tag).get(word as usize).map_or("", String::as_str)
}

/// The language for a browser that asks so (RFC 9110, section 12.5.4): of those that there are, the one it wants most.
pub fn language(accept: &str) -> &'static str {
    let mut best = (LANGUAGES[0].0, 0.0);
    for wanted in accept.split(',') {
        let (tag, quality) = wanted.split_once(';').unwrap_or((wanted, ""));
        let quality = quality.trim().strip_prefix("q=");
        let quality = quality.map_or(1.0, |quality| quality.parse::<f32>().unwrap_or(0.0));
        let base = tag.trim().split('-').next().unwrap_or_default();
        let known = LANGUAGES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(base));
        if let Some((known, _)) = known
            && quality > best.1
        {
            best = (known, quality);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn file(tag: &str) -> BTreeMap<String, String> {
        let (_, text) = LANGUAGES.iter().find(|(known, _)| *known == tag).unwrap();
        toml::from_str(text).unwrap()
    }

    #[test]
    fn each_language_says_everything_with_the_same_places() {
        let names: BTreeSet<&str> = NAMES.iter().copied().collect();
        for (tag, _) in LANGUAGES {
            let own = file(tag);
            assert_eq!(
                own.keys().map(String::as_str).collect::<BTreeSet<_>>(),
                names,
                "{tag}"
            );
            for (name, text) in &own {
                assert!(!text.is_empty(), "{tag} {name}");
                let places = |text: &str| text.matches("{}").count();
                assert_eq!(places(text), places(&file("en")[name]), "{tag} {name}");
                assert!(!text.contains('!'), "{tag} {name}: {text}");
            }
            assert_eq!(own["ordinals"].split(' ').count(), 4, "{tag}");
        }
    }

    /// They are put into scripts in the order of the file.
    #[test]
    fn each_file_has_them_in_their_order() {
        for (tag, text) in LANGUAGES {
            let named: Vec<&str> = text
                .lines()
                .filter(|line| !line.starts_with('#'))
                .filter_map(|line| Some(line.split_once(" = ")?.0))
                .collect();
            assert_eq!(named, NAMES, "{tag}");
        }
    }

    #[test]
    fn words_are_found_by_their_names() {
        assert_eq!(word("de", Word::Send), "Senden");
        assert_eq!(word("en", Word::Plain), file("en")["plain"]);
        assert_eq!(word("xx", Word::CloseChat), "Close chat");
        assert_eq!(table("pl").len(), NAMES.len());
    }

    #[test]
    fn a_browser_gets_the_language_that_it_wants_most() {
        for (accept, tag) in [
            ("", "en"),
            ("de", "de"),
            ("de-AT,de;q=0.9,en;q=0.8", "de"),
            ("sv,fr;q=0.7,en;q=0.3", "fr"),
            ("en;q=0.3, PT-br;q=0.9", "pt"),
            ("zh-CN,zh;q=0.9", "en"),
            ("*", "en"),
            ("it;q=0, nl;q=x, es;q=0.1", "es"),
            ("pl,de", "pl"),
        ] {
            assert_eq!(language(accept), tag, "{accept}");
        }
    }
}
