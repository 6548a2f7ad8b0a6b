//! Which request is for what: from method and path to a [`Route`], and nothing else. Pure, so that every address that
//! others rely on is a line in a test.

use shared::ids::{ConversationId, MemberId, SiteId};

use crate::assets::AssetName;

/// Everything the edge answers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Whether the edge can serve.
    Health,
    /// The bare address: people are sent on to the agent view.
    Root,
    /// The launcher.
    Launcher,
    /// A file with a hash in its name.
    Asset(AssetName),
    /// The stylesheet of the pages the Worker writes itself.
    PageStyle,
    /// The widget's document.
    Frame(SiteId),
    /// The form for browsers that cannot run the widget.
    FrameForm(SiteId),
    /// The agent view, whichever of its addresses.
    AgentView,
    /// Settings of a site, from the operator.
    Configure(SiteId),
    /// The documents of a site, from the operator.
    Documents(SiteId),
    /// The operator has the sweep run.
    Sweep,
    /// The first member creates their account.
    Setup,
    /// An invited member creates their account.
    Join,
    /// A member signs in.
    SignIn,
    /// A member signs out.
    SignOut,
    /// Who is signed in.
    Me,
    /// An owner invites somebody.
    Invite,
    /// Who belongs to the site.
    Members,
    /// To whom a member may pass a conversation on.
    Team,
    /// How handoffs went, by reason.
    Handoffs,
    /// An owner changes what a member may do, or which queues they serve.
    ChangeMember(MemberId),
    /// The canned replies.
    CannedReplies,
    /// An owner replaces the canned replies.
    ReplaceCannedReplies,
    /// What a member may write in a conversation.
    Suggestions(ConversationId),
    /// An owner removes a member.
    RemoveMember(MemberId),
    /// A member searches conversations.
    Search,
    /// A member takes a copy of a conversation's log.
    ExportConversation(ConversationId),
    /// An owner erases a conversation.
    EraseConversation(ConversationId),
    /// The keys for identity tokens.
    IdentityKeys,
    /// An owner makes a key for identity tokens.
    MakeIdentityKey,
    /// An owner removes a key for identity tokens.
    RemoveIdentityKey(String),
    /// A visitor's socket.
    VisitorSocket(SiteId, ConversationId),
    /// An agent's socket to one conversation.
    AgentSocket(ConversationId),
    /// An agent's socket to the queue.
    Desk,
    /// A visitor's request, where no socket gets through.
    VisitorPoll(SiteId, ConversationId),
    /// An agent's request to one conversation.
    AgentPoll(ConversationId),
    /// An agent's request to the queue.
    DeskPoll,
}

/// Why there is no route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRoute {
    /// Nothing has this address.
    Unknown,
    /// The address takes these methods only.
    Methods(&'static str),
}

/// The shortest conversation id: below this, ids could be guessed by trying.
const SHORTEST_CONVERSATION_ID: usize = 16;

/// Finds the route of a request. `HEAD` counts as `GET`: the runtime drops the body.
pub fn parse(method: &str, path: &str) -> Result<Route, NoRoute> {
    let method = if method == "HEAD" { "GET" } else { method };
    let path = path.strip_prefix('/').ok_or(NoRoute::Unknown)?;
    let segments: Vec<&str> = path.split('/').collect();
    match segments.as_slice() {
        [""] => only("GET", method, || Some(Route::Root)),
        ["healthz"] => only("GET", method, || Some(Route::Health)),
        ["baton.js"] => only("GET", method, || Some(Route::Launcher)),
        ["page.css"] => only("GET", method, || Some(Route::PageStyle)),
        ["assets", name] => only("GET", method, || AssetName::parse(name).map(Route::Asset)),
        ["frame", id] => match method {
            "GET" => site(id).map(Route::Frame),
            "POST" => site(id).map(Route::FrameForm),
            _ => Err(NoRoute::Methods("GET, POST")),
        },
        ["agent", ..] => only("GET", method, || Some(Route::AgentView)),
        ["api", "v1", rest @ ..] => api(method, rest),
        _ => Err(NoRoute::Unknown),
    }
}

fn api(method: &str, segments: &[&str]) -> Result<Route, NoRoute> {
    match segments {
        ["sweep"] => only("POST", method, || Some(Route::Sweep)),
        ["setup"] => only("POST", method, || Some(Route::Setup)),
        ["join"] => only("POST", method, || Some(Route::Join)),
        ["sign-in"] => only("POST", method, || Some(Route::SignIn)),
        ["sign-out"] => only("POST", method, || Some(Route::SignOut)),
        ["me"] => only("GET", method, || Some(Route::Me)),
        ["invitations"] => only("POST", method, || Some(Route::Invite)),
        ["handoffs"] => only("GET", method, || Some(Route::Handoffs)),
        ["team"] => only("GET", method, || Some(Route::Team)),
        ["members"] => only("GET", method, || Some(Route::Members)),
        ["identity-keys"] => match method {
            "GET" => Ok(Route::IdentityKeys),
            "POST" => Ok(Route::MakeIdentityKey),
            _ => Err(NoRoute::Methods("GET, POST")),
        },
        ["identity-keys", id] => only("DELETE", method, || {
            let formed = id.bytes().all(|b| b.is_ascii_hexdigit()) && !id.is_empty();
            formed.then(|| Route::RemoveIdentityKey((*id).to_owned()))
        }),
        ["members", id] => {
            let id = MemberId::new(*id).map_err(|_| NoRoute::Unknown)?;
            match method {
                "DELETE" => Ok(Route::RemoveMember(id)),
                "PATCH" => Ok(Route::ChangeMember(id)),
                _ => Err(NoRoute::Methods("PATCH, DELETE")),
            }
        }
        ["replies"] => match method {
            "GET" => Ok(Route::CannedReplies),
            "PUT" => Ok(Route::ReplaceCannedReplies),
            _ => Err(NoRoute::Methods("GET, PUT")),
        },
        ["desk"] => line(method, || Some(Route::Desk), || Some(Route::DeskPoll)),
        ["conversations"] => only("GET", method, || Some(Route::Search)),
        ["conversations", id] => {
            let id = conversation(id).ok_or(NoRoute::Unknown)?;
            match method {
                "GET" => Ok(Route::ExportConversation(id)),
                "DELETE" => Ok(Route::EraseConversation(id)),
                _ => Err(NoRoute::Methods("GET, DELETE")),
            }
        }
        ["conversations", id, "suggestions"] => {
            only("GET", method, || conversation(id).map(Route::Suggestions))
        }
        ["conversations", id, "agent"] => line(
            method,
            || conversation(id).map(Route::AgentSocket),
            || conversation(id).map(Route::AgentPoll),
        ),
        ["sites", id] => only("PUT", method, || site(id).ok().map(Route::Configure)),
        ["sites", id, "documents"] => only("PUT", method, || site(id).ok().map(Route::Documents)),
        ["sites", of, "conversations", id, "visitor"] => {
            let both = || Some((site(of).ok()?, conversation(id)?));
            line(
                method,
                || both().map(|(site, id)| Route::VisitorSocket(site, id)),
                || both().map(|(site, id)| Route::VisitorPoll(site, id)),
            )
        }
        _ => Err(NoRoute::Unknown),
    }
}

fn only(
    allowed: &'static str,
    method: &str,
    route: impl FnOnce() -> Option<Route>,
) -> Result<Route, NoRoute> {
    let route = route().ok_or(NoRoute::Unknown)?;
    if method == allowed {
        Ok(route)
    } else {
        Err(NoRoute::Methods(allowed))
    }
}

/// A line: opened as a socket, or asked on over HTTP.
fn line(
    method: &str,
    socket: impl FnOnce() -> Option<Route>,
    poll: impl FnOnce() -> Option<Route>,
) -> Result<Route, NoRoute> {
    let route = match method {
        "GET" => socket(),
        "POST" => poll(),
        _ => return socket().map_or(Err(NoRoute::Unknown), |_| Err(NoRoute::Methods("GET, POST"))),
    };
    route.ok_or(NoRoute::Unknown)
}

fn site(text: &str) -> Result<SiteId, NoRoute> {
    SiteId::new(text).map_err(|_| NoRoute::Unknown)
}

fn conversation(text: &str) -> Option<ConversationId> {
    let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if plain && text.len() >= SHORTEST_CONVERSATION_ID {
        ConversationId::new(text).ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONVERSATION: &str = "0123456789abcdef";

    #[track_caller]
    fn check(request: &str, expected: &Result<Route, NoRoute>) {
        let (method, path) = request.split_once(' ').unwrap();
        assert_eq!(parse(method, path), *expected, "{request}");
    }

    #[test]
    fn every_address_that_others_rely_on_has_its_route() {
        let demo = SiteId::new("demo").unwrap();
        let thread = ConversationId::new(CONVERSATION).unwrap();
        let member = MemberId::new("m1").unwrap();
        for (request, route) in [
            ("GET /healthz", Route::Health),
            ("HEAD /healthz", Route::Health),
            ("GET /", Route::Root),
            ("GET /baton.js", Route::Launcher),
            ("GET /page.css", Route::PageStyle),
            (
                "GET /assets/widget-1a2b.js",
                Route::Asset(AssetName::parse("widget-1a2b.js").unwrap()),
            ),
            ("GET /frame/demo", Route::Frame(demo.clone())),
            ("POST /frame/demo", Route::FrameForm(demo.clone())),
            ("GET /agent", Route::AgentView),
            ("GET /agent/setup", Route::AgentView),
            ("GET /agent/join", Route::AgentView),
            ("PUT /api/v1/sites/demo", Route::Configure(demo.clone())),
            ("PUT /api/v1/sites/demo/documents", Route::Documents(demo.clone())),
            ("POST /api/v1/sweep", Route::Sweep),
            ("POST /api/v1/setup", Route::Setup),
            ("POST /api/v1/join", Route::Join),
            ("POST /api/v1/sign-in", Route::SignIn),
            ("POST /api/v1/sign-out", Route::SignOut),
            ("GET /api/v1/me", Route::Me),
            ("POST /api/v1/invitations", Route::Invite),
            ("GET /api/v1/handoffs", Route::Handoffs),
            ("GET /api/v1/team", Route::Team),
            ("GET /api/v1/conversations", Route::Search),
            ("GET /api/v1/members", Route::Members),
            ("GET /api/v1/identity-keys", Route::IdentityKeys),
            ("POST /api/v1/identity-keys", Route::MakeIdentityKey),
            (
                "DELETE /api/v1/identity-keys/0a1b",
                Route::RemoveIdentityKey("0a1b".to_owned()),
            ),
            ("DELETE /api/v1/members/m1", Route::RemoveMember(member.clone())),
            ("PATCH /api/v1/members/m1", Route::ChangeMember(member)),
            ("GET /api/v1/replies", Route::CannedReplies),
            ("PUT /api/v1/replies", Route::ReplaceCannedReplies),
            ("GET /api/v1/desk", Route::Desk),
            ("POST /api/v1/desk", Route::DeskPoll),
        ] {
            check(request, &Ok(route));
        }
        for (method, path, route) in [
            (
                "DELETE",
                format!("/api/v1/conversations/{CONVERSATION}"),
                Route::EraseConversation(thread.clone()),
            ),
            (
                "GET",
                format!("/api/v1/conversations/{CONVERSATION}"),
                Route::ExportConversation(thread.clone()),
            ),
            (
                "GET",
                format!("/api/v1/conversations/{CONVERSATION}/suggestions"),
                Route::Suggestions(thread.clone()),
            ),
            (
                "GET",
                format!("/api/v1/conversations/{CONVERSATION}/agent"),
                Route::AgentSocket(thread.clone()),
            ),
            (
                "GET",
                format!("/api/v1/sites/demo/conversations/{CONVERSATION}/visitor"),
                Route::VisitorSocket(demo.clone(), thread.clone()),
            ),
            (
                "POST",
                format!("/api/v1/conversations/{CONVERSATION}/agent"),
                Route::AgentPoll(thread.clone()),
            ),
            (
                "POST",
                format!("/api/v1/sites/demo/conversations/{CONVERSATION}/visitor"),
                Route::VisitorPoll(demo, thread),
            ),
        ] {
            check(&format!("{method} {path}"), &Ok(route));
        }
    }

    #[test]
    fn ill_formed_names_lead_nowhere() {
        for request in [
            "GET /nothing",
            "GET //",
            "GET /frame/",
            "GET /frame/Demo",
            "GET /frame/a%2Fb",
            "GET /frame/demo/more",
            "GET /assets/../frame.html",
            "GET /assets/%2e%2e",
            "GET /assets/widget",
            "GET /api/v1",
            "GET /api/v2/me",
            "GET /api/v1/conversations/short/agent",
            "GET /api/v1/conversations/0123456789ABCDEF/agent",
            "GET /api/v1/conversations/0123456789abcde-/agent",
            "DELETE /api/v1/members/A%20B",
            "DELETE /api/v1/identity-keys/",
        ] {
            check(request, &Err(NoRoute::Unknown));
        }
    }

    #[test]
    fn another_method_is_told_which_ones_are_taken() {
        check("POST /healthz", &Err(NoRoute::Methods("GET")));
        check("DELETE /frame/demo", &Err(NoRoute::Methods("GET, POST")));
        check("GET /api/v1/sign-in", &Err(NoRoute::Methods("POST")));
        check("GET /api/v1/members/m1", &Err(NoRoute::Methods("PATCH, DELETE")));
        check("GET /api/v1/sites/demo", &Err(NoRoute::Methods("PUT")));
        check("PUT /api/v1/desk", &Err(NoRoute::Methods("GET, POST")));
    }
}
