//! `sweep`: asks an edge whether anybody was left alone, and fails when somebody was.

use std::time::Duration;

use serde::Deserialize;

use crate::layout::Layout;
use crate::problem::{Explain, Outcome, Problem};
use crate::say;
use crate::serve;

/// The edge of `serve`.
pub const LOCAL: &str = "http://localhost:8787";
/// How long one request may take: it asks some hundred objects.
const LIMIT: Duration = Duration::from_mins(2);
/// So many requests at most, each for the conversations that were not looked at for longest.
const MOST_RUNS: u32 = 200;

/// What one run on the edge came to.
#[derive(Debug, Deserialize)]
struct Report {
    sites: u32,
    checked: u32,
    left: u32,
    unreachable: Vec<String>,
    orphans: Vec<Orphaned>,
}

#[derive(Debug, Deserialize)]
struct Orphaned {
    site: String,
    conversation: String,
    found: Vec<String>,
    healed: bool,
}

/// Runs the sweep until every conversation was looked at, and prints what it found.
pub fn sweep(layout: &Layout, edge: &str) -> Outcome {
    let token = token(layout)?;
    let (mut checked, mut left, mut found, mut sites) = (0, 0, 0, 0);
    for _ in 0..MOST_RUNS {
        let report = run(edge, &token)?;
        for line in lines(&report) {
            say::line(&line);
        }
        found += report.orphans.len() + report.unreachable.len();
        checked += report.checked;
        (left, sites) = (report.left, report.sites);
        if left == 0 || report.checked == 0 {
            break;
        }
    }
    say::line(&format!(
        "swept     {sites} sites, {checked} conversations; {found} orphans, {left} not looked at"
    ));
    if found == 0 {
        return Ok(());
    }
    Err(Problem::new("Somebody was left alone").fix(
        "What says `mended` is in order again. How it came about is a defect of Baton: please report it with these lines.",
    ))
}

/// One run beside other work: says what it found, and nothing when it found nothing.
pub fn remark(edge: &str, token: &str) {
    match run(edge, token) {
        Ok(report) => lines(&report).iter().for_each(|line| say::warn(line)),
        Err(problem) => say::warn(&problem.to_string()),
    }
}

fn token(layout: &Layout) -> Outcome<String> {
    let given = std::env::var("BATON_ADMIN_TOKEN").unwrap_or_default();
    if given.is_empty() {
        serve::kept_token(layout).ok_or_else(|| {
            Problem::new("The edge can be asked with its admin token only")
                .fix("Set BATON_ADMIN_TOKEN to the token that the edge was given.")
        })
    } else {
        Ok(given)
    }
}

fn run(edge: &str, token: &str) -> Outcome<Report> {
    let url = format!("{}/api/v1/sweep", edge.trim_end_matches('/'));
    let told = || format!("The sweep could not be run (POST {url})");
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(LIMIT))
        .http_status_as_error(false)
        .build()
        .into();
    let request = agent
        .post(&url)
        .header("authorization", format!("Bearer {token}"));
    let mut response = request.send_empty().explain(told)?;
    let status = response.status();
    let text = response.body_mut().read_to_string().explain(told)?;
    if !status.is_success() {
        return Err(Problem::new(told()).because(format!("{status} {text}")));
    }
    serde_json::from_str(&text).explain(told)
}

fn lines(report: &Report) -> Vec<String> {
    let unreachable = report
        .unreachable
        .iter()
        .map(|site| format!("orphan    {site}: its queue could not be asked"));
    let orphans = report.orphans.iter().map(|orphan| {
        let what = orphan.found.join(", ");
        let outcome = if orphan.healed { "mended" } else { "not mended" };
        format!(
            "orphan    {}/{}: {what}; {outcome}",
            orphan.site, orphan.conversation
        )
    });
    unreachable.chain(orphans).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_orphan_is_a_line_with_what_became_of_it() {
        let report = r#"{"sites":1,"checked":3,"left":0,"unreachable":["shop"],"orphans":[
            {"site":"demo","conversation":"c1","found":["no_alarm","unlisted"],"healed":true},
            {"site":"demo","conversation":"c2","found":["silent"],"healed":false}]}"#;
        assert_eq!(
            lines(&serde_json::from_str(report).unwrap()),
            [
                "orphan    shop: its queue could not be asked",
                "orphan    demo/c1: no_alarm, unlisted; mended",
                "orphan    demo/c2: silent; not mended",
            ]
        );
    }
}
