/* Makes the talk quicker and kinder. Every form and link works without it; it only saves the reload. */
"use strict";
(() => {
  const SLOW_MS = 3000;
  const GIVE_UP_MS = 20000;
  const find = (selector, within = document) => within.querySelector(selector);
  const wide = () => matchMedia("(min-width: 60rem)").matches;
  const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

  function closeMenu(back) {
    const menu = find(".menu[open]");
    if (!menu) return;
    menu.open = false;
    if (back) find("summary", menu).focus();
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenu(true);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".menu")) closeMenu(false);
  });

  const log = find("#log");
  if (!log) return;
  const words = find("#words").dataset;
  const field = find("#message");
  let busy = false;
  let opener = null;

  function made(tag, name, text) {
    const element = document.createElement(tag);
    element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  const newId = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  async function asked(address, options) {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), GIVE_UP_MS);
    const headers = { "X-Fragment": "1", Accept: "text/html" };
    try {
      const answer = await fetch(address, { ...options, headers, signal: giveUp.signal });
      const page = parsed(await answer.text());
      const part = find("template", page);
      if (!part) throw new Error(find("[data-problem] p", page)?.textContent || "");
      return part;
    } finally {
      clearTimeout(timer);
    }
  }

  /* What the person said stands at once; the answer takes the place of the dots. */
  function begun(text) {
    const exchange = made("article", "exchange");
    const you = made("div", "you");
    you.append(made("h2", "who", words.you), made("p", "", text));
    exchange.append(you, made("div", "guide"));
    exchange.tabIndex = -1;
    find(".hello", log)?.remove();
    find("#talk").classList.remove("fresh");
    log.append(exchange);
    exchange.scrollIntoView();
    return exchange;
  }

  function waiting(guide) {
    const line = made("p", "thinking");
    const told = made("span", "", words.thinking);
    line.append(made("i", ""), made("i", ""), made("i", ""), told);
    guide.replaceChildren(made("h2", "who", words.guide), line);
    return setTimeout(() => (told.textContent = words.slow), SLOW_MS);
  }

  function failed(guide, reason, again) {
    const notice = made("div", "notice");
    const retry = made("button", "button", words.retry);
    retry.type = "button";
    retry.addEventListener("click", again);
    notice.append(made("p", "", navigator.onLine ? reason || words.down : words.offline), retry);
    guide.replaceChildren(made("h2", "who", words.guide), notice);
    addEventListener("online", () => retry.isConnected && again(), { once: true });
  }

  async function send(body, pending) {
    const guide = find(".guide", pending);
    const slow = waiting(guide);
    busy = true;
    log.setAttribute("aria-busy", "true");
    try {
      put(await asked("/", { method: "POST", body }), pending);
    } catch (error) {
      const reason = error.name === "Error" ? error.message : "";
      failed(guide, reason, () => busy || send(body, pending));
    } finally {
      clearTimeout(slow);
      busy = false;
      log.removeAttribute("aria-busy");
    }
  }

  function put(template, pending) {
    document.dispatchEvent(new CustomEvent("answered", { detail: template.dataset }));
    const fragment = template.content;
    const unkept = template.hasAttribute("data-unkept");
    if (!unkept && template.dataset.language !== document.documentElement.lang) {
      location.hash = "latest";
      return location.reload(); // the whole page then speaks the language of the answer
    }
    find("#latest")?.removeAttribute("id");
    for (const part of fragment.querySelectorAll("[data-part]")) {
      document.getElementById(part.id)?.replaceWith(part);
    }
    const draft = find("[data-draft]", fragment);
    if (draft && !field.value) field.value = draft.textContent;
    shown(find(".exchange", fragment), pending);
  }

  /* Cards come in a moment after their sentence, in a place that is not read out loud by itself. */
  function shown(exchange, pending) {
    const places = [...exchange.querySelectorAll("[data-quiet]")];
    const cards = places.map((place) => [...place.childNodes]);
    places.forEach((place) => place.replaceChildren());
    const focused = document.activeElement === document.body || pending.contains(document.activeElement);
    pending.replaceWith(exchange);
    if (focused) exchange.focus({ preventScroll: true });
    requestAnimationFrame(() => {
      places.forEach((place, at) => place.append(...cards[at]));
      exchange.scrollIntoView();
      showBeside();
    });
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    if (form.method !== "post" || new URL(form.action).pathname !== "/") return;
    event.preventDefault();
    const typed = form.id === "compose" && field.value.trim();
    const text = typed || button?.dataset.say || button?.textContent.trim();
    if (busy || (form.id === "compose" && !typed)) return;
    const body = new FormData(form, button);
    if (!form.hasAttribute("data-again")) body.set("message_id", newId());
    closeMenu(false);
    button?.closest(".edit")?.removeAttribute("open");
    log.querySelectorAll(".quick").forEach((old) => old.remove());
    const again = form.closest(".exchange");
    const pending = again || begun(text);
    if (typed) field.value = "";
    send(body, pending);
  });

  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    field.form.requestSubmit();
  });

  /* Ladders open in place: beside the talk where there is room, else below their card. */
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) return shut();
    const link = event.target.closest("a[data-ladder]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link).catch(() => location.assign(link.href));
  });

  async function open(link, quietly) {
    const ladder = (await asked(link.href)).content.firstElementChild;
    const shown = find("[data-opened]");
    ladder.dataset.opened = "";
    if (shown?.contains(link)) shown.replaceWith(ladder);
    else {
      shown?.remove();
      opener = link;
      const beside = find("#ladder-beside");
      if (wide()) beside.append(ladder);
      else (link.closest(".card, .ladder") || beside).after(ladder);
    }
    if (quietly) return;
    const title = find("h3, h2", ladder);
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    ladder.scrollIntoView({ block: wide() ? "nearest" : "start" });
  }

  function shut() {
    find("[data-opened]").remove();
    if (opener?.isConnected) opener.focus();
  }

  function showBeside() {
    const links = log.querySelectorAll(".exchange:last-child .card a[data-ladder]");
    if (wide() && links.length) open(links[0], true).catch(() => {});
  }

  if (location.hash === "#latest") find("#latest")?.focus({ preventScroll: true });
  showBeside();
})();
