//! An observer of the log that knows nothing of `decide` and `evolve`: it keeps the few facts that the rules speak of,
//! from the events alone, and objects to an event that must not follow what it saw.

use std::collections::BTreeSet;

use shared::{
    conversation::{Command, Envelope, Event},
    ids::{ClientId, Epoch, MemberId, Seq, TurnId},
};

use crate::rule::{Held, Rule, demand};

/// What the observer knows.
#[derive(Debug, Clone, Default)]
pub struct Witness {
    /// The last number seen.
    pub last: Seq,
    /// Who has the floor, if a member does.
    pub holder: Option<MemberId>,
    /// How often the right to speak changed hands.
    pub epoch: Epoch,
    /// The turn that runs.
    pub turn: Option<TurnId>,
    /// Every turn that began, with the epoch it began in.
    pub begun: Vec<(TurnId, Epoch)>,
    /// Whether an escalation is open.
    pub called: bool,
    /// Whether the conversation is closed.
    pub closed: bool,
    /// Whether the visitor has said if it helped, since.
    pub judged: bool,
    /// The visitor's messages that nothing has been done about.
    pub open: Vec<Seq>,
    /// The visitor's first message that who has the floor did not reply to.
    pub waits_since: Option<Seq>,
    /// Every id an event carries.
    pub ids: BTreeSet<ClientId>,
}

impl Witness {
    /// Sees the next event, which the command caused.
    pub fn see(&mut self, envelope: &Envelope, command: &Command) -> Held {
        let (seq, event) = (envelope.seq, &envelope.event);
        let told = || format!("{event:?} at {seq} after {self:?}");
        demand(Rule::Numbers, seq == self.last.next(), told)?;
        let id = id_of(event);
        let fresh = id.is_none_or(|id| !self.ids.contains(id));
        demand(Rule::Once, fresh, told)?;
        let alive = !self.closed
            || matches!(
                event,
                Event::Reopened | Event::Moved { .. } | Event::Judged { .. }
            );
        demand(Rule::SomeoneNext, alive, told)?;
        self.allows(event, command)?;
        self.last = seq;
        self.ids.extend(id.cloned());
        self.note(seq, event);
        Ok(())
    }

    /// What may not follow.
    fn allows(&self, event: &Event, command: &Command) -> Held {
        let told = || format!("{event:?} from {command:?} after {self:?}");
        let holds = |member: &MemberId| self.holder.as_ref() == Some(member);
        match event {
            Event::TurnStarted { .. } => demand(Rule::TalkOver, self.holder.is_none(), told),
            Event::Answered { turn, .. } | Event::Offered { turn, .. } | Event::Passed { turn, .. } => {
                demand(Rule::TalkOver, self.holder.is_none(), told)?;
                self.fresh_work(*turn, command, told)
            }
            Event::Escalated {
                turn,
                notice,
                decision,
                ..
            } => {
                let whole = !decision.reasons.is_empty() && !notice.is_empty();
                demand(Rule::WholeEscalation, whole && !self.called, told)?;
                turn.map_or(Ok(()), |turn| self.fresh_work(turn, command, told))
            }
            // A chapter that is not over is not judged, and one that is, once.
            Event::Judged { .. } => demand(Rule::Once, self.closed && !self.judged, told),
            Event::Waited { .. } => demand(Rule::SomeoneNext, self.called && self.holder.is_none(), told),
            Event::DetailsLeft { .. } => demand(Rule::SomeoneNext, self.called, told),
            Event::Claimed { .. } => {
                demand(Rule::OneHolder, self.holder.is_none(), told)?;
                demand(Rule::WholeEscalation, self.called, told)
            }
            Event::Lapsed { by, .. } => demand(Rule::OneHolder, holds(&by.id), told),
            Event::Transferred { by, .. } | Event::HandedBack { by, .. } | Event::Closed { by, .. } => {
                demand(Rule::OneHolder, holds(&by.id), told)?;
                demand(Rule::StatedEpoch, self.is_current(command), told)
            }
            Event::Replied { by, .. } => {
                demand(Rule::StatedEpoch, holds(by) && self.is_current(command), told)
            }
            _ => Ok(()),
        }
    }

    /// Whether who asks knows who has the floor.
    fn is_current(&self, command: &Command) -> bool {
        let stated = match command {
            Command::Reply { epoch, .. } | Command::Transfer { epoch, .. } => Some(*epoch),
            Command::HandBack { epoch, .. } | Command::Close { epoch, .. } => *epoch,
            _ => None,
        };
        stated == Some(self.epoch)
    }

    fn fresh_work(&self, turn: TurnId, command: &Command, told: impl FnOnce() -> String) -> Held {
        let epoch = match command {
            Command::Settle { epoch, .. } => *epoch,
            _ => self.epoch,
        };
        demand(
            Rule::StaleWork,
            self.turn == Some(turn) && epoch == self.epoch,
            told,
        )
    }

    fn note(&mut self, seq: Seq, event: &Event) {
        match event {
            Event::Said { .. } => {
                self.open.push(seq);
                if self.holder.is_some() {
                    self.waits_since = self.waits_since.or(Some(seq));
                }
            }
            Event::TurnStarted { turn, .. } => {
                self.turn = Some(*turn);
                self.begun.push((*turn, self.epoch));
            }
            Event::Answered { .. } | Event::Offered { .. } | Event::Passed { .. } => self.dealt_with(),
            Event::Escalated { turn, .. } => {
                self.called = true;
                if turn.is_some() {
                    self.dealt_with();
                }
            }
            Event::Claimed { by, .. } => {
                self.holder = Some(by.id.clone());
                self.changes_hands();
                self.dealt_with();
            }
            Event::Lapsed { .. } => {
                self.holder = None;
                self.changes_hands();
            }
            Event::Transferred { to, .. } => {
                self.holder = to.as_ref().map(|member| member.id.clone());
                self.changes_hands();
                self.dealt_with();
            }
            Event::HandedBack { .. } | Event::Closed { .. } | Event::Ended { .. } => {
                (self.holder, self.called, self.judged) = (None, false, false);
                self.closed = !matches!(event, Event::HandedBack { .. });
                self.changes_hands();
                self.dealt_with();
            }
            Event::Judged { .. } => self.judged = true,
            Event::Reopened => {
                self.closed = false;
                self.changes_hands();
            }
            Event::Replied { .. } => {
                self.waits_since = None;
                self.open.clear();
            }
            _ => {}
        }
    }

    fn changes_hands(&mut self) {
        self.epoch = Epoch(self.epoch.0 + 1);
        self.waits_since = None;
    }

    fn dealt_with(&mut self) {
        self.turn = None;
        self.open.clear();
    }
}

/// The client's id an event carries.
pub fn id_of(event: &Event) -> Option<&ClientId> {
    match event {
        Event::Said { id, .. }
        | Event::Declined { id }
        | Event::AskedAgain { id }
        | Event::DetailsLeft { id, .. }
        | Event::Claimed { id, .. }
        | Event::Replied { id, .. }
        | Event::HandedBack { id, .. }
        | Event::Ended { id, .. }
        | Event::Judged { id, .. }
        | Event::Transferred { id, .. }
        | Event::Closed { id, .. } => Some(id),
        Event::Escalated { id, .. } => id.as_ref(),
        _ => None,
    }
}
