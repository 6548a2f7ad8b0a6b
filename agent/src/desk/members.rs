//! Members of the site, for owners: who they are, a link to invite somebody, removing somebody.

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::{bar::initials, state::DeskState};
use crate::{
    api::{self, Member, Problem, Queue, Role},
    app::SessionSignal,
    browser::page,
    icons,
    lean::{flag, maybe, on, part, part_if, text},
};
use shared::ids::{MemberId, QueueId};

/// The list and the form, inside a dialog.
#[component]
pub fn Members() -> impl IntoView {
    let session = expect_context::<SessionSignal>();
    let members = RwSignal::new(None::<Vec<Member>>);
    let problem = RwSignal::new(None::<String>);
    let fail = move |why: Problem| {
        if why.is_signed_out() {
            session.lost();
        } else {
            problem.set(Some(why.message));
        }
    };
    let fetch = move || {
        spawn_local(async move {
            match api::members().await {
                Ok(list) => members.set(Some(list)),
                Err(why) => fail(why),
            }
        });
    };
    fetch();
    let teams = RwSignal::new(None::<Vec<Queue>>);
    spawn_local(async move {
        match api::team().await {
            Ok(team) => drop(teams.try_set(Some(team.queues))),
            Err(why) => fail(why),
        }
    });
    let remove = Callback::new(move |member: Member| {
        problem.set(None);
        spawn_local(async move {
            match api::remove_member(&member.id).await {
                Ok(()) => fetch(),
                Err(why) => fail(why),
            }
        });
    });
    let shown = move || {
        match members.get() {
        None => view! { <p class="quiet small">"Fetching the members…"</p> }.into_any(),
        Some(list) => view! {
            <ul class="members" role="list">
                {list.into_iter().map(|member| view! { <MemberRow member remove teams fail=Callback::new(fail) /> }.into_any()).collect_view()}
            </ul>
        }
        .into_any(),
    }
    };
    view! {
        <div class="body">
            {part(shown)} <Invite fail=Callback::new(fail) />
            <div role="alert">
                {part_if(move || {
                    problem.get().map(|words| view! { <p class="problem">{icons::warning()} <span>{words}</span></p> }.into_any())
                })}
            </div>
        </div>
    }
}

#[component]
fn MemberRow(
    member: Member,
    remove: Callback<Member>,
    teams: RwSignal<Option<Vec<Queue>>>,
    fail: Callback<Problem>,
) -> impl IntoView {
    let desk = expect_context::<DeskState>();
    let is_me = member.id == desk.my_id();
    let serving = StoredValue::new(member.queues.clone());
    let (id, was) = (StoredValue::new(member.id.clone()), member.role);
    let asked = RwSignal::new(false);
    let (name, email, role) = (member.name.clone(), member.email.clone(), member.role.words());
    // Asked twice, in place: removing somebody ends their sessions at once.
    let press = move |_| {
        if asked.get_untracked() {
            remove.run(member.clone());
        } else {
            asked.set(true);
        }
    };
    let label = format!("Remove {name}");
    let action = if is_me {
        view! { <span class="small quiet">"You"</span> }.into_any()
    } else {
        view! {
            <button class="text-btn" aria-label=label on:click=on(press)>
                {text(move || if asked.get() { "Really remove" } else { "Remove" })}
            </button>
        }
        .into_any()
    };
    view! {
        <li>
            <span class="disc" aria-hidden="true">{initials(&name)}</span>
            <div>
                <p><b>{name}</b> " · " {role}</p>
                <p class="small quiet">{email}</p>
            </div>
            {action}
            {part_if(move || {
                teams.get().map(|queues| view! { <Duties id was serving queues fail /> }.into_any())
            })}
        </li>
    }
}

/// What a member may do, and which queues they serve: none ticked means all. Kept at once.
#[component]
fn Duties(
    id: StoredValue<MemberId>,
    was: Role,
    serving: StoredValue<Vec<QueueId>>,
    queues: Vec<Queue>,
    fail: Callback<Problem>,
) -> impl IntoView {
    let role = RwSignal::new(was);
    let kept = RwSignal::new(serving.get_value());
    let keep = move || {
        let (role_now, queues) = (role.get_untracked(), kept.get_untracked());
        spawn_local(async move {
            match api::change_member(&id.get_value(), role_now, &queues).await {
                Ok(member) => {
                    role.try_set(member.role);
                    kept.try_set(member.queues);
                }
                Err(why) => {
                    role.try_set(was);
                    kept.try_set(serving.get_value());
                    fail.run(why);
                }
            }
        });
    };
    let choose = move |event| {
        role.set(Role::named(&event_target_value(&event)));
        keep();
    };
    let several = queues.len() > 1;
    let tick = move |queue: Queue| {
        let id = StoredValue::new(queue.id);
        let ticked = move || id.with_value(|id| kept.with(|kept| kept.contains(id)));
        let press = move |_| {
            let queue = id.get_value();
            kept.update(|kept| match kept.iter().position(|kept| *kept == queue) {
                Some(at) => drop(kept.remove(at)),
                None => kept.push(queue),
            });
            keep();
        };
        view! {
            <button type="button" class="tick" role="checkbox" aria-checked=text(move || ticked().to_string()) on:click=on(press)>
                {queue.name}
            </button>
        }
        .into_any()
    };
    let all = move || kept.with(Vec::is_empty).then_some("Serves every queue");
    view! {
        <div class="duties">
            <div class="pick">
                <select class="input" aria-label="Role" prop:value=text(move || role.get().words()) on:change=on(choose)>
                    <option value="agent">"Agent"</option>
                    <option value="owner">"Owner"</option>
                </select>
                {icons::chevron()}
            </div>
            {several
                .then(|| {
                    view! {
                        <div class="choices" role="group" aria-label="Serves these queues">{queues.into_iter().map(tick).collect_view()}</div>
                        <p class="small quiet">{maybe(all)}</p>
                    }
                })}
        </div>
    }
}

#[component]
fn Invite(fail: Callback<Problem>) -> impl IntoView {
    let email = RwSignal::new(String::new());
    let role = RwSignal::new(Role::Agent);
    let made = RwSignal::new(None::<(String, String)>);
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let to = email.get_untracked().trim().to_owned();
        if to.is_empty() || busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            match api::invite(&to, role.get_untracked()).await {
                Ok(link) => {
                    made.set(Some((to, link)));
                    email.set(String::new());
                }
                Err(why) => fail.run(why),
            }
            busy.set(false);
        });
    };
    let choose = move |event| {
        role.set(Role::named(&event_target_value(&event)));
    };
    view! {
        <form class="body" on:submit=on(submit)>
            <div class="field">
                <label for="invite-email">"Invite by e-mail address"</label>
                <div class="invite">
                    <input
                        class="input"
                        id="invite-email"
                        type="email"
                        required
                        autocomplete="off"
                        maxlength="200"
                        placeholder="name@example.com"
                        prop:value=text(move || email.get())
                        on:input=on(move |event| email.set(event_target_value(&event)))
                    />
                    <div class="pick">
                        <select class="input" aria-label="Role" on:change=on(choose)>
                            <option value="agent" selected>"Agent"</option>
                            <option value="owner">"Owner"</option>
                        </select>
                        {icons::chevron()}
                    </div>
                </div>
            </div>
            <button class="btn" disabled=flag(move || busy.get())>"Make an invitation link"</button>
            {part_if(move || made.get().map(|(to, link)| view! { <Made to link /> }.into_any()))}
        </form>
    }
}

#[component]
fn Made(to: String, link: String) -> impl IntoView {
    let copied = RwSignal::new(false);
    let words = link.clone();
    let copy = move |_| {
        let words = words.clone();
        spawn_local(async move { copied.set(page::copy(&words).await) });
    };
    view! {
        <div class="field" role="status">
            <label for="invite-link">{format!("Link for {to}")}</label>
            <div class="copy">
                <input class="input" id="invite-link" readonly value=link />
                <button class="btn" type="button" on:click=on(copy)>{text(move || if copied.get() { "Copied" } else { "Copy" })}</button>
            </div>
            <span class="hint">"Send it yourself. It opens one account and is good for 7 days."</span>
        </div>
    }
}
