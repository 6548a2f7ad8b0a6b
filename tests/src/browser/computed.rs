//! The role and the name that the browser has computed for an element, from WebDriver's own endpoints.

use std::sync::Arc;

use reqwest::Method;
use serde_json::Value;
use thirtyfour::WebElement;
use thirtyfour::common::command::{Command, ExtensionCommand};

/// `GET /session/ID/element/ID/computed…`
#[derive(Debug)]
struct Computed {
    element: String,
    what: &'static str,
}

impl ExtensionCommand for Computed {
    fn parameters_json(&self) -> Option<Value> {
        None
    }

    fn method(&self) -> Method {
        Method::GET
    }

    fn endpoint(&self) -> Arc<str> {
        format!("/element/{}/{}", self.element, self.what).into()
    }
}

/// What a screen reader calls the element; nothing when the element is gone.
pub async fn name(element: &WebElement) -> Option<String> {
    ask(element, "computedlabel").await
}

/// What a screen reader takes the element for; nothing when the element is gone.
pub async fn role(element: &WebElement) -> Option<String> {
    ask(element, "computedrole").await
}

async fn ask(element: &WebElement, what: &'static str) -> Option<String> {
    let command = Computed {
        element: element.element_id().to_string(),
        what,
    };
    element
        .handle()
        .cmd(Command::ExtensionCommand(Box::new(command)))
        .await
        .ok()?
        .value()
        .ok()
}
