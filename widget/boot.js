// The first script in the frame: tells the launcher that the page is here, starts the Wasm, and where that cannot run
// puts the plain form in its place, the one that is also there without any script. A person is reached either way.
import { Poll } from "../shared/browser/poll.js";
import start from "glue";

globalThis.Poll = Poll;

const launcher = location.hash.slice(1);
if (parent !== window && launcher) parent.postMessage({ baton: 1, type: "here" }, launcher);

try {
  await start({ module_or_path: document.getElementById("wasm").href });
} catch (error) {
  console.error("Baton: the chat could not start; showing the form instead.", error);
  const plain = new DOMParser().parseFromString(document.getElementById("plain").textContent, "text/html");
  document.querySelector(".wait")?.remove();
  document.getElementById("app").append(...plain.body.children);
}
