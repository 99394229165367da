/* Shows the guide on any site: a button and a panel, out of reach of the site's styles. See docs/website-owners.md. */
(() => {
  "use strict";
  if (window.Pathways) return; // included twice
  const tag = document.currentScript || document.querySelector('script[src*="/widget.js"]');
  const { site = "", lang = "" } = tag.dataset;
  const guide = new URL(tag.src).origin;
  const kept = `pathways-open ${site}`;
  const query = new URLSearchParams({ site, lang, page: document.documentElement.lang });

  const made = (name, settings, ...children) => {
    const element = Object.assign(document.createElement(name), settings);
    element.append(...children);
    return element;
  };

  const remember = (open) => {
    try {
      if (open === undefined) return sessionStorage.getItem(kept);
      if (open) sessionStorage.setItem(kept, "1");
      else sessionStorage.removeItem(kept);
    } catch {
      /* storage is shut off: the next page begins closed */
    }
  };

  const look = ({ background, label, corner }) => `
:host { all: initial !important; }
* { box-sizing: border-box; font: 600 16px/1.3 system-ui, sans-serif; }
button { min-width: 44px; min-height: 44px; border: 2px solid; cursor: pointer; background: ${background}; color: ${label}; }
button:focus-visible { outline: 3px solid ${label}; outline-offset: -6px; }
.launcher { position: fixed; z-index: 2147483000; bottom: 16px; ${corner}: 16px; max-width: calc(100vw - 32px);
  padding: 10px 20px; border-radius: 26px; box-shadow: 0 2px 8px #0006; }
.launcher.unread::after { content: ""; position: absolute; top: -4px; right: -4px; width: 18px; height: 18px;
  border: 3px solid ${background}; border-radius: 50%; background: ${label}; }
dialog { position: fixed; z-index: 2147483000; inset: auto; bottom: 80px; ${corner}: 16px; width: 400px; height: min(680px, 100vh - 96px);
  max-width: none; max-height: none; margin: 0; padding: 0; overflow: hidden; border: 2px solid ${background}; border-radius: 12px; background: ${background}; box-shadow: 0 8px 32px #0006; }
dialog[open] { display: flex; flex-direction: column; }
.bar { display: flex; align-items: center; justify-content: space-between; padding: 2px 2px 2px 16px; color: ${label}; }
.bar button { border-color: transparent; border-radius: 10px; font-size: 24px; }
iframe { flex: 1; width: 100%; min-height: 0; border: 0; background: Canvas; }
@media (max-width: 40rem), (max-height: 30rem) {
  dialog { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0; }
}
@media (forced-colors: active) { .bar button, .launcher.unread::after { border-color: ButtonText; } }
@media print { :host { display: none !important; } }`;

  const dressed = (root, css) => {
    if ("adoptedStyleSheets" in root) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
    } else root.append(made("style", { textContent: css }));
  };

  function built({ words, frame, ...theme }) {
    const host = document.createElement("pathways-guide");
    const root = host.attachShadow({ mode: "open" });
    const launcher = made("button", { type: "button", className: "launcher", textContent: words.greeting });
    const shut = made("button", { type: "button", ariaLabel: words.close, textContent: "×" });
    const bar = made("div", { className: "bar" }, made("span", { textContent: words.title }), shut);
    const panel = made("dialog", { id: "panel", ariaLabel: words.title }, bar);
    let inside = null;
    let loaded = false;

    const tell = (said, focus) => loaded && inside.contentWindow.postMessage({ pathways: said, focus }, guide);

    const unread = (is) => {
      launcher.classList.toggle("unread", is);
      launcher.textContent = is ? words.unread : words.greeting;
    };

    const open = (focus) => {
      if (panel.open) return;
      if (!inside) {
        inside = made("iframe", { title: words.title, src: guide + frame });
        inside.addEventListener("load", () => {
          loaded = true;
          if (panel.open) tell("open", focus);
        });
        panel.append(inside);
      }
      if (!focus) panel.setAttribute("open", ""); // come back to on a next page: the focus stays there
      else if (matchMedia("(max-width: 40rem), (max-height: 30rem)").matches) panel.showModal();
      else panel.show();
      if (focus) inside.focus();
      launcher.ariaExpanded = "true";
      unread(false);
      remember(true);
      tell("open", focus);
    };

    const close = () => panel.open && panel.close();
    panel.addEventListener("close", () => {
      launcher.ariaExpanded = "false";
      remember(false);
      tell("close");
      launcher.focus();
    });
    root.addEventListener("keydown", (event) => event.key === "Escape" && close());
    shut.addEventListener("click", close);
    launcher.addEventListener("click", () => (panel.open ? close() : open(true)));
    addEventListener("message", ({ origin, source, data }) => {
      if (origin !== guide || !inside || source !== inside.contentWindow) return;
      if (data?.pathways === "close") close();
      if (data?.pathways === "unread" && !panel.open) unread(true);
    });

    launcher.ariaExpanded = "false";
    launcher.setAttribute("aria-controls", "panel");
    dressed(root, look(theme));
    root.append(made("aside", { ariaLabel: words.title }, launcher), panel);
    document.documentElement.append(host); // beside the body, which single-page sites exchange
    if (remember()) open(false);
    return { open, close };
  }

  const ready = fetch(`${guide}/embed/launcher?${query}`, { credentials: "omit" })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(built);
  ready.catch((reason) => console.warn(`Pathways: the guide at ${guide} is not open to this site (${reason}).`));
  window.Pathways = {
    open: () => ready.then((it) => it.open(true)),
    close: () => ready.then((it) => it.close()),
  };
})();
