// The measurements inside workerd, and the page on which they run in a browser. Its clock stands still while it works:
// who asks takes the time.
import { Bench, digests, initSync, verdict } from "lab-edge.js";
import module from "lab-edge.wasm";
import page from "page.html";
import script from "lab-browser.js";
import wasm from "lab-browser.wasm";

initSync({ module });
let bench;

// A page that is isolated gets a clock of 5 µs.
const isolated = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};
const file = (body, type) => new Response(body, { headers: { "content-type": type, ...isolated } });

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    switch (pathname) {
      case "/":
        return file(page, "text/html; charset=utf-8");
      case "/lab-browser.js":
        return file(script, "text/javascript");
      case "/lab-browser.wasm":
        return file(wasm, "application/wasm");
      case "/digests":
        return new Response(digests(await request.text()));
      case "/verdict": {
        const { before, text } = await request.json();
        return new Response(verdict(before, text));
      }
      case "/prepare":
        bench = new Bench(Number(searchParams.get("messages")));
        return new Response();
      case "/turn":
        bench.turn(Number(searchParams.get("message")), Number(searchParams.get("times")));
        return new Response();
      default:
        return new Response(null, { status: 404 });
    }
  },
};
