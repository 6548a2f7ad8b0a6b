//! What outlives a reload: whose conversation this is, what is being written, what is on its way, what was read.
//!
//! A browser may forbid storage in frames. Then memory stands in for it, and the one thing that must outlive a reload,
//! the conversation's key, is kept by the launcher in the page's own storage.

use std::{cell::RefCell, rc::Rc};

use shared::ids::{ClientId, ConversationId, Seq};
use web_sys::Storage as Native;

use super::{mint, window};
use crate::{digits::digits, outbox::Item};

/// Where the items of the outbox are, one after the other.
const OUT: &str = ":out";
/// Where it is kept, for the session, that no socket gets through.
const BLOCKED: &str = "baton:blocked";
/// Set while replies are not to sound.
const MUTE: &str = ":mute";
/// Ends an item: a character that is not typed.
const END: char = '\u{1}';

/// Opens a conversation: its id and the secret that proves whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its id.
    pub id: ConversationId,
    /// 256 bits; the edge keeps a digest.
    pub secret: String,
}

impl Key {
    fn minted() -> Option<Self> {
        Some(Self {
            id: ConversationId::new(mint::random(16)).ok()?,
            secret: mint::random(32),
        })
    }

    fn parse(text: &str) -> Option<Self> {
        let (id, secret) = text.split_once('.')?;
        Some(Self {
            id: ConversationId::new(id).ok()?,
            secret: secret.to_owned(),
        })
    }

    /// As it is stored.
    pub fn text(&self) -> String {
        [self.id.as_str(), ".", &self.secret].concat()
    }
}

/// Whether this session found that no socket gets through.
pub fn is_blocked() -> bool {
    session().is_some_and(|session| matches!(session.get_item(BLOCKED), Ok(Some(_))))
}

/// Keeps what was found for the next page of this session. Where nothing can be kept, the next page finds out by itself.
pub fn keep_blocked(is: bool) {
    if let Some(session) = session() {
        let _ = if is {
            session.set_item(BLOCKED, "1")
        } else {
            session.remove_item(BLOCKED)
        };
    }
}

fn session() -> Option<Native> {
    window().session_storage().ok().flatten()
}

/// One site's part of the storage.
#[derive(Debug, Clone)]
pub struct Storage {
    prefix: String,
    native: Option<Native>,
    memory: Rc<RefCell<Vec<(String, String)>>>,
}

impl Storage {
    /// Finds out what the browser allows.
    pub fn open(site: &str) -> Self {
        let prefix = ["baton:", site].concat();
        let native = window().local_storage().ok().flatten().filter(|native| {
            let probe = [&prefix, ":probe"].concat();
            native
                .set_item(&probe, "1")
                .and_then(|()| native.remove_item(&probe))
                .is_ok()
        });
        Self {
            prefix,
            native,
            memory: Rc::default(),
        }
    }

    /// Whether nothing outlives a reload.
    pub fn is_memory(&self) -> bool {
        self.native.is_none()
    }

    /// The conversation's key: the stored one, else `resume` (what the launcher kept), else a new one.
    pub fn key(&self, resume: Option<&str>) -> Option<Key> {
        if let Some(key) = self.known().or_else(|| resume.and_then(Key::parse)) {
            self.set("", &key.text());
            return Some(key);
        }
        let key = Key::minted()?;
        self.set("", &key.text());
        Some(key)
    }

    /// The key that is stored now: another tab may have put its own there.
    pub fn known(&self) -> Option<Key> {
        self.get("").as_deref().and_then(Key::parse)
    }

    /// The text in the composer.
    pub fn draft(&self) -> String {
        self.get(":draft").unwrap_or_default()
    }

    /// Keeps the text in the composer.
    pub fn keep_draft(&self, text: &str) {
        self.set(":draft", text);
    }

    /// The last event that was seen.
    pub fn read(&self) -> Seq {
        Seq(self
            .get(":read")
            .and_then(|text| text.parse().ok())
            .unwrap_or_default())
    }

    /// Keeps the last event that was seen.
    pub fn keep_read(&self, seq: Seq) {
        self.set(":read", &digits(seq.0));
    }

    /// What was on its way when the page was left, and what was refused.
    pub fn outbox(&self) -> Vec<Item> {
        self.stored().split(END).filter_map(Item::restored).collect()
    }

    /// Keeps an item as it is now, in its place or as the last one.
    pub fn keep(&self, item: &Item) {
        let mut stored = item.stored().replace(END, " ");
        stored.push(END);
        self.put(&item.id, &stored);
    }

    /// Lets go of an item.
    pub fn drop(&self, id: &ClientId) {
        self.put(id, "");
    }

    /// Puts an item, as it is stored, in the place of what there is of it. Other tabs write here too, so the rest is what
    /// is there now.
    fn put(&self, id: &ClientId, stored: &str) {
        let all = self.stored();
        let mut new = String::new();
        let mut stored = Some(stored);
        for item in all.split_inclusive(END) {
            let is_it = item.split('\n').next() == Some(id.as_str());
            new.push_str(if is_it {
                stored.take().unwrap_or_default()
            } else {
                item
            });
        }
        new.push_str(stored.unwrap_or_default());
        if new != all {
            self.set(OUT, &new);
        }
    }

    /// Whether replies may sound.
    pub fn sounds(&self) -> bool {
        self.get(MUTE).is_none()
    }

    /// Lets replies sound, or not.
    pub fn keep_sounds(&self, on: bool) {
        self.set(MUTE, if on { "" } else { "1" });
    }

    /// Forgets the conversation, and keeps what was written for it and not sent.
    pub fn forget(&self) {
        for name in ["", ":read"] {
            self.set(name, "");
        }
    }

    /// Forgets everything of this site.
    pub fn clear(&self) {
        self.forget();
        for name in [":draft", OUT] {
            self.set(name, "");
        }
    }

    fn stored(&self) -> String {
        self.get(OUT).unwrap_or_default()
    }

    fn get(&self, name: &str) -> Option<String> {
        let name = [&self.prefix, name].concat();
        match &self.native {
            Some(native) => native.get_item(&name).ok().flatten(),
            None => self
                .memory
                .borrow()
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| value.clone()),
        }
    }

    /// An empty value removes. A full storage is not an error here: memory of this page still has it.
    fn set(&self, name: &str, value: &str) {
        let name = [&self.prefix, name].concat();
        match (&self.native, value.is_empty()) {
            (Some(native), true) => drop(native.remove_item(&name)),
            (Some(native), false) => drop(native.set_item(&name, value)),
            (None, empty) => {
                let mut memory = self.memory.borrow_mut();
                memory.retain(|(known, _)| *known != name);
                if !empty {
                    memory.push((name, value.to_owned()));
                }
            }
        }
    }
}
