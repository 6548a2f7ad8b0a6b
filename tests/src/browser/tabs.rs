//! Several tabs of one browser, and a tab that crashes.

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;

use super::Browser;
use crate::wait::{must, within};

/// One tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab(WindowHandle);

impl Browser {
    /// The tab that is looked at.
    pub async fn tab(&self) -> Tab {
        Tab(must("the tab", self.web().window().await))
    }

    /// Opens another, empty tab and looks at it.
    pub async fn new_tab(&self) -> Tab {
        let handle = must("a new tab", self.web().new_tab().await);
        self.look_at(&Tab(handle)).await;
        self.tab().await
    }

    /// Goes to a tab and brings it to the front, as a person does who clicks on it.
    pub async fn look_at(&self, tab: &Tab) {
        must("the tab", self.web().switch_to_window(tab.0.clone()).await);
        self.protocol("Page.bringToFront", json!({})).await;
    }

    /// The value of an expression in the page of a tab that is behind, and stays there.
    pub async fn value_behind(&self, tab: &Tab, expression: &str) -> Value {
        // ChromeDriver brings to the front whatever tab it goes to, so the browser is asked past it.
        let socket = self.debugger_of(tab).await;
        let (mut line, _) = must("the tab's debugger", connect_async(socket).await);
        let parameters = json!({ "expression": expression, "returnByValue": true });
        let ask = json!({ "id": 1, "method": "Runtime.evaluate", "params": parameters }).to_string();
        must(expression, line.send(Message::text(ask)).await);
        let answer = async {
            while let Some(Ok(heard)) = line.next().await {
                let text = heard.into_text().unwrap_or_default();
                let said: Value = must("the debugger's words", serde_json::from_str(text.as_str()));
                if said["id"] == 1 {
                    return said["result"]["result"]["value"].clone();
                }
            }
            panic!("{expression}: the tab's debugger is gone")
        };
        within(expression, answer).await
    }

    /// Closes a tab that is not looked at.
    pub async fn close_tab(&self, tab: &Tab) {
        let here = self.tab().await;
        must("the tab", self.web().switch_to_window(tab.0.clone()).await);
        must("closing the tab", self.web().close_window().await);
        self.look_at(&here).await;
    }

    /// Crashes the process behind a tab that is not looked at: it is told nothing and can do nothing any more.
    pub async fn crash(&self, tab: &Tab) {
        // ChromeDriver ends its session when it sees a tab of its own crash, so the browser is asked past it.
        let socket = self.debugger_of(tab).await;
        let (mut line, _) = must("the tab's debugger", connect_async(socket).await);
        let crash = json!({ "id": 1, "method": "Inspector.enable" }).to_string();
        must("the crash", line.send(Message::text(crash)).await);
        let crash = json!({ "id": 2, "method": "Page.crash" }).to_string();
        must("the crash", line.send(Message::text(crash)).await);
        let crashed = async {
            while let Some(Ok(heard)) = line.next().await {
                let said = heard.into_text().unwrap_or_default();
                if said.contains("Inspector.targetCrashed") {
                    return;
                }
            }
        };
        within("the crash", crashed).await;
    }

    /// Where a tab's own debugger listens.
    async fn debugger_of(&self, tab: &Tab) -> String {
        let options = self.web().capabilities().get("goog:chromeOptions").cloned();
        let debugger = options.unwrap_or_default()["debuggerAddress"].clone();
        let address = format!("http://{}/json/list", debugger.as_str().unwrap_or_default());
        let answer = must(&address, reqwest::get(&address).await);
        let list: Value = must("the list of tabs", answer.json().await);
        let id = tab.0.to_string();
        let page = list
            .as_array()
            .into_iter()
            .flatten()
            .find(|page| page["id"] == id.as_str());
        let socket = page.and_then(|page| page["webSocketDebuggerUrl"].as_str());
        socket
            .unwrap_or_else(|| panic!("no tab {id} in {list}"))
            .to_owned()
    }
}
