/* Small kindnesses on the pages of staff; every one of them works without it. */
"use strict";
(() => {
  const field = document.querySelector("[data-from-fragment]");
  if (field && location.hash.length > 1) {
    field.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
  }
})();
