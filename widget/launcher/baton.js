/*
 * Baton's launcher: the one tag on the host page.
 *
 *   <script async src="https://EDGE/baton.js" data-site="SITE"></script>
 *
 * It draws the button, and on the first sign of interest creates a frame from EDGE in which the widget runs. Optional
 * on the tag: data-accent="#0a7a4b" (the button's colour), data-theme="light|dark" (otherwise the page's own
 * data-theme on <html>, otherwise the system's).
 *
 * To call Baton(...) before this file has arrived, put a stub in front of the tag; calls wait in its queue:
 *
 *   window.Baton = window.Baton || function () { (Baton.q = Baton.q || []).push(arguments) };
 *
 * Calls: Baton("open"), Baton("close"), Baton("identify", {token}), Baton("reset"), Baton("page", {url, title}),
 * Baton("on", "open|close|message|escalated|agent_joined|closed", callback).
 *
 * What the page can rely on: no inline styles and no markup from strings (strict CSPs and Trusted Types hold), none of
 * the page's functions or handlers replaced, every message checked by origin and source, nothing of the conversation
 * readable from here. At most 2 KB, brotli: the test command fails above that.
 */
(() => {
  const win = window;
  const doc = document;
  const before = win.Baton || {};
  const tag = doc.currentScript || doc.querySelector("script[data-site]");
  // A second copy of the tag, or a page that swaps its body and so runs the tag again: the first one stays.
  if (before.on) return;

  const { site, accent, theme } = tag.dataset;
  const edge = new URL(tag.src).origin;
  const key = "baton:" + site;
  const listeners = {};
  let opened = false;
  let unread = 0;
  let here = location.href;
  let root, frame, ready, patience, token, page;

  // Reads; writes when given a value; an empty one removes. Storage may be forbidden on the page: then the frame's own
  // memory is all there is.
  const stored = (name, value) => {
    try {
      if (value != null) localStorage[value ? "setItem" : "removeItem"](name, value);
      return localStorage.getItem(name);
    } catch {}
  };
  const dress = (element, attributes) => {
    for (const name in attributes) element.setAttribute(name, attributes[name]);
  };
  const put = (parent, name, attributes) => {
    const element = doc.createElement(name);
    dress(element, attributes);
    parent.append(element);
    return element;
  };

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{all:initial!important;--a:light-dark(#1a56db,#8ab0ff);--i:light-dark(#fff,#0b1220)}
button,div,p{position:fixed;z-index:2147483000;inset-inline-end:20px;bottom:92px;margin:0;border:0;color:canvastext;background:canvas;box-shadow:0 0 0 1px #8883,0 8px 32px #0003;font:600 13px/18px system-ui}
button{bottom:20px;width:56px;height:56px;padding:0;border-radius:50%;background:var(--a);color:var(--i);cursor:pointer}
button:focus-visible{outline:2px solid var(--a);outline-offset:2px}
button:before{content:"";display:block;width:22px;height:18px;margin:auto;box-sizing:border-box;border:2px solid;border-radius:7px 7px 7px 0}
[aria-expanded=true]:before{width:13px;height:13px;border-width:0 2px 2px 0;border-radius:0;transform:translateY(-3px)rotate(45deg)}
b{position:absolute;top:-4px;inset-inline-end:-4px;padding:2px 8px;border-radius:11px;color:canvas;background:canvastext}
p{padding:12px 16px;border-radius:12px}
p:empty,b:empty{display:none}
div{width:400px;height:640px;max-height:calc(var(--h,100dvh) - 112px);overflow:hidden;border-radius:14px;visibility:hidden;opacity:0;transition:opacity .14s ease-out}
.on{visibility:visible;opacity:1}
iframe{width:100%;height:100%;border:0;opacity:0}
.live iframe{opacity:1}
@media(max-width:479px){div{inset:var(--y,0) 0 auto;width:100%;height:var(--h,100dvh);max-height:none;border-radius:0}.on.up~button{visibility:hidden}}
@media(prefers-reduced-motion){div{transition:none}}`);
  const set = (name, value) => sheet.cssRules[0].style.setProperty(name, value, "important");
  if (accent) {
    set("--a", accent);
    // Dark ink on a light accent, white on a dark one.
    set("--i", "oklch(from var(--a) clamp(0,(.68 - l)*99,1) 0 0)");
  }

  const host = doc.createElement("baton-chat");
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [sheet];
  const panel = put(shadow, "div");
  const note = put(shadow, "p", { role: "status" });
  const button = put(shadow, "button");
  const badge = put(button, "b");

  const draw = () => {
    panel.classList.toggle("on", opened);
    badge.textContent = opened || !unread ? "" : unread;
    dress(button, {
      "aria-expanded": opened,
      "aria-label": (opened ? "Close chat" : "Open chat") + (unread ? `, ${unread} unread` : ""),
    });
  };
  const emit = (name, detail) => listeners[name]?.map((callback) => callback(detail));
  const send = (type, more) => ready && frame.contentWindow.postMessage({ baton: 1, type, ...more }, edge);

  const look = () => theme || root.dataset.theme;
  const tint = () => {
    set("color-scheme", look() || "light dark");
    send("theme", { theme: look() });
  };
  const where = () => ({ page: { url: location.href, title: doc.title, referrer: doc.referrer, ...page } });
  // Applications change the address without loading a page; the title usually follows a moment later. A browser
  // without the Navigation API tells at the next opening: the page's own history functions are left alone.
  const moved = () => {
    if (here != (here = location.href)) {
      page = 0;
      setTimeout(() => send("page", where()), 300);
    }
  };

  const unreachable = () => {
    if (opened) note.textContent = "Chat can't be reached right now";
    show(false);
    frame.remove();
    frame = 0;
    console.warn(`Baton: no answer from ${edge}. Is ${location.origin} in the site's list of origins?`);
  };
  const load = () => {
    if (frame) return;
    note.textContent = "";
    ready = false;
    panel.className = "";
    frame = put(panel, "iframe", { title: "Chat", src: `${edge}/frame/${site}#${location.origin}` });
    patience = setTimeout(unreachable, 8e3);
  };
  const show = (want) => {
    if (want == opened) return;
    if (want) load();
    opened = want;
    draw();
    send("visible", { visible: want, ...where() });
    (want ? frame : button).focus();
    emit(want ? "open" : "close");
  };

  const told = {
    ready() {
      ready = true;
      // From here on the frame has a way to close of its own.
      panel.classList.add("up");
      send("init", { ...where(), token, resume: stored(key), theme: look(), lang: root.lang, visible: opened });
    },
    close: () => show(false),
    unread({ count }) {
      unread = count;
      draw();
    },
    resume: ({ value }) => stored(key, value || ""),
    live: ({ value }) => stored(key + ":live", value ? 1 : ""),
    event: ({ name, detail }) => emit(name, detail),
    warn: ({ value }) => console.error("Baton: " + value),
  };
  const hear = ({ origin, source, data }) => {
    if (!frame || origin != edge || source != frame.contentWindow || data?.baton != 1) return;
    clearTimeout(patience);
    panel.classList.add("live");
    told[data.type]?.(data);
  };

  const Baton = (win.Baton = (name, ...rest) => Baton[name]?.(...rest));
  Object.assign(Baton, {
    open: () => show(true),
    close: () => show(false),
    identify(who) {
      token = who?.token;
      send("identify", { token });
    },
    reset() {
      // A dash until the frame has forgotten too, on whichever page it is loaded next.
      token = stored(key + ":live", stored(key, "-") && "");
      send("reset");
    },
    page(what) {
      page = what;
      send("page", where());
    },
    on: (name, callback) => (listeners[name] ||= []).push(callback),
  });

  button.onpointerenter = button.onfocus = load;
  button.onclick = () => show(!opened);
  // Returns nothing: a handler that returns false would cancel every other key.
  button.onkeydown = (e) => {
    if (e.key == "Escape") show(false);
  };

  // A phone's keyboard shrinks what is visible, not the page: the panel follows what is visible.
  const view = visualViewport;
  view.onresize = view.onscroll = () => {
    set("--h", view.height + "px");
    set("--y", view.offsetTop + "px");
  };

  // On <html>, not in <body>: pages that swap their body keep the button, and the frame is not loaded anew. A page that
  // replaces <html>, or is written anew, gets it again; listening twice is listening once.
  const attach = () => {
    root = doc.documentElement;
    [doc, root].map((node) => observer.observe(node, { childList: true, attributeFilter: ["data-theme"] }));
    addEventListener("message", hear);
    if (!host.isConnected) {
      ready = false;
      root.append(host);
    }
    tint();
  };
  const observer = new MutationObserver(attach);
  win.navigation?.addEventListener("currententrychange", moved);

  attach();
  draw();
  before.q?.map((call) => Baton(...call));
  // Somebody is being waited for: listen for the reply without being asked.
  if (stored(key + ":live")) (win.requestIdleCallback || setTimeout)(load);
})();
