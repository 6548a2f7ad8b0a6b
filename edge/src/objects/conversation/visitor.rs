//! Frames from the visitor, and the plain form of a visitor without the widget.

use shared::{
    conversation::{Command, Page, Person, Presence},
    ids::{ClientId, Seq},
    mask::masked,
    protocol::{ServerFrame, VERSION, VisitorFrame},
};

use super::{
    calls::{Form, Taken},
    log::{Fact, Identity},
    peer::{Greeting, Peer, bounded},
    room::{Applied, Asker, Room},
    tell::{tell_applied, tell_erased, tell_refused, tell_unreadable, turn_away},
};
use crate::{
    objects::{
        self,
        call::ask,
        line::End,
        site::calls::{CheckIdentity, Checked},
    },
    problem::{Code, Outcome, Problem},
    secrets::token,
};

/// The shortest secret taken: 128 bits in the densest alphabet a browser would use.
const SHORTEST_SECRET: usize = 22;

/// What a visitor's hello says beyond what is kept of it.
struct Said {
    v: u16,
    secret_length: usize,
    last: Seq,
    identity: Option<String>,
}

impl Room {
    /// One frame from a visitor.
    pub async fn visitor_frame(&self, end: &End, peer: &Peer, text: &str) -> Outcome<()> {
        let Ok(frame) = serde_json::from_str::<VisitorFrame>(text) else {
            tell_refused(
                end,
                None,
                "unknown_frame",
                "This was not understood. Load the page again.",
            );
            return Ok(());
        };
        let (frame, greeting) = match (frame, &peer.greeted) {
            (
                VisitorFrame::Hello {
                    v,
                    secret,
                    last,
                    page,
                    locale,
                    timezone,
                    identity,
                },
                _,
            ) => {
                let greeting = Greeting::new(token::fingerprint(&secret), locale, page, timezone);
                let said = Said {
                    v,
                    secret_length: secret.len(),
                    last,
                    identity,
                };
                return self.visitor_hello(end, peer, said, greeting).await;
            }
            (_, None) => {
                tell_refused(end, None, "hello_first", "The first frame is hello.");
                return Ok(());
            }
            (frame, Some(greeting)) => (frame, greeting),
        };
        if let VisitorFrame::Say { id, .. } | VisitorFrame::Details { id, .. } = &frame
            && tell_unreadable(end, id, text)
        {
            return Ok(());
        }
        self.visitor_command(end, peer, greeting, frame).await
    }

    async fn visitor_hello(&self, end: &End, peer: &Peer, said: Said, mut greeting: Greeting) -> Outcome<()> {
        let last = said.last;
        if said.v != VERSION {
            turn_away(end, "version", "This page is of another version. Load it again.");
            return Ok(());
        }
        if said.secret_length < SHORTEST_SECRET {
            turn_away(end, "wrong_secret", "This conversation needs its secret.");
            return Ok(());
        }
        match self.log.fact(Fact::Secret)? {
            Some(known) if !token::same(&known, &greeting.secret) => {
                turn_away(end, "wrong_secret", "This conversation belongs to somebody else.");
                return Ok(());
            }
            // Begun through the plain form, which gives no secret: nobody can open it in a widget.
            None if self.log.identity()?.is_some() => {
                turn_away(end, "wrong_secret", "This conversation belongs to somebody else.");
                return Ok(());
            }
            _ => {}
        }
        if self.is_before(last)? {
            tell_erased(end);
            return Ok(());
        }
        let new = end.greeted(&["visitor ", &greeting.secret].concat());
        // The next request on a line is whoever the line is.
        greeting.person = match said.identity {
            Some(token) if new => self.vouched(end, &peer.identity(), token).await,
            Some(_) => end
                .attached::<Peer>()
                .and_then(|known| known.greeted)
                .and_then(|known| known.person),
            None => None,
        };
        let identified = match self.identified(&peer.identity(), &greeting)? {
            Applied::Refused(refusal) => {
                turn_away(end, refusal.code(), &refusal.to_string());
                return Ok(());
            }
            applied => applied,
        };
        let peer = Peer {
            greeted: Some(greeting),
            ..peer.clone()
        };
        end.attach(&peer)?;
        self.catch_up(end, &peer, last, new)?;
        self.follow_up(&peer.identity(), &identified).await?;
        self.resume(&peer.identity()).await
    }

    /// Whom a token vouches for. A refused one is told to the page, and the visitor goes on unidentified; so they do when the
    /// site cannot be asked.
    async fn vouched(&self, end: &End, identity: &Identity, token: String) -> Option<Person> {
        let asked = async {
            let site = objects::site(&self.env, &identity.site)?;
            ask(&site, &CheckIdentity { token }).await
        };
        match asked.await {
            Ok(Checked::Person(person)) => Some(person),
            Ok(Checked::Refused { code, message }) => {
                tell_refused(end, None, &code, &message);
                None
            }
            Err(_) => {
                let message =
                    "The identity token could not be checked right now. The visitor stays unidentified.";
                tell_refused(end, None, "identity_refused", message);
                None
            }
        }
    }

    /// Stores who the visitor is, once there is a conversation to store it with.
    fn identified(&self, identity: &Identity, greeting: &Greeting) -> Outcome<Applied> {
        let Some(person) = greeting.person.clone() else {
            return Ok(Applied::Nothing);
        };
        self.apply(
            &Asker::of(identity, Presence::Unknown),
            &Command::Identify { person },
        )
    }

    async fn visitor_command(
        &self,
        end: &End,
        peer: &Peer,
        greeting: &Greeting,
        frame: VisitorFrame,
    ) -> Outcome<()> {
        let identity = peer.identity();
        let command = match frame {
            // The widget masked it before; what another client sends is masked here, before it is kept anywhere.
            VisitorFrame::Say { id, text } => Command::Say {
                id,
                text: masked(text),
            },
            VisitorFrame::Person { id } => Command::CallPerson { id },
            VisitorFrame::Offer { id, accept } => Command::AnswerOffer { id, accept },
            VisitorFrame::Skip { id } => Command::Skip { id },
            VisitorFrame::Solved { id, yes } => Command::Solve { id, yes },
            VisitorFrame::End { id } => Command::End { id },
            VisitorFrame::Judge { id, helped } => Command::Judge { id, helped },
            VisitorFrame::Details { id, email } => Command::LeaveDetails { id, email },
            VisitorFrame::Page { page } => {
                let page = bounded(page);
                let greeting = Greeting {
                    page: Some(page.clone()),
                    ..greeting.clone()
                };
                end.attach(&Peer {
                    greeted: Some(greeting),
                    ..peer.clone()
                })?;
                Command::Move { page }
            }
            VisitorFrame::Typing => {
                self.tell_agents(&ServerFrame::Typing { name: None });
                return Ok(());
            }
            VisitorFrame::Hello { .. } => return Ok(()),
        };
        // A call for a person waits for the queue; what was written after it must not overtake it.
        let pass = self.lane.enter().await;
        // Two sockets may greet a conversation in which nothing happened yet; the first act settles whose it is.
        if self
            .log
            .fact(Fact::Secret)?
            .is_some_and(|known| !token::same(&known, &greeting.secret))
        {
            turn_away(end, "wrong_secret", "This conversation belongs to somebody else.");
            return Ok(());
        }
        if matches!(command, Command::Say { .. }) {
            self.learn_policy(&identity).await?;
        }
        let applied = self.visitor_asks(peer, greeting, &command).await?;
        if let Some(id) = id_of(&command) {
            tell_applied(self, end, id, &applied)?;
        }
        drop(pass);
        self.follow_up(&identity, &applied).await
    }

    /// Gathers what deciding needs, which for a call means who is there to come, and decides.
    async fn visitor_asks(&self, peer: &Peer, greeting: &Greeting, command: &Command) -> Outcome<Applied> {
        let identity = &peer.identity();
        let calls = matches!(
            command,
            Command::CallPerson { .. } | Command::AnswerOffer { accept: true, .. }
        );
        let presence = if calls {
            self.prepare(identity).await
        } else {
            Presence::Unknown
        };
        let asker = Asker {
            identity,
            secret: Some(&greeting.secret),
            locale: greeting.locale.as_deref(),
            page: greeting.page.as_ref(),
            presence,
            person: greeting.person.as_ref(),
            timezone: greeting.timezone.as_deref(),
            device: peer.device,
        };
        self.apply(&asker, command)
    }

    /// The plain form: the message is stored, a person is called, and the address is kept, as if the widget had done it.
    pub async fn form(&self, form: Form) -> Outcome<Taken> {
        let identity = Identity {
            site: form.site,
            conversation: form.conversation,
        };
        let presence = self.prepare(&identity).await;
        let page = Page {
            title: "Plain form".to_owned(),
            ..Page::default()
        };
        let asker = Asker {
            page: Some(&page),
            locale: form.locale.as_deref(),
            ..Asker::of(&identity, presence)
        };
        let id = ClientId::new("form").map_err(|error| Problem::internal(&error))?;
        let command = Command::Form {
            id,
            text: masked(form.message),
            email: form.email,
        };
        let applied = self.apply(&asker, &command)?;
        if let Applied::Refused(refusal) = applied {
            return Err(Problem::new(Code::InvalidField, refusal.to_string()));
        }
        self.follow_up(&identity, &applied).await?;
        // The last word says what happens now; what came before it asks for an address that is given already.
        let told = |memory: &super::room::Memory| memory.state.thread.last().map(|entry| entry.text.clone());
        Ok(Taken {
            told: self.look(told)?.into_iter().collect(),
        })
    }
}

fn id_of(command: &Command) -> Option<&ClientId> {
    match command {
        Command::Say { id, .. }
        | Command::CallPerson { id }
        | Command::AnswerOffer { id, .. }
        | Command::Skip { id }
        | Command::Solve { id, .. }
        | Command::End { id }
        | Command::Judge { id, .. }
        | Command::LeaveDetails { id, .. } => Some(id),
        _ => None,
    }
}
