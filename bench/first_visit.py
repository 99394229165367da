"""How soon a first visit is seen, how quick the page is: `python -m bench.first_visit`.

Chromium is slowed to 1.6 Mbit/s and 150 ms there and back, an ordinary phone on an ordinary day.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.measuring import kept, machine
from evaluation.product import start

ROUNDS = 7
PHONE = {"width": 360, "height": 740}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
BYTES_A_SECOND = 1_600_000 / 8
SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": BYTES_A_SECOND,
    "uploadThroughput": BYTES_A_SECOND / 2,
}
TARGETS = {"lcp_ms": 1_000, "cls": 0, "inp_ms": 100, "kb": 50, "requests": 6}
MESSAGE = "im 19, left school after 10th grade, live in milwaukee, i like working with my hands"

OBSERVED = """
  window.seen = { lcp: 0, cls: 0, inp: 0 };
  const watch = (type, note, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note))
      .observe({ type, buffered: true, ...more });
  watch("largest-contentful-paint", (one) => (seen.lcp = one.startTime));
  watch("layout-shift", (one) => (seen.cls += one.hadRecentInput ? 0 : one.value));
  watch("event", (one) => { if (one.interactionId) seen.inp = Math.max(seen.inp, one.duration); },
    { durationThreshold: 16 });
"""


def visited(browser: Browser, url: str) -> dict[str, float]:
    """Visit once with an empty cache, talk a little, and return what the browser saw."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW)
    sizes: list[float] = []
    network.on("Network.loadingFinished", lambda one: sizes.append(one["encodedDataLength"]))
    page.add_init_script(OBSERVED)
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    first = page.evaluate("({ ...seen })")
    weight = {"kb": sum(sizes) / 1024, "requests": len(sizes)}
    touched(page)
    inp_ms = page.evaluate("seen.inp")
    context.close()
    return {"lcp_ms": first["lcp"], "cls": first["cls"], "inp_ms": inp_ms, **weight}


def touched(page: Page) -> None:
    """Type, send, tick, unfold, rate, open the menu: what a visit is made of."""
    page.locator("#message").press_sequentially(MESSAGE, delay=20)
    page.keyboard.press("Enter")
    page.locator(".exchange .card").first.wait_for()
    for wanted in ("[name=pick]", ".more > summary", ".sources > summary", "[name=rating]"):
        page.locator(wanted).first.click()
    page.locator(".menu > summary").click()
    page.wait_for_timeout(500)


def figures(rounds: list[dict[str, float]]) -> dict[str, float]:
    """Return the middle of each figure and the worst of the interactions."""
    middle = {name: round(statistics.median(one[name] for one in rounds), 3) for name in rounds[0]}
    return {**middle, "worst_inp_ms": max(one["inp_ms"] for one in rounds)}


def main() -> None:
    """Start the product of this checkout, visit it several times, and keep the figures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("Chromium is not installed: apt-get install chromium")
    about: dict[str, Any] = machine()
    with tempfile.TemporaryDirectory() as home:
        product = start(Path(home), {})
        try:
            product.wait_until_ready()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
                rounds = [visited(browser, product.url) for _ in range(ROUNDS)]
                browser.close()
        finally:
            product.end()
    kept(
        "first_visit",
        {
            "measured_on": time.strftime("%Y-%m-%d"),
            "machine": about,
            "network": "1.6 Mbit/s, 150 ms",
            "rounds": ROUNDS,
            "targets": TARGETS,
            **figures(rounds),
        },
    )


if __name__ == "__main__":
    main()
