//! The Site object's tables. A released entry never changes: what comes later is a further entry.

/// What brings an empty database up to date, in order.
pub const MIGRATIONS: &[&str] = &[
    "
CREATE TABLE settings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    settings TEXT NOT NULL,
    policy_hash TEXT NOT NULL
);
CREATE TABLE members (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    salt TEXT NOT NULL,
    iterations INTEGER NOT NULL,
    hash TEXT NOT NULL,
    created_ms INTEGER NOT NULL
);
CREATE TABLE links (
    fingerprint TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    email TEXT,
    role TEXT NOT NULL,
    expires_ms INTEGER NOT NULL
);
CREATE TABLE sessions (
    fingerprint TEXT PRIMARY KEY,
    member TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    expires_ms INTEGER NOT NULL
);
CREATE INDEX sessions_of_member ON sessions (member);
CREATE TABLE tries (
    email TEXT PRIMARY KEY,
    failed INTEGER NOT NULL,
    last_ms INTEGER NOT NULL
);
CREATE VIRTUAL TABLE passages USING fts5 (
    title, heading, body, url UNINDEXED,
    tokenize = 'porter unicode61 remove_diacritics 2'
);
",
    "
CREATE TABLE forms (
    caller TEXT PRIMARY KEY,
    sent INTEGER NOT NULL,
    since_ms INTEGER NOT NULL
);
",
    "
ALTER TABLE members ADD COLUMN queues TEXT NOT NULL DEFAULT '[]';
CREATE TABLE canned (place INTEGER PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL);
",
    "
CREATE TABLE identity_keys (
    id TEXT PRIMARY KEY,
    secret TEXT NOT NULL,
    created_ms INTEGER NOT NULL
);
",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_is_the_one_that_is_measured() {
        let made: Vec<_> = MIGRATIONS
            .iter()
            .filter(|entry| entry.contains("passages"))
            .collect();
        assert_eq!(made.len(), 1, "shared::knowledge::index must follow what changed");
        assert!(made[0].contains(shared::knowledge::index::TABLE));
    }
}
