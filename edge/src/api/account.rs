//! A member's own account: making it from a link, signing in and out, and who is signed in.
//!
//! Passwords are hashed here, not in the Site object: see [`crate::secrets::password`].

use serde::{Deserialize, Serialize};
use shared::ids::SiteId;
use worker::{Env, Response, Stub};

use crate::{
    config,
    http::{body, cookie, reply},
    objects::{
        self,
        call::ask,
        conversation::calls::Leaving,
        queue::calls::SendAway,
        site::{
            self,
            calls::{
                Accept, BeginSignIn, CheckLink, FinishSignIn, LinkKind, Member, Rehash, Role, SignOut,
                SignedIn, Who, WhoIs,
            },
        },
    },
    problem::{Code, Outcome},
    request::Incoming,
    secrets::{password::Hashed, token::Token},
};

/// How long a browser keeps the cookie after its last use, in seconds: as long as the session lasts.
const COOKIE_LASTS_S: u64 = site::SESSION_LASTS_MS / 1_000;

/// Who is signed in, as it is sent.
#[derive(Debug, Serialize)]
struct Me<'a> {
    site: &'a SiteId,
    site_name: &'a str,
    member: &'a Member,
}

/// A member with a session.
#[derive(Debug)]
pub struct Session {
    /// Their session's token, which names the site.
    pub token: Token,
    /// Who they are.
    pub who: Who,
}

impl Session {
    /// The site they are signed in to.
    pub fn site(&self) -> &SiteId {
        &self.token.site
    }

    /// Refuses everybody but owners.
    pub fn must_own(&self) -> Outcome<()> {
        if self.who.member.role == Role::Owner {
            Ok(())
        } else {
            Err(Code::OwnersOnly.into())
        }
    }
}

/// Who is signed in, from the session cookie.
pub async fn signed_in(env: &Env, incoming: &Incoming) -> Outcome<Session> {
    let token = session_token(incoming).ok_or(Code::SignedOut)?;
    let stub = objects::site(env, &token.site)?;
    match ask(
        &stub,
        &WhoIs {
            fingerprint: token.fingerprint(),
        },
    )
    .await
    {
        Ok(who) => Ok(Session { token, who }),
        // A cookie from a site that is gone is no more than a signed-out one.
        Err(problem) if problem.code == Code::UnknownSite => Err(Code::SignedOut.into()),
        Err(problem) => Err(problem),
    }
}

/// `GET /api/v1/me`: also sends the cookie again, so that the browser keeps it as long as the session lasts.
pub async fn me(env: &Env, incoming: &Incoming) -> Outcome<Response> {
    let session = signed_in(env, incoming).await?;
    answer(incoming, &session.token, &session.who)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignIn {
    #[serde(default)]
    site: Option<SiteId>,
    email: String,
    password: String,
}

/// `POST /api/v1/sign-in`
pub async fn sign_in(env: &Env, mut incoming: Incoming) -> Outcome<Response> {
    incoming.must_be_own()?;
    let SignIn {
        site,
        email,
        password,
    } = body::json(&mut incoming.request, body::SMALL).await?;
    let site = match site {
        Some(site) => site,
        None => config::default_site(env)?,
    };
    let stub = objects::site(env, &site)?;
    let signed = open_session(&stub, email, &password).await.map_err(|problem| {
        // Which sites exist is nobody's business either.
        if problem.code == Code::UnknownSite {
            Code::WrongCredentials.into()
        } else {
            problem
        }
    })?;
    welcome(&incoming, site, signed)
}

async fn open_session(stub: &Stub, email: String, password: &str) -> Outcome<SignedIn> {
    let recipe = ask(stub, &BeginSignIn { email: email.clone() }).await?;
    let proof = Hashed::by(recipe, password).await?;
    let signed = ask(
        stub,
        &FinishSignIn {
            email,
            proof: proof.clone(),
        },
    )
    .await?;
    if proof.could_be_stronger() {
        let new = Hashed::fresh(password).await?;
        if new.is_stronger_than(&proof) {
            ask(
                stub,
                &Rehash {
                    member: signed.who.member.id.clone(),
                    old: proof,
                    new,
                },
            )
            .await?;
        }
    }
    Ok(signed)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewAccount {
    token: String,
    name: String,
    email: String,
    password: String,
}

/// `POST /api/v1/setup` and `POST /api/v1/join`
pub async fn accept(env: &Env, mut incoming: Incoming, kind: LinkKind) -> Outcome<Response> {
    incoming.must_be_own()?;
    let given: NewAccount = body::json(&mut incoming.request, body::SMALL).await?;
    let token = Token::parse(&given.token).ok_or(Code::LinkExpired)?;
    let stub = objects::site(env, &token.site)?;
    let fingerprint = token.fingerprint();
    // Before the password is hashed, which is the expensive part: strangers have no link.
    let check = CheckLink {
        fingerprint: fingerprint.clone(),
        kind,
    };
    ask(&stub, &check).await.map_err(|problem| {
        if problem.code == Code::UnknownSite {
            Code::LinkExpired.into()
        } else {
            problem
        }
    })?;
    let (name, email) = (site::person(&given.name)?, site::email(&given.email)?);
    site::password(&given.password, &name, &email)?;
    let password = Hashed::fresh(&given.password).await?;
    let signed = ask(
        &stub,
        &Accept {
            fingerprint,
            kind,
            name,
            email,
            password,
        },
    )
    .await?;
    welcome(&incoming, token.site, signed)
}

/// `POST /api/v1/sign-out`: the session is over on the edge too, so a copy of the cookie is worth nothing, and every socket
/// that was opened in it is closed. Asked again, when that failed half way, it closes what is left.
pub async fn sign_out(env: &Env, incoming: &Incoming) -> Outcome<Response> {
    incoming.must_be_own()?;
    if let Some(token) = session_token(incoming) {
        let ended = ask(
            &objects::site(env, &token.site)?,
            &SignOut {
                fingerprint: token.fingerprint(),
            },
        )
        .await;
        match ended {
            Ok(()) => {
                let away = SendAway {
                    site: token.site.clone(),
                    who: Leaving::Session(token.fingerprint()),
                };
                ask(&objects::queue(env, &token.site)?, &away).await?;
            }
            // A cookie from a site that is gone is no more than a signed-out one.
            Err(problem) if problem.code == Code::UnknownSite => {}
            Err(problem) => return Err(problem),
        }
    }
    reply::json_with_cookie(&serde_json::json!({}), &cookie::forget(&incoming.url))
}

/// The address of a link that makes an account.
pub fn link(incoming: &Incoming, kind: LinkKind, site: &SiteId, secret: &str) -> String {
    incoming.on_this_edge(&format!("/agent/{}?token={site}.{secret}", kind.as_str()))
}

fn session_token(incoming: &Incoming) -> Option<Token> {
    cookie::session(&incoming.header("cookie")?)
}

fn welcome(incoming: &Incoming, site: SiteId, signed: SignedIn) -> Outcome<Response> {
    answer(incoming, &Token::of(site, signed.secret), &signed.who)
}

fn answer(incoming: &Incoming, token: &Token, who: &Who) -> Outcome<Response> {
    let me = Me {
        site: &token.site,
        site_name: &who.site_name,
        member: &who.member,
    };
    reply::json_with_cookie(&me, &cookie::keep(token, COOKIE_LASTS_S, &incoming.url))
}
