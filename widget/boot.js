// The first script in the frame: tells the launcher that the page is here, starts the Wasm, and where that cannot run
// puts the plain form in its place, the one that is also there without any script. A person is reached either way.
import { Poll } from "../shared/browser/poll.js";
import start from "glue";

globalThis.Poll = Poll;

const launcher = location.hash.slice(1);
if (parent !== window && launcher) parent.postMessage({ baton: 1, type: "here" }, launcher);

// A reply is heard in one tab of a visitor's: whichever takes the reply's lock first, and keeps it for a while. A tab
// that shows the reply takes it at once and makes no sound; the others leave it a moment to do so. Without locks each
// tab speaks for itself.
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const take = (reply, act) => {
  const once = (lock) => lock && (act?.(), wait(9e3));
  const alone = () => once(1);
  navigator.locks ? navigator.locks.request(reply, { ifAvailable: true }, once).catch(alone) : alone();
};
let audio;
const tone = () => {
  audio ||= new AudioContext();
  const [note, gain, at] = [audio.createOscillator(), audio.createGain(), audio.currentTime];
  note.connect(gain).connect(audio.destination);
  note.frequency.value = 587;
  gain.gain.setValueAtTime(0.1, at);
  gain.gain.exponentialRampToValueAtTime(1e-4, at + 0.6);
  note.start();
  note.stop(at + 0.6);
};
window.hush = (reply) => take(reply);
// Browsers let no page sound that nobody has touched: such a tab leaves it to another.
window.ring = (reply) => navigator.userActivation?.hasBeenActive && wait(300).then(() => take(reply, tone));

// What was said, as a file.
window.save = (text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = `${document.title}.txt`;
  link.click();
};
// The menu closes with a choice, and Escape closes it before it closes the chat.
addEventListener("click", ({ target }) => target.closest("[popover]")?.hidePopover());
const open = () => document.querySelector(":popover-open");
addEventListener("keydown", (event) => event.key === "Escape" && open() && event.stopPropagation(), true);

// The owner's colour, with inks that can be read: the edge worked them out.
const root = document.documentElement;
const { style } = JSON.parse(document.getElementById("boot").textContent);
for (const name in style) root.style.setProperty(name, style[name]);

// For whoever answers: what is evening there may be morning here.
root.dataset.tz = Intl.DateTimeFormat().resolvedOptions().timeZone;

try {
  await start({ module_or_path: document.getElementById("wasm").href });
} catch (error) {
  console.error("Baton: the chat could not start; showing the form instead.", error);
  const plain = new DOMParser().parseFromString(document.getElementById("plain").textContent, "text/html");
  document.querySelector(".wait")?.remove();
  document.getElementById("app").append(...plain.body.children);
}
