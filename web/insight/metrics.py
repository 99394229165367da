"""What a monitoring system may know: how many, how long, what is up. No place, no language."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from conversations.facts import SAFETY, UNAVAILABLE
from conversations.tally import Tally

UP = "up"
TURNS = frozenset({"/", "/api/v1/chat"})  # a POST to these is a turn
TOO_MANY = 429
BUCKETS_S = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
UNANSWERED = (UNAVAILABLE[1], "failed")


@dataclass
class Meter:
    """Measures the answers of the public app, in a registry of its own: no label of the process,
    its Python or its machine."""

    registry: CollectorRegistry = field(
        default_factory=lambda: CollectorRegistry(auto_describe=True)
    )

    def __post_init__(self) -> None:
        self._seconds = Histogram(
            "pathways_turn_duration_seconds",
            "Time from a message to its answer.",
            buckets=BUCKETS_S,
            registry=self.registry,
        )
        self._responses = Counter(
            "pathways_http_responses",
            "Answers of the public app, by the class of their status.",
            ["status_class"],
            registry=self.registry,
        )
        self._limited = Counter(
            "pathways_rate_limited",
            "Requests refused because their address sent too many.",
            registry=self.registry,
        )
        for status_class in ("2xx", "3xx", "4xx", "5xx"):
            self._responses.labels(status_class)

    def answered(self, status: int, turn_s: float | None) -> None:
        """Note one answer; `turn_s`: how long it took, if it was a turn's."""
        self._responses.labels(f"{status // 100}xx").inc()
        if status == TOO_MANY:
            self._limited.inc()
        elif turn_s is not None:
            self._seconds.observe(turn_s)


class Metered:
    """Tells a meter of every answer of the app within."""

    def __init__(self, app: ASGIApp, meter: Meter) -> None:
        self._app = app
        self._meter = meter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        is_turn = scope["method"] == "POST" and scope["path"] in TURNS

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                took_s = time.perf_counter() - began
                self._meter.answered(message["status"], took_s if is_turn else None)
            await send(message)

        await self._app(scope, receive, sending)


@dataclass(frozen=True, eq=False)  # a registry keeps its collectors by identity
class Totals(Collector):
    """Reads what the talks counted and which parts are up, at the moment of asking."""

    tally: Tally
    parts: Callable[[], Mapping[str, str]]

    def collect(self) -> Iterator[Metric]:
        turns = CounterMetricFamily(
            "pathways_turns", "Turns of talks, by what came of them.", labels=["outcome"]
        )
        for outcome, number in self._turns().items():
            turns.add_metric([outcome], number)
        yield turns
        parts = GaugeMetricFamily("pathways_part_up", "1: this part is up.", labels=["part"])
        for name, state in self.parts().items():
            parts.add_metric([name], float(state == UP))
        yield parts

    def _turns(self) -> dict[str, int]:
        unanswered = {name: self.tally.ever("fallback", name) for name in UNANSWERED}
        settled = self.tally.ever("intent") + self.tally.ever("fallback")
        answered = settled - sum(unanswered.values())
        return {"answered": answered, "safety": self.tally.ever(*SAFETY), **unanswered}


def exposition(meter: Meter, totals: Totals) -> bytes:
    """Write everything in the text format of Prometheus."""
    now = CollectorRegistry()
    now.register(totals)
    return generate_latest(meter.registry) + generate_latest(now)
