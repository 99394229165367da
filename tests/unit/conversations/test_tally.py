"""Counts are added up in memory, by day, from any thread, and handed over once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

from conversations.tally import Tally

FACT = ("thumb", "up")
DAY = date(2026, 11, 28)


def a_tally() -> Tally:
    return Tally(lambda: datetime(2026, 11, 28, 23, 59, tzinfo=UTC))


def test_what_is_taken_is_not_taken_again() -> None:
    tally = a_tally()
    tally.add([FACT, FACT, ("thumb", "down")])
    assert tally.take() == {(DAY, "thumb", "up"): 2, (DAY, "thumb", "down"): 1}
    assert tally.take() == {}


def test_what_could_not_be_written_down_is_added_to_what_came_since() -> None:
    tally = a_tally()
    tally.add([FACT])
    taken = tally.take()
    tally.add([FACT])
    tally.put_back(taken)
    assert tally.take() == {(DAY, "thumb", "up"): 2}


def test_totals_since_the_start_stay_when_the_rest_is_taken() -> None:
    tally = a_tally()
    tally.add([FACT, ("thumb", "down")])
    tally.take()
    assert (tally.ever("thumb"), tally.ever("thumb", "up"), tally.ever("visit")) == (2, 1, 0)


def test_threads_lose_nothing() -> None:
    tally = a_tally()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: tally.add([FACT]), range(800)))
    assert tally.take() == {(DAY, "thumb", "up"): 800}
