"""Counts in memory while turns go on; somebody else writes them down now and then."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from conversations.clock import Clock, system_clock

Fact = tuple[str, str]  # a topic, and what of it: codes of closed lists, never words of a person
Daily = Counter[tuple[date, str, str]]  # by day, topic and what


@dataclass
class Tally:
    """What happened in this process. Safe to call from many threads; it opens and waits for
    nothing, so it costs a turn next to no time."""

    clock: Clock = system_clock
    _pending: Daily = field(default_factory=Counter)
    _ever: Counter[Fact] = field(default_factory=Counter)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def add(self, facts: Iterable[Fact]) -> None:
        """Count each of these once, today."""
        today = self.clock().date()
        with self._guard:
            for topic, what in facts:
                self._pending[today, topic, what] += 1
                self._ever[topic, what] += 1

    def take(self) -> Daily:
        """Hand over what is not written down yet, and begin anew."""
        with self._guard:
            taken, self._pending = self._pending, Counter()
        return taken

    def put_back(self, taken: Daily) -> None:
        """Keep what could not be written down, for the next time."""
        with self._guard:
            self._pending.update(taken)

    def ever(self, topic: str, what: str | None = None) -> int:
        """Return how often it happened since this process began; without `what`, all of a topic."""
        with self._guard:
            if what is not None:
                return self._ever[topic, what]
            return sum(number for (of, _), number in self._ever.items() if of == topic)
