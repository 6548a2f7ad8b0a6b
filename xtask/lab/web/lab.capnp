# The measurements on workerd: a Worker of their own, which is never deployed.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "lab", worker = .lab)],
  sockets = [(name = "http", http = (), service = "lab")],
);

const lab :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "lab-edge.js", esModule = embed "../../../target/xtask/lab-edge/lab-edge.js"),
    (name = "lab-edge.wasm", wasm = embed "../../../target/xtask/lab-edge/lab-edge.wasm"),
    (name = "page.html", text = embed "page.html"),
    (name = "lab-browser.js", text = embed "../../../target/xtask/lab-browser/lab-browser.js"),
    (name = "lab-browser.wasm", data = embed "../../../target/xtask/lab-browser/lab-browser.wasm"),
  ],
  # That of wrangler.toml.
  compatibilityDate = "2026-04-24",
);
