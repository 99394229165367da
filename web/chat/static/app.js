/* Makes the talk quicker and kinder. Every form and link works without it; it only saves the reload. */
"use strict";
(() => {
  const SLOW_MS = 3000;
  const GIVE_UP_MS = 20000;
  const MOST_PICKED = 3;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
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
  const told = find("#words");
  const words = told.dataset;
  const field = find("#message");
  let busy = false;
  let opener = null;

  /* What is not sent or not answered yet outlives a reload in this tab, and nothing else does. */
  const kept = {
    get: (name) => {
      try {
        return JSON.parse(sessionStorage.getItem(name));
      } catch {
        return null; // storage is shut off
      }
    },
    set: (name, value) => {
      try {
        if (value) sessionStorage.setItem(name, JSON.stringify(value));
        else sessionStorage.removeItem(name);
      } catch {
        /* storage is shut off: a reload then loses the draft, as it does everywhere */
      }
    },
  };

  function made(tag, name, text) {
    const element = document.createElement(tag);
    element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  const newId = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  function latest() {
    location.hash = "latest";
    location.reload();
  }

  async function asked(address, options) {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), GIVE_UP_MS);
    const headers = { "X-Fragment": "1", Accept: "text/html" };
    try {
      const answer = await fetch(address, { ...options, headers, signal: giveUp.signal });
      if (answer.redirected) return null; // the page here is out of date
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
    you.setAttribute("aria-live", "off"); // nobody needs their own words read back
    you.append(made("h2", "who", words.you), made("p", "", text));
    exchange.append(you, made("div", "guide"));
    exchange.tabIndex = -1;
    find(".hello", log)?.remove();
    find("#talk").classList.remove("fresh");
    all(".told", log).forEach((old) => old.remove());
    log.append(exchange);
    exchange.scrollIntoView();
    return exchange;
  }

  function waiting(guide) {
    const line = made("p", "thinking");
    const said = made("span", "", words.thinking);
    line.setAttribute("aria-live", "off");
    line.append(made("i", ""), made("i", ""), made("i", ""), said);
    guide.replaceChildren(made("h2", "who", words.guide), line);
    told.textContent = words.thinking;
    return setTimeout(() => (told.textContent = said.textContent = words.slow), SLOW_MS);
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
    kept.set("unsent", { fields: [...body], text: find(".you p", pending)?.textContent });
    try {
      const part = await asked("/", { method: "POST", body });
      kept.set("unsent", null);
      if (part) put(part, pending);
      else latest();
    } catch (error) {
      const reason = error.name === "Error" ? error.message : "";
      failed(guide, reason, () => busy || send(body, pending));
    } finally {
      clearTimeout(slow);
      told.textContent = "";
      busy = false;
      log.removeAttribute("aria-busy");
    }
  }

  function put(template, pending) {
    document.dispatchEvent(new CustomEvent("answered", { detail: template.dataset }));
    const fragment = template.content;
    const unkept = template.hasAttribute("data-unkept");
    if (!unkept && template.dataset.language !== document.documentElement.lang) {
      return latest(); // the whole page then speaks the language of the answer
    }
    find("#latest")?.removeAttribute("id");
    all("[data-undo]", log).forEach((old) => old.remove());
    for (const part of fragment.querySelectorAll("[data-part]")) {
      document.getElementById(part.id)?.replaceWith(part);
    }
    const draft = find("[data-draft]", fragment);
    if (draft && !field.value) {
      field.value = draft.textContent;
      kept.set("draft", field.value);
    }
    shown(find(".exchange", fragment), pending);
  }

  /* Only the answer is new to the ear. Its cards come in a moment later, in a place not read out. */
  function shown(exchange, pending) {
    const guide = find(".guide", exchange);
    const places = all("[data-quiet]", guide);
    const cards = places.map((place) => [...place.childNodes]);
    places.forEach((place) => place.replaceChildren());
    const focused = document.activeElement === document.body || pending.contains(document.activeElement);
    for (const { name, value } of exchange.attributes) pending.setAttribute(name, value);
    const [now, sent] = [find(".you p", exchange), find(".you p", pending)];
    if (now && sent && now.textContent !== sent.textContent) sent.textContent = now.textContent;
    find(".guide", pending).replaceWith(guide);
    if (focused) pending.focus({ preventScroll: true });
    requestAnimationFrame(() => {
      places.forEach((place, at) => place.append(...cards[at]));
      pending.scrollIntoView();
      showVoices(pending);
      showBeside();
    });
  }

  function said(event, form) {
    const button = event.submitter;
    event.preventDefault();
    const typed = form.id === "compose" && field.value.trim();
    const text = typed || button?.dataset.say || button?.textContent.trim();
    if (busy || (form.id === "compose" && !typed)) return;
    const body = new FormData(form, button);
    if (!form.hasAttribute("data-again")) body.set("message_id", newId());
    closeMenu(false);
    button?.closest(".edit")?.removeAttribute("open");
    all(".quick", log).forEach((old) => old.remove());
    const pending = form.closest("[data-again]")?.closest(".exchange") || begun(text);
    if (typed) {
      field.value = "";
      kept.set("draft", null);
    }
    if (form.hasAttribute("data-pick")) form.reset();
    send(body, pending);
  }

  /* A thumb and its reason change in place; where that fails, the form goes as it would without us. */
  async function thumbed(event, form) {
    const button = event.submitter;
    event.preventDefault();
    try {
      const part = await asked(form.action, { method: "POST", body: new FormData(form, button) });
      const place = form.closest("[data-after]") || form;
      const fresh = part.content.firstElementChild;
      const again = button?.value && find(`[value="${button.value}"]`, fresh);
      place.replaceWith(fresh);
      const wrong = find("[aria-invalid]", fresh);
      (wrong || again || find("summary, [aria-pressed=true]", fresh)).focus({ preventScroll: true });
      showVoices(fresh.closest(".exchange"));
    } catch {
      failed(form.closest(".guide").appendChild(made("div", "guide")), "", () => {
        find(".guide .guide", form.closest(".exchange"))?.remove();
        form.requestSubmit(button);
      });
    }
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const path = new URL(form.action).pathname;
    if (form.method !== "post") return;
    if (path === "/") said(event, form);
    if (path === "/feedback" && form.closest(".exchange")) thumbed(event, form);
    if (path === "/undo" && busy) event.preventDefault();
  });

  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    field.form.requestSubmit();
  });
  field.addEventListener("input", () => kept.set("draft", field.value));

  /* The state of the network is told once when it changes. */
  const network = () => (find("#net").textContent = navigator.onLine ? "" : words.noNetwork);
  addEventListener("online", network);
  addEventListener("offline", network);

  /* Two or three cards are ticked; the bar says how many are still wanted. */
  function picked(form) {
    const boxes = [...form.elements].filter((one) => one.name === "pick");
    const count = boxes.filter((box) => box.checked).length;
    boxes.forEach((box) => (box.disabled = !box.checked && count >= MOST_PICKED));
    find("p", form).textContent = form.dataset.pick.split("|")[count];
    form.classList.toggle("begun", count > 0);
    find("button", form).disabled = count === 1;
  }
  log.addEventListener("change", (event) => {
    if (event.target.name === "pick") picked(event.target.form);
  });
  log.addEventListener("reset", (event) => setTimeout(picked, 0, event.target));

  /* An answer is read out by the browser's own voice, when there is one of its language. */
  const speech = window.speechSynthesis;
  const voiceOf = (language) => speech?.getVoices().find((one) => one.lang.toLowerCase().startsWith(language));

  function showVoices(within) {
    for (const button of all("[data-listen]", within)) {
      button.hidden = !voiceOf(button.closest("[lang]").lang);
    }
  }

  function hushed() {
    speech.cancel();
    for (const button of all("[data-listen][aria-pressed=true]", log)) {
      button.setAttribute("aria-pressed", "false");
      [button.ariaLabel, button.dataset.stop] = [button.dataset.stop, button.ariaLabel];
      button.title = button.ariaLabel;
    }
  }

  function spoken(guide) {
    const parts = all(".say, .card h3, .card .verdict, .card .verdict ~ p:not(.steps)", guide);
    return parts.map((part) => part.innerText.trim()).filter(Boolean);
  }

  function readOut(button) {
    const language = button.closest("[lang]").lang;
    hushed();
    button.setAttribute("aria-pressed", "true");
    [button.ariaLabel, button.dataset.stop] = [button.dataset.stop, button.ariaLabel];
    button.title = button.ariaLabel;
    const lines = spoken(button.closest(".guide")).map((line) => {
      const utterance = new SpeechSynthesisUtterance(line);
      utterance.voice = voiceOf(language);
      utterance.lang = utterance.voice.lang;
      return utterance;
    });
    lines.at(-1).addEventListener("end", hushed);
    lines.forEach((line) => speech.speak(line));
  }

  if (speech) {
    log.addEventListener("click", (event) => {
      const button = event.target.closest("[data-listen]");
      if (!button) return;
      if (button.getAttribute("aria-pressed") === "true") hushed();
      else readOut(button);
    });
    speech.addEventListener?.("voiceschanged", () => showVoices(log));
    addEventListener("pagehide", () => speech.cancel());
    showVoices(log);
  }

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
    const opened = find("[data-opened]");
    ladder.dataset.opened = "";
    if (opened?.contains(link)) opened.replaceWith(ladder);
    else {
      opened?.remove();
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
    const links = all(".exchange:last-child .card a[data-ladder]", log);
    if (wide() && links.length) open(links[0], true).catch(() => {});
  }

  /* A page loaded anew: the newest answer in sight, the draft in the field, the unsent on its way. */
  function resumed() {
    const query = new URLSearchParams(location.search);
    if (query.has("forgotten")) ["draft", "unsent"].forEach((name) => kept.set(name, null));
    const told = query.has("forgotten") || query.has("undone");
    if (told && location.pathname === "/") history.replaceState(null, "", "/" + location.hash);
    network();
    field.value ||= kept.get("draft") || "";
    const unsent = kept.get("unsent");
    kept.set("unsent", null);
    const body = new FormData();
    unsent?.fields.forEach(([name, value]) => body.append(name, value));
    const there = all("[data-message]", log).find((one) => one.dataset.message === body.get("message_id"));
    if (unsent && !there) return send(body, begun(unsent.text));
    const [entry] = performance.getEntriesByType("navigation");
    const newest = find("#latest");
    if (location.hash === "#latest") newest?.focus({ preventScroll: true });
    if (newest && entry?.type !== "back_forward" && ["", "#latest"].includes(location.hash)) newest.scrollIntoView();
  }

  resumed();
  showBeside();
})();
