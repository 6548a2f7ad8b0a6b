//! What workerd keeps on disk, to be changed while it is down: the accidents that no code path of ours has, such as an
//! alarm that the platform lost or a notice that never arrived.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};
use shared::ids::ConversationId;

use crate::wait::must;

/// The files of one edge. Only to be touched while it is down.
pub struct Storage<'a> {
    folder: &'a Path,
}

impl<'a> Storage<'a> {
    /// The storage below this folder.
    pub fn new(folder: &'a Path) -> Self {
        Self { folder }
    }

    /// A conversation's alarm was never set. Returns whether it was.
    pub fn loses_the_alarm_of(&self, conversation: &ConversationId) -> bool {
        let file = self.file_of(conversation);
        // The object remembers its alarm too, and says what it remembers when it is asked.
        let forgotten = open(&file).execute("DELETE FROM _cf_METADATA WHERE key = 1", []);
        must("an object's own alarm", forgotten);
        self.is_not_woken(&file)
    }

    /// The platform lost the alarm of a waiting conversation, and the time has passed at which it was to ring.
    pub fn sleeps_through_the_alarm_of(&self, conversation: &ConversationId) {
        let file = self.file_of(conversation);
        let passed = open(&file).execute(
            "UPDATE events SET event = json_set(event, '$.escalated.call.next_at', 1000)
             WHERE json_extract(event, '$.escalated') IS NOT NULL",
            [],
        );
        assert_eq!(must("a call", passed), 1, "{conversation} called nobody");
        self.is_not_woken(&file);
    }

    /// So much time passed in a conversation: everything in it happened so much earlier.
    pub fn lets_time_pass_in(&self, conversation: &ConversationId, seconds: u32) {
        let earlier = open(&self.file_of(conversation))
            .execute("UPDATE events SET at = at - ?", [i64::from(seconds) * 1_000]);
        assert_ne!(must("events", earlier), 0, "nothing happened in {conversation}");
    }

    fn is_not_woken(&self, file: &Path) -> bool {
        let actor = file
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        let alarms = open(&self.folder.join("Conversation/metadata.sqlite"));
        let lost = alarms.execute("DELETE FROM _cf_ALARM WHERE actor_id = ?", [actor]);
        must("an alarm", lost) == 1
    }

    /// The queue has never heard of a conversation, whose notice it acknowledged.
    pub fn loses_the_notice_of(&self, conversation: &ConversationId) {
        let lost = self.queue().execute(
            "DELETE FROM items WHERE conversation = ?",
            [conversation.as_str()],
        );
        assert_eq!(
            must("the queue's items", lost),
            1,
            "{conversation} was not listed"
        );
    }

    /// The queue knows a conversation in another state than it is, given as JSON for the item's `stage` and `version`.
    pub fn mistakes(&self, conversation: &ConversationId, stage: &str, version: u64) {
        let version = must("a version", i64::try_from(version));
        let mistaken = self.queue().execute(
            "UPDATE items SET version = ?2, item = json_set(item, '$.stage', ?3, '$.version', ?2) WHERE conversation = ?1",
            params![conversation.as_str(), version, stage],
        );
        assert_eq!(
            must("the queue's items", mistaken),
            1,
            "{conversation} was not listed"
        );
    }

    /// Everything of a conversation is gone, and nobody was told.
    pub fn loses_all_of(&self, conversation: &ConversationId) {
        let file = self.file_of(conversation);
        for end in ["", "-wal", "-shm"] {
            let mut name = file.clone().into_os_string();
            name.push(end);
            std::fs::remove_file(name).ok();
        }
    }

    fn queue(&self) -> Connection {
        let mut files = self.objects("EscalationQueue");
        assert_eq!(files.len(), 1, "stories have one site: {files:?}");
        open(&files.remove(0))
    }

    fn file_of(&self, conversation: &ConversationId) -> PathBuf {
        let is_it = |file: &PathBuf| {
            let id = open(file).query_row("SELECT value FROM facts WHERE name = 'conversation'", [], |row| {
                row.get::<_, String>(0)
            });
            id.is_ok_and(|id| id == conversation.as_str())
        };
        let found = self.objects("Conversation").into_iter().find(is_it);
        found.unwrap_or_else(|| panic!("{conversation} is not on disk"))
    }

    fn objects(&self, class: &str) -> Vec<PathBuf> {
        let entries = must(class, std::fs::read_dir(self.folder.join(class)));
        let files = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
        files
            .filter(|file| file.extension().is_some_and(|end| end == "sqlite"))
            .filter(|file| file.file_stem().is_some_and(|stem| stem != "metadata"))
            .collect()
    }
}

fn open(file: &Path) -> Connection {
    must(&file.display().to_string(), Connection::open(file))
}
