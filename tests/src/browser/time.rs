//! Time in a page, in a story's hands: it is moved, never waited for.

use serde_json::json;

use super::Browser;

/// Put before everything else: the page's clock and timers are the browser's own, and can be moved ahead.
const CLOCK: &str = "(() => {
    const [now, start, stop] = [Date.now.bind(Date), setTimeout.bind(window), clearTimeout.bind(window)];
    const timers = new Map();
    let ahead = 0, ids = 0;
    Date.now = () => now() + ahead;
    const set = (run, after, every) => {
        const id = ++ids;
        timers.set(id, { run, due: Date.now() + after, every, real: start(() => fire(id), after) });
        return id;
    };
    const clear = (id) => { stop(timers.get(id)?.real); timers.delete(id); };
    const fire = (id) => {
        const timer = timers.get(id);
        if (!timer) return;
        stop(timer.real);
        if (timer.every === undefined) timers.delete(id);
        else Object.assign(timer, { due: Date.now() + timer.every, real: start(() => fire(id), timer.every) });
        timer.run();
    };
    window.setTimeout = (run, after = 0, ...more) => set(() => run(...more), after);
    window.setInterval = (run, every = 0, ...more) => set(() => run(...more), every, every);
    window.clearTimeout = window.clearInterval = clear;
    window.passTime = (ms) => {
        const end = Date.now() + ms;
        for (;;) {
            const [next] = [...timers].sort(([, a], [, b]) => a.due - b.due);
            if (!next || next[1].due > end) break;
            ahead += Math.max(0, next[1].due - Date.now());
            fire(next[0]);
        }
        ahead += Math.max(0, end - Date.now());
    };
    window.sleepThrough = (ms) => {
        ahead += ms;
        for (const [id, timer] of [...timers]) if (timer.due <= Date.now()) fire(id);
    };
})();";

impl Browser {
    /// Documents of this tab that are opened from now on have a clock that can be moved.
    pub async fn hold_time(&self) {
        self.before_load(CLOCK).await;
    }

    /// Lets time pass in the current frame while it is awake: everything that falls due runs, in order.
    pub async fn pass_time(&self, seconds: u32) {
        let script = json!(u64::from(seconds) * 1_000);
        self.run(&format!("passTime({script})")).await;
    }

    /// Lets time pass in the current frame as over a closed lid: nothing runs meanwhile, and what fell due runs once on
    /// waking.
    pub async fn sleep_through(&self, seconds: u32) {
        let script = json!(u64::from(seconds) * 1_000);
        self.run(&format!("sleepThrough({script})")).await;
    }
}
