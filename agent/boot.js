// Starts the agent view; says so when it cannot.
import { Poll } from "../shared/browser/poll.js";
import init from "glue";

globalThis.Poll = Poll;

// After a trap in the Wasm nothing on the page works any more; it must not look as if it did. What was written is in the
// browser's storage, so that loading the page anew is safe.
const broke = (error) => {
  if (error instanceof WebAssembly.RuntimeError) document.getElementById("broken").hidden = false;
};
addEventListener("error", (event) => broke(event.error));
addEventListener("unhandledrejection", (event) => broke(event.reason));

const wasm = document.getElementById("agent-script").dataset.wasm;

// A failure after the start is the app's own to show: only one before it means that there is nothing to see.
init({ module_or_path: wasm }).catch((error) => {
  console.error("The agent view could not start:", error);
  if (!document.querySelector(".desk, .door")) document.getElementById("cannot-start").hidden = false;
});
