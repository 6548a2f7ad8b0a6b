//! Links that make an account: set-up links from the operator, invitations from an owner. Each works once, for 7 days;
//! only the fingerprint of its secret is stored.

use serde::Deserialize;

use super::{
    Store,
    calls::{Accept, Invitation, Invite, LinkKind, Member, Role, SignedIn},
    members, rules,
};
use crate::{
    problem::{Code, Outcome, Problem},
    secrets::{
        random_hex,
        token::{TOKEN_BYTES, fingerprint},
    },
};

/// How long a link works, in milliseconds.
const GOOD_FOR_MS: u64 = 7 * 24 * 60 * 60 * 1_000;

#[derive(Deserialize)]
struct Link {
    email: Option<String>,
    role: Role,
}

impl Store<'_> {
    /// Makes a link and answers its secret.
    pub fn mint_link(&self, kind: LinkKind, email: Option<&str>, role: Role) -> Outcome<String> {
        let secret = random_hex::<TOKEN_BYTES>()?;
        self.sql
            .run("DELETE FROM links WHERE expires_ms <= ?", [self.now.into()])?;
        self.sql.run(
            "INSERT INTO links (fingerprint, kind, email, role, expires_ms) VALUES (?, ?, ?, ?, ?)",
            [
                fingerprint(&secret).into(),
                kind.as_str().into(),
                email.into(),
                role.as_str().into(),
                (self.now + GOOD_FOR_MS).into(),
            ],
        )?;
        Ok(secret)
    }

    /// Invites somebody who is no member yet.
    pub fn invite(&self, invite: &Invite) -> Outcome<Invitation> {
        let email = rules::email(&invite.email)?;
        if self.member_by_email(&email)?.is_some() {
            return Err(Problem {
                field: Some("email".into()),
                ..Code::EmailTaken.into()
            });
        }
        Ok(Invitation {
            secret: self.mint_link(LinkKind::Join, Some(&email), invite.role)?,
        })
    }

    /// Refuses a link that does not work.
    pub fn check_link(&self, fingerprint: &str, kind: LinkKind) -> Outcome<()> {
        self.link(fingerprint, kind).map(drop)
    }

    /// Uses up a link: the account is made and signed in, or nothing happens.
    pub fn accept(&self, accept: &Accept) -> Outcome<SignedIn> {
        let link = self.link(&accept.fingerprint, accept.kind)?;
        let member = Member {
            id: members::new_id()?,
            name: rules::person(&accept.name)?,
            email: rules::email(&accept.email)?,
            role: link.role,
            queues: Vec::new(),
        };
        if link.email.is_some_and(|invited| invited != member.email) {
            return Err(Problem::field("email", "must be the address that was invited"));
        }
        self.sql.transaction(|| {
            match accept.kind {
                // The site has its first member: no other set-up link may make a second first one.
                LinkKind::Setup => self
                    .sql
                    .run("DELETE FROM links WHERE kind = ?", [accept.kind.as_str().into()])?,
                LinkKind::Join => {
                    self.sql.run(
                        "DELETE FROM links WHERE fingerprint = ?",
                        [(&accept.fingerprint).into()],
                    )?;
                }
            }
            self.add_member(&member, &accept.password)?;
            self.open_session(&member)
        })
    }

    fn link(&self, fingerprint: &str, kind: LinkKind) -> Outcome<Link> {
        let link: Option<Link> = self.sql.first(
            "SELECT email, role FROM links WHERE fingerprint = ? AND kind = ? AND expires_ms > ?",
            [fingerprint.into(), kind.as_str().into(), self.now.into()],
        )?;
        link.ok_or_else(|| Code::LinkExpired.into())
    }
}
