//! The edge: the Worker and its objects. Transport only: requests, sockets, storage, sign-in and files. What is decided
//! about conversations is decided in `shared`.
//!
//! [`routes`] lists every address. [`problem`] is how anything is refused.

mod api;
mod assets;
mod assistants;
mod clock;
mod config;
mod http;
mod knowledge;
mod objects;
mod pages;
mod polls;
mod problem;
mod request;
mod routes;
mod secrets;
mod sockets;
mod sweep;

use worker::{Context, Env, Request, Response, Result, ScheduleContext, ScheduledEvent, event};

use self::{
    objects::site::calls::LinkKind,
    problem::{Code, Outcome, Problem},
    request::Incoming,
    routes::{NoRoute, Route},
};

/// Every request enters here.
#[event(fetch)]
async fn fetch(request: Request, env: Env, _context: Context) -> Result<Response> {
    let route = routes::parse(request.method().as_ref(), &request.path());
    let outcome = match (route, Incoming::new(request)) {
        (Ok(route), Ok(incoming)) => serve(&env, incoming, route).await,
        (Err(missing), Ok(incoming)) => nowhere(&incoming, missing),
        (_, Err(problem)) => Err(problem),
    };
    outcome.or_else(|problem| http::reply::problem(&problem))
}

/// The trigger of `wrangler.toml` enters here. A sweep that fails is logged, and the next one comes.
#[event(scheduled)]
async fn scheduled(_event: ScheduledEvent, env: Env, _context: ScheduleContext) {
    // What went wrong was logged where it did.
    sweep::on_schedule(&env).await.ok();
}

async fn serve(env: &Env, incoming: Incoming, route: Route) -> Outcome<Response> {
    match route {
        Route::Health => http::reply::json(&serde_json::json!({ "version": config::VERSION })),
        Route::Root => Ok(Response::redirect(
            incoming
                .on_this_edge("/agent")
                .parse()
                .map_err(worker::Error::from)?,
        )?),
        Route::Launcher => assets::launcher(env, &incoming.request).await,
        Route::Asset(name) => assets::asset(env, &incoming.request, &name).await,
        Route::PageStyle => pages::style(),
        Route::Frame(site) => pages::shown(pages::frame(env, &incoming, &site).await),
        Route::FrameForm(site) => pages::shown(pages::form(env, incoming, &site).await),
        Route::AgentView => pages::shown(pages::agent_view(env, &incoming).await),
        Route::Configure(site) => api::sites::configure(env, incoming, &site).await,
        Route::Documents(site) => api::sites::documents(env, incoming, &site).await,
        Route::Sweep => sweep::on_request(env, &incoming).await,
        Route::Setup => api::account::accept(env, incoming, LinkKind::Setup).await,
        Route::Join => api::account::accept(env, incoming, LinkKind::Join).await,
        Route::SignIn => api::account::sign_in(env, incoming).await,
        Route::SignOut => api::account::sign_out(env, &incoming).await,
        Route::Me => api::account::me(env, &incoming).await,
        Route::Invite => api::members::invite(env, incoming).await,
        Route::Team => api::team::team(env, &incoming).await,
        Route::Handoffs => api::team::handoffs(env, &incoming).await,
        Route::Members => api::members::list(env, &incoming).await,
        Route::RemoveMember(id) => api::members::remove(env, &incoming, id).await,
        Route::IdentityKeys => api::identity::list(env, &incoming).await,
        Route::MakeIdentityKey => api::identity::make(env, &incoming).await,
        Route::RemoveIdentityKey(id) => api::identity::remove(env, &incoming, id).await,
        Route::ChangeMember(id) => api::members::change(env, incoming, id).await,
        Route::CannedReplies => api::replies::list(env, &incoming).await,
        Route::ReplaceCannedReplies => api::replies::replace(env, incoming).await,
        Route::Suggestions(id) => api::replies::suggest(env, &incoming, &id).await,
        Route::Search => api::team::search(env, &incoming).await,
        Route::ExportConversation(id) => api::members::export(env, &incoming, &id).await,
        Route::EraseConversation(id) => api::members::erase(env, &incoming, &id).await,
        Route::VisitorSocket(site, id) => sockets::visitor(env, &incoming, &site, &id).await,
        Route::AgentSocket(id) => sockets::agent(env, &incoming, &id).await,
        Route::Desk => sockets::desk(env, &incoming).await,
        Route::VisitorPoll(site, id) => polls::visitor(env, incoming, &site, &id).await,
        Route::AgentPoll(id) => polls::agent(env, incoming, &id).await,
        Route::DeskPoll => polls::desk(env, incoming).await,
    }
}

/// Programs get a problem, people who opened the address a page.
fn nowhere(incoming: &Incoming, missing: NoRoute) -> Outcome<Response> {
    let (problem, allow) = match missing {
        NoRoute::Unknown => (Problem::from(Code::NotFound), None),
        NoRoute::Methods(allow) => (Code::MethodNotAllowed.into(), Some(allow)),
    };
    let wants_page = incoming
        .header("accept")
        .is_some_and(|accept| accept.contains("text/html"));
    let mut response = if wants_page {
        pages::problem(&problem)?
    } else {
        http::reply::problem(&problem)?
    };
    if let Some(allow) = allow {
        response.headers_mut().set("allow", allow)?;
    }
    Ok(response)
}
