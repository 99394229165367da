/* In a frame on another site: hears when it is opened, says when it is to be closed or has an answer to read. */
"use strict";
(() => {
  const { origins, talk } = document.body.dataset;
  const hosts = [location.origin, ...origins.split(" ").filter(Boolean)];
  const resumed = document.body.hasAttribute("data-resumed");
  let host = null; // the one origin that opened us, and the only one we answer
  let open = false;

  const tell = (said) => host && parent.postMessage({ pathways: said }, host);

  addEventListener("message", ({ origin, source, data }) => {
    if (source !== parent || source === window || !hosts.includes(origin)) return;
    if (data?.pathways === "close") open = false;
    if (data?.pathways !== "open") return;
    [host, open] = [origin, true];
    if (data.focus) focusTalk();
  });

  /* A field in focus calls up a phone's keyboard over the page before anyone has read it. */
  function focusTalk() {
    const field = matchMedia("(pointer: fine)").matches && document.querySelector("#message");
    (field || document.querySelector("#main")).focus({ preventScroll: true });
  }

  addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && !document.querySelector(".menu[open]")) tell("close");
    },
    true, // before the menu is closed by the same key
  );

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.target || link.pathname.startsWith("/embed") || link.hasAttribute("data-ladder")) return;
    link.target = "_blank"; // no other page of ours may stand in this frame
    link.rel = "noreferrer"; // there it is a page like any other
  });

  /* Where the browser keeps no cookie for this frame, the frame keeps the key of its talk, for this tab. */
  const KEPT = "pathways-talk";
  const kept = {
    get: () => {
      try {
        return JSON.parse(sessionStorage.getItem(KEPT)) || {};
      } catch {
        return {};
      }
    },
    set: (talk, language) => {
      try {
        if (talk) sessionStorage.setItem(KEPT, JSON.stringify({ talk, language }));
        else sessionStorage.removeItem(KEPT);
      } catch {
        /* storage is shut off: the talk lasts as long as this page */
      }
    },
  };

  let key = talk || kept.get().talk || "";
  addEventListener("formdata", (event) => key && event.formData.set("talk", key));
  document.addEventListener("answered", ({ detail }) => {
    if (detail.talk) kept.set((key = detail.talk), detail.language);
    if (!open) tell("unread");
  });

  function resume({ talk, language }) {
    const form = document.createElement("form");
    const address = new URL(location.href);
    address.searchParams.set("tongue", language);
    Object.assign(form, { method: "post", action: address.pathname + address.search, hidden: true });
    form.append(Object.assign(document.createElement("input"), { name: "talk", value: talk }));
    document.body.append(form);
    form.submit();
  }

  if (resumed) history.replaceState(null, "", location.href); // loaded anew, it is asked for and not sent
  const gone = new URLSearchParams(location.search).has("forgotten");
  if (talk) kept.set(talk, document.documentElement.lang);
  else if (gone || resumed) kept.set((key = ""));
  else if (key && document.querySelector(".hello")) resume(kept.get());
})();
