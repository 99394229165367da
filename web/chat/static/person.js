/* Printing and copying the sheet need a script; without one the browser's own menu does both. */
"use strict";
(() => {
  const copy = document.querySelector("#copy");
  const print = document.querySelector("#print");
  const text = () =>
    Array.from(document.querySelectorAll("#sheet section"), (part) =>
      Array.from(part.querySelectorAll("p"), (line) => line.textContent.trim()).join("\n"),
    ).join("\n\n");

  print.hidden = false;
  print.addEventListener("click", () => window.print());
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    const told = await navigator.clipboard.writeText(text()).then(
      () => copy.dataset.done,
      () => copy.dataset.failed,
    );
    document.querySelector("#copied").textContent = told;
  });
})();
