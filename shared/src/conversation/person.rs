//! Who a visitor is, where the owner's server has vouched for it, and what their browser says of itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A visitor whom the owner's server has vouched for. There is no unverified one: whoever only says a name is not this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The owner's own id of them; two persons never share one.
    pub id: String,
    /// Their name, if the owner gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Their mail address, if the owner gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// What else the owner gave, such as a plan: names and values as text.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
}

impl Person {
    /// What to call them.
    pub fn called(&self) -> &str {
        let name = self.name.as_deref().or(self.email.as_deref());
        name.unwrap_or(&self.id)
    }
}

/// What kind of device somebody writes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Device {
    /// Held in one hand.
    Phone,
    /// Held in two.
    Tablet,
    /// Anything with a keyboard.
    Desktop,
}

impl Device {
    /// What a browser's `User-Agent` says; none when it says nothing that is known.
    pub fn of(user_agent: &str) -> Option<Self> {
        let says = |word: &str| user_agent.contains(word);
        if says("iPad") || says("Tablet") || (says("Android") && !says("Mobile")) {
            Some(Self::Tablet)
        } else if says("iPhone") || says("Mobile") {
            Some(Self::Phone)
        } else if says("Windows") || says("Macintosh") || says("Linux") || says("CrOS") {
            Some(Self::Desktop)
        } else {
            None
        }
    }

    /// As agents read it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Tablet => "tablet",
            Self::Desktop => "desktop",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Device;

    #[test]
    fn browsers_say_what_they_run_on() {
        for (agent, device) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537.36",
                Some(Device::Desktop),
            ),
            (
                "Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140 Mobile Safari/537.36",
                Some(Device::Phone),
            ),
            (
                "Mozilla/5.0 (Linux; Android 15; SM-X910) Chrome/140 Safari/537.36",
                Some(Device::Tablet),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19 Mobile/15E148 Safari",
                Some(Device::Phone),
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Mobile/15E148 Safari",
                Some(Device::Tablet),
            ),
            ("curl/8", None),
        ] {
            assert_eq!(Device::of(agent), device, "{agent}");
        }
    }
}
