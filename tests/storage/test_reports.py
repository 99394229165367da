"""Reported mistakes are kept without contact details until somebody looked into them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from conversations.database import FILE, engine_for, sessions_of
from conversations.reports import Outcome, Reports, TooManyReports, UnknownReport
from conversations.setup import prepare
from tests.clocks import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def reports(tmp_path: Path, clock: Clock) -> Iterator[Reports]:
    prepare(tmp_path)
    engine = engine_for(tmp_path)
    yield Reports(sessions_of(engine), clock)
    engine.dispose()


def test_a_report_waits_until_it_is_closed_once(reports: Reports) -> None:
    reports.add("wrtp-big-step", "the phone is wrong", "en")
    (report,) = reports.waiting(10)
    reports.close(report.id, Outcome.MENDED, "ana")
    assert reports.waiting(10) == []
    assert reports.count_waiting() == 0
    with pytest.raises(UnknownReport):
        reports.close(report.id, Outcome.NOT_USABLE, "bo")


def test_contact_details_are_not_kept(reports: Reports) -> None:
    reports.add("x", "call me at 414-555-0100 or ana@mail.example", "en")
    (report,) = reports.waiting(10)
    assert "0100" not in report.text
    assert "ana@" not in report.text


def test_old_reports_leave_nothing_behind(reports: Reports, clock: Clock, tmp_path: Path) -> None:
    reports.add("x", "a word nobody else writes: zwergelstern", "en")
    reports.close(reports.waiting(1)[0].id, Outcome.MENDED, "ana")
    clock.put_on(days=91)
    reports.forget_old()
    for file in tmp_path.glob(f"{FILE}*"):
        assert b"zwergelstern" not in file.read_bytes()


def test_a_flood_is_turned_away(reports: Reports, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conversations.reports.MOST_WAITING", 2)
    reports.add("x", "one", "en")
    reports.add("x", "two", "en")
    with pytest.raises(TooManyReports):
        reports.add("x", "three", "en")
