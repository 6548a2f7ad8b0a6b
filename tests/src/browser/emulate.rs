//! The circumstances of a page: screen size, colour scheme, motion, network, through Chromium's own protocol.

use serde_json::{Value, json};

use super::Browser;
use crate::wait::must;

impl Browser {
    /// Gives the page a screen of this size in CSS pixels; under 600 wide it counts as a phone.
    pub async fn size(&self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.protocol("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Prefers dark colours, or light ones.
    pub async fn dark(&self, dark: bool) {
        self.media("prefers-color-scheme", if dark { "dark" } else { "light" })
            .await;
    }

    /// Asks for reduced motion.
    pub async fn calm(&self) {
        self.media("prefers-reduced-motion", "reduce").await;
    }

    /// Cuts the page off from the network, or connects it again. Sockets that are open stay open in Chromium: to break
    /// those, kill the edge.
    pub async fn offline(&self, offline: bool) {
        self.protocol("Network.enable", json!({})).await;
        let conditions =
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.protocol("Network.emulateNetworkConditions", conditions)
            .await;
    }

    /// Runs this in every page and frame from now on, before anything of its own runs.
    pub async fn before_every_page(&self, script: &str) {
        self.protocol(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        )
        .await;
    }

    /// Sends a command of Chromium's DevTools protocol to the page.
    pub async fn protocol(&self, method: &str, parameters: Value) -> Value {
        must(method, self.web().cdp().send_raw(method, parameters).await)
    }

    async fn media(&self, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.protocol("Emulation.setEmulatedMedia", features).await;
    }
}
