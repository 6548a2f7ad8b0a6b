// Starts the agent view; says so when it cannot.
import { Poll } from "../shared/browser/poll.js";
import init from "glue";

globalThis.Poll = Poll;

const wasm = document.getElementById("agent-script").dataset.wasm;

// A failure after the start is the app's own to show: only one before it means that there is nothing to see.
init({ module_or_path: wasm }).catch((error) => {
  console.error("The agent view could not start:", error);
  if (!document.querySelector(".desk, .door")) document.getElementById("cannot-start").hidden = false;
});
