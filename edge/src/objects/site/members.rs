//! Who belongs to the site. There is always an owner once there is a member.

use serde::Deserialize;
use shared::ids::MemberId;

use super::{
    Store,
    calls::{ChangeMember, Member, Rehash, Role},
    settings,
};
use crate::{
    problem::{Code, Outcome, Problem},
    secrets::{
        password::{Hashed, Recipe},
        random_hex,
    },
};

/// A member with their stored password.
#[derive(Debug, Deserialize)]
pub struct Account {
    #[serde(flatten)]
    pub member: Member,
    salt: String,
    iterations: u32,
    hash: String,
}

impl Account {
    /// The stored password.
    pub fn password(&self) -> Hashed {
        let recipe = Recipe {
            salt: self.salt.clone(),
            iterations: self.iterations,
        };
        Hashed {
            recipe,
            hash: self.hash.clone(),
        }
    }
}

/// An id for a new member.
pub fn new_id() -> Outcome<MemberId> {
    MemberId::new(random_hex::<8>()?).map_err(|error| Problem::internal(&error))
}

/// Refuses what would leave a site without an owner.
fn keeps_an_owner(members: &[Member], without: &Member) -> Outcome<()> {
    let owners = members.iter().filter(|member| member.role == Role::Owner).count();
    if without.role == Role::Owner && owners == 1 {
        return Err(Code::LastOwner.into());
    }
    Ok(())
}

impl Store<'_> {
    /// Everybody, the first member first.
    pub fn members(&self) -> Outcome<Vec<Member>> {
        self.sql.rows(
            "SELECT id, name, email, role, queues FROM members ORDER BY created_ms, id",
            [],
        )
    }

    /// Whether anybody belongs to the site.
    pub fn has_members(&self) -> Outcome<bool> {
        Ok(!self.members()?.is_empty())
    }

    /// The member with this address, in the form of [`super::rules::email`].
    pub fn member_by_email(&self, email: &str) -> Outcome<Option<Account>> {
        self.sql.first(
            "SELECT id, name, email, role, queues, salt, iterations, hash FROM members WHERE email = ?",
            [email.into()],
        )
    }

    /// Adds a member, unless the address is taken.
    pub fn add_member(&self, member: &Member, password: &Hashed) -> Outcome<()> {
        if self.member_by_email(&member.email)?.is_some() {
            return Err(Problem {
                field: Some("email".into()),
                ..Code::EmailTaken.into()
            });
        }
        self.sql.run(
            "INSERT INTO members (id, email, name, role, salt, iterations, hash, created_ms)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                member.id.as_str().into(),
                (&member.email).into(),
                (&member.name).into(),
                member.role.as_str().into(),
                (&password.recipe.salt).into(),
                password.recipe.iterations.into(),
                (&password.hash).into(),
                self.now.into(),
            ],
        )
    }

    /// Removes a member and, with them, their sessions. The last owner stays.
    pub fn remove(&self, id: &MemberId) -> Outcome<()> {
        let members = self.members()?;
        let member = members
            .iter()
            .find(|member| member.id == *id)
            .ok_or(Code::UnknownMember)?;
        keeps_an_owner(&members, member)?;
        self.sql.transaction(|| {
            self.sql
                .run("DELETE FROM sessions WHERE member = ?", [id.as_str().into()])?;
            self.sql
                .run("DELETE FROM members WHERE id = ?", [id.as_str().into()])
        })
    }

    /// Changes what a member may do, or which queues they serve. The last owner stays one.
    pub fn change(&self, change: &ChangeMember) -> Outcome<Member> {
        let members = self.members()?;
        let known = members.iter().find(|member| member.id == change.id);
        let mut member = known.ok_or(Code::UnknownMember)?.clone();
        if let Some(role) = change.role {
            if role != Role::Owner {
                keeps_an_owner(&members, &member)?;
            }
            member.role = role;
        }
        if let Some(queues) = &change.queues {
            let policy = settings::policy(&self.settings()?);
            for (at, queue) in queues.iter().enumerate() {
                if policy.queue(Some(queue)).id != *queue {
                    return Err(Problem::field(format!("queues.{at}"), "is no queue of this site"));
                }
            }
            member.queues.clone_from(queues);
        }
        let queues = serde_json::to_string(&member.queues).map_err(|error| Problem::internal(&error))?;
        self.sql.run(
            "UPDATE members SET role = ?, queues = ? WHERE id = ?",
            [
                member.role.as_str().into(),
                queues.into(),
                member.id.as_str().into(),
            ],
        )?;
        Ok(member)
    }

    /// Keeps a stronger hash of a password that was just proven.
    pub fn rehash(&self, rehash: &Rehash) -> Outcome<()> {
        self.sql.run(
            "UPDATE members SET salt = ?, iterations = ?, hash = ? WHERE id = ? AND hash = ?",
            [
                (&rehash.new.recipe.salt).into(),
                rehash.new.recipe.iterations.into(),
                (&rehash.new.hash).into(),
                rehash.member.as_str().into(),
                (&rehash.old.hash).into(),
            ],
        )
    }
}
