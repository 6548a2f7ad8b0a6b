// A line to the edge over HTTP, for networks that let no WebSocket through. It has a WebSocket's face, so that whoever
// keeps a line need not know which it is; the wire is described in shared/src/protocol.rs.
//
// One request at a time, which the edge holds until it has something to say. When there is something to send meanwhile,
// the request is given up for the next one, unless it carried frames itself: what they were answered must be heard. An
// answer that is lost so is given again, because every request says how many answers were had, and in its hello the last
// event: `onopen` is called before every request that follows an answer, and must send hello then and there.

const AT_ONCE = 8;

export class Poll {
  readyState = 0;
  #http;
  #line = Math.random().toString(36).slice(2);
  #asked = 0;
  #had = 0;
  #hello;
  #stale = true;
  #waiting = [];
  #request;
  #carries;

  constructor(url) {
    this.#http = url.replace(/^ws/, "http");
    setTimeout(() => this.#run());
    // A page that goes says so: the edge hears nothing break. Should it come back, its next request begins anew.
    addEventListener("pagehide", this.#bye);
  }

  send(text) {
    this.#waiting.push(text);
    if (!this.#carries) this.#request?.abort();
  }

  close() {
    if (this.readyState === 1) this.#bye();
    this.#end();
  }

  // Tries out beside this line whether a socket gets through; if one does, it says "socket", as if the edge had.
  probe() {
    const socket = new WebSocket(this.#http.replace(/^http/, "ws"));
    socket.onopen = () => socket.send("ping");
    socket.onmessage = () => {
      socket.close();
      this.#say("socket");
    };
  }

  #bye = () => this.#post([this.#hello, "bye"], { keepalive: true }).catch(() => {});

  async #run() {
    try {
      for (this.readyState ||= 1; this.readyState === 1; ) await this.#ask();
    } catch {
      if (this.readyState === 1) {
        this.#end();
        this.onclose?.(new Event("close"));
      }
    }
  }

  async #ask() {
    if (this.#stale) {
      const waiting = this.#waiting;
      this.#waiting = [];
      this.onopen?.(new Event("open"));
      [this.#hello] = this.#waiting;
      this.#waiting = waiting;
      this.#stale = false;
    }
    const frames = this.#waiting.splice(0, AT_ONCE);
    this.#carries = frames.length;
    this.#request = new AbortController();
    let answer, text;
    try {
      answer = await this.#post([this.#hello, ...frames], { signal: this.#request.signal });
      text = await answer.text();
    } catch (error) {
      // Given up by `send`; anything else is a line that broke.
      if (this.#waiting.length && !this.#carries) return;
      throw error;
    }
    // A page that a network puts in the way is no answer.
    if (!/ndjson/.test(answer.headers.get("content-type"))) throw text;
    this.#had++;
    this.#stale = true;
    for (const frame of text ? text.split("\n") : ["pong"]) this.#say(frame);
    if (!answer.ok) throw text;
  }

  #post(frames, options) {
    const place = `?line=${this.#line}&r=${++this.#asked}&n=${this.#had}`;
    return fetch(this.#http + place, { method: "POST", body: frames.join("\n"), ...options });
  }

  #say(data) {
    if (this.readyState === 1) this.onmessage?.(new MessageEvent("message", { data }));
  }

  #end() {
    this.readyState = 3;
    removeEventListener("pagehide", this.#bye);
    this.#request?.abort();
  }
}
