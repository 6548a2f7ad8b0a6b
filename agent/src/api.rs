//! The edge's HTTP interface as this app uses it: sign-in and members. The conversations go over sockets.

use gloo_net::http::{Method, RequestBuilder};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use shared::{
    conversation::Source,
    ids::{ConversationId, MemberId, QueueId},
    link::read,
    policy::Quiet,
    queue::{Item, handoff::Rated},
    triggers::ReasonCode,
};

/// Who is signed in, and where.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Me {
    /// The site's id.
    pub site: String,
    /// Its name as visitors read it.
    pub site_name: String,
    /// The member.
    pub member: Member,
    /// When which of the site's teams are not to be disturbed. Learnt with the [`Team`].
    #[serde(skip)]
    pub quiet: Vec<(QueueId, Quiet)>,
}

/// A member of the site.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Member {
    /// Their id.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// The queues they serve; all of them, if none is named.
    #[serde(default)]
    pub queues: Vec<QueueId>,
}

/// What a member may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything.
    Owner,
    /// Help visitors.
    Agent,
}

impl Role {
    /// The role as people read it, and as the edge writes it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Agent => "agent",
        }
    }

    /// The role of that name; the lesser one for any other.
    pub fn named(name: &str) -> Self {
        if name == "owner" { Self::Owner } else { Self::Agent }
    }
}

/// To whom a conversation can be passed on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Team {
    /// The site's teams.
    pub queues: Vec<Queue>,
    /// Everybody who belongs to the site.
    pub members: Vec<Colleague>,
}

/// A team.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Queue {
    /// Its id.
    pub id: QueueId,
    /// Its name, as visitors read it.
    pub name: String,
    /// When its agents are not to be disturbed.
    #[serde(default)]
    pub quiet: Option<Quiet>,
}

/// A member, as colleagues see them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Colleague {
    /// Their id.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Whether they could take something now.
    pub available: bool,
}

/// Why something did not work: a code to tell cases apart, a sentence to show.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Problem {
    /// Stable over versions. `offline` and `unreadable` are this side's own.
    pub code: String,
    /// For people.
    pub message: String,
    /// Seconds until another try is taken.
    #[serde(default)]
    pub retry_after_s: Option<u32>,
}

impl Problem {
    /// Whether the session is over.
    pub fn is_signed_out(&self) -> bool {
        self.code == "signed_out"
    }

    fn offline() -> Self {
        let message = "Baton cannot be reached. Check your connection, then try again.".to_owned();
        Self {
            code: "offline".to_owned(),
            message,
            retry_after_s: None,
        }
    }

    fn unreadable(status: u16) -> Self {
        let message =
            format!("The edge gave an answer that cannot be read (status {status}). Try again in a moment.");
        Self {
            code: "unreadable".to_owned(),
            message,
            retry_after_s: None,
        }
    }
}

/// What a set-up or invitation link is turned into.
#[derive(Serialize)]
pub struct NewAccount<'a> {
    /// From the link.
    pub token: &'a str,
    /// As visitors will read it.
    pub name: &'a str,
    /// To sign in with.
    pub email: &'a str,
    /// To sign in with.
    pub password: &'a str,
}

/// Who is signed in.
pub async fn me() -> Result<Me, Problem> {
    fetch(Method::GET, "/api/v1/me", None::<&()>).await
}

/// Signs in to a site.
pub async fn sign_in(site: &str, email: &str, password: &str) -> Result<Me, Problem> {
    #[derive(Serialize)]
    struct Body<'a> {
        site: &'a str,
        email: &'a str,
        password: &'a str,
    }
    fetch(
        Method::POST,
        "/api/v1/sign-in",
        Some(&Body {
            site,
            email,
            password,
        }),
    )
    .await
}

/// Creates the first account (`setup`) or an invited one (`join`), and signs in.
pub async fn create_account(door: &str, account: &NewAccount<'_>) -> Result<Me, Problem> {
    fetch(Method::POST, &format!("/api/v1/{door}"), Some(account)).await
}

/// Ends the session on the edge.
pub async fn sign_out() -> Result<(), Problem> {
    fetch_nothing(Method::POST, "/api/v1/sign-out").await
}

/// The members of the site.
pub async fn members() -> Result<Vec<Member>, Problem> {
    fetch(Method::GET, "/api/v1/members", None::<&()>).await
}

/// To whom a conversation can be passed on.
pub async fn team() -> Result<Team, Problem> {
    fetch(Method::GET, "/api/v1/team", None::<&()>).await
}

/// How handoffs with one reason were rated: of what the edge knows, as much as is shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Tally {
    /// The reason.
    pub reason: ReasonCode,
    /// How many there were.
    pub called: u32,
    /// How many were rated so.
    pub rated: Vec<Rated>,
}

/// How handoffs were rated, by reason.
pub async fn handoffs() -> Result<Vec<Tally>, Problem> {
    #[derive(Deserialize)]
    struct All {
        reasons: Vec<Tally>,
    }
    let all: All = fetch(Method::GET, "/api/v1/handoffs", None::<&()>).await?;
    Ok(all.reasons)
}

/// A conversation that was found.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Hit {
    /// How it stands.
    pub item: Item,
    /// The words around what was found; empty when it was found by who the visitor is or where.
    pub line: String,
}

/// The conversations that hold these words.
pub async fn search(typed: &str) -> Result<Vec<Hit>, Problem> {
    #[derive(Deserialize)]
    struct Found {
        hits: Vec<Hit>,
    }
    let typed = String::from(js_sys::encode_uri_component(typed));
    let path = format!("/api/v1/conversations?search={typed}");
    let found: Found = fetch(Method::GET, &path, None::<&()>).await?;
    Ok(found.hits)
}

/// What may be written in a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Suggested {
    /// To begin with.
    pub opener: String,
    /// To answer with; none where the knowledge holds nothing that fits.
    pub reply: Option<SuggestedReply>,
}

/// A reply from the knowledge.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SuggestedReply {
    /// The words.
    pub text: String,
    /// The pages they rest on.
    pub sources: Vec<Source>,
}

/// What may be written in a conversation now.
pub async fn suggestions(id: &ConversationId) -> Result<Suggested, Problem> {
    let path = format!("/api/v1/conversations/{id}/suggestions");
    fetch(Method::GET, &path, None::<&()>).await
}

/// A text to pick instead of writing it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Canned {
    /// What it is picked by.
    pub name: String,
    /// The words, with places to fill in.
    pub text: String,
}

/// The canned replies of the site.
pub async fn canned() -> Result<Vec<Canned>, Problem> {
    #[derive(Deserialize)]
    struct All {
        replies: Vec<Canned>,
    }
    let all: All = fetch(Method::GET, "/api/v1/replies", None::<&()>).await?;
    Ok(all.replies)
}

/// Changes what a member may do and which queues they serve. Owners only.
pub async fn change_member(id: &MemberId, role: Role, queues: &[QueueId]) -> Result<Member, Problem> {
    #[derive(Serialize)]
    struct Body<'a> {
        role: Role,
        queues: &'a [QueueId],
    }
    let body = Body { role, queues };
    fetch(Method::PATCH, &format!("/api/v1/members/{id}"), Some(&body)).await
}

/// Makes a link with which somebody joins. Owners only.
pub async fn invite(email: &str, role: Role) -> Result<String, Problem> {
    #[derive(Serialize)]
    struct Body<'a> {
        email: &'a str,
        role: Role,
    }
    #[derive(Deserialize)]
    struct Made {
        link: String,
    }
    let made: Made = fetch(Method::POST, "/api/v1/invitations", Some(&Body { email, role })).await?;
    Ok(made.link)
}

/// Removes a member; their sessions end. Owners only.
pub async fn remove_member(id: &MemberId) -> Result<(), Problem> {
    fetch_nothing(Method::DELETE, &format!("/api/v1/members/{id}")).await
}

async fn fetch<T: DeserializeOwned>(
    method: Method,
    path: &str,
    body: Option<&impl Serialize>,
) -> Result<T, Problem> {
    // What can be serialised here always can: structs of texts.
    let body = body.and_then(|body| serde_json::to_string(body).ok());
    let (status, text) = send(method, path, body).await?;
    read(&text).map_err(|_| Problem::unreadable(status))
}

async fn fetch_nothing(method: Method, path: &str) -> Result<(), Problem> {
    send(method, path, None).await.map(drop)
}

/// Status and body of a good answer. Not generic, so that it is compiled once.
async fn send(method: Method, path: &str, body: Option<String>) -> Result<(u16, String), Problem> {
    let request = RequestBuilder::new(path).method(method);
    let request = match body {
        Some(body) => request.header("content-type", "application/json").body(body),
        None => request.build(),
    };
    let response = request
        .map_err(|_| Problem::offline())?
        .send()
        .await
        .map_err(|_| Problem::offline())?;
    let status = response.status();
    let text = response.text().await.map_err(|_| Problem::offline())?;
    if response.ok() {
        Ok((status, text))
    } else {
        Err(read(&text).unwrap_or_else(|_| Problem::unreadable(status)))
    }
}
