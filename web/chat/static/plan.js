/* Makes a plan handier: print, copy, the device's own share sheet, a code out of a link. All of it is extra. */
"use strict";
(() => {
  const all = (selector) => document.querySelectorAll(selector);

  /* The code of a link stands behind its #, where no server sees it. It leaves the address bar too. */
  const field = document.querySelector("#plan-code");
  const brought = decodeURIComponent(location.hash.slice(1));
  if (field && /^[0-9A-Za-z -]{20,60}$/.test(brought)) {
    field.value = brought;
    history.replaceState(null, "", location.pathname + location.search);
    const told = document.querySelector("[data-filled]");
    told.textContent = told.dataset.filled;
    field.form.querySelector("button").focus();
  }

  for (const button of all("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  for (const button of all("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.closest("section").querySelector("[data-told]").textContent = button.dataset.copied;
      button.classList.add("done");
    });
  }

  for (const button of all("[data-share]")) {
    if (!navigator.share) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      const handed = { title: button.dataset.title, text: button.dataset.share };
      navigator.share(handed).catch(() => {}); // closed without sharing
    });
  }
})();
