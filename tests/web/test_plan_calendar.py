"""The days of a plan as a calendar that phones take."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from fastapi import FastAPI
from icalendar import Calendar, Event

from tests.web.plan_boards import a_board
from web.chat.plans.calendar import calendar_of
from web.chat.plans.shaping import Board
from web.chat.plans.steps import PlanStep, Stage
from web.chat.services import Services

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


@pytest.fixture
def services(app: FastAPI) -> Services:
    found = app.state.services
    assert isinstance(found, Services)
    return found


def events(board: Board, key: str = "k", language: str = "en") -> list[Event]:
    calendar = Calendar.from_ical(calendar_of(board, key, language, NOW))
    return [part for part in calendar.walk("VEVENT") if isinstance(part, Event)]


def a_step(**changes: object) -> PlanStep:
    return PlanStep(**{"id": "a.apply", "text": "Apply.", "day": "2027-01-15", **changes})  # type: ignore[arg-type]


def of(*steps: PlanStep) -> Board:
    return Board(stages=(Stage(steps, "WRTP | BIG STEP", "wrtp-big-step"),))


def test_each_day_the_person_set_is_an_event_of_a_whole_day(services: Services) -> None:
    [event] = events(a_board(services))
    assert event["dtstart"].dt == date(2027, 1, 15)
    assert event["dtend"].dt == date(2027, 1, 16)
    assert event["summary"] == "WRTP | BIG STEP: Apply."
    assert "Milwaukee center" in event["description"]


def test_a_birthday_that_is_known_to_the_day_stands_in_it_one_known_by_month_does_not() -> None:
    assert [e["dtstart"].dt for e in events(of(a_step(day=None, opens="2027-03-09")))] == [
        date(2027, 3, 9)
    ]
    assert events(of(a_step(day=None, opens="2027-03"))) == []


def test_an_event_keeps_its_uid_in_every_language_and_on_every_day(services: Services) -> None:
    [english], [spanish] = events(a_board(services)), events(a_board(services, "es"), language="es")
    assert english["uid"] == spanish["uid"]
    later = a_board(services, dates={"wrtp-big-step.apply": "2027-02-01"})
    assert events(later)[0]["uid"] == english["uid"]
    assert events(a_board(services), "other plan")[0]["uid"] != english["uid"]


def test_what_a_text_holds_cannot_add_lines_to_the_calendar() -> None:
    hostile = "Call; ask, then\nBEGIN:VEVENT\r\nSUMMARY:x\\n " + "ñ" * 200
    [event] = events(of(a_step(text=hostile, details=(hostile,))))
    assert "ask, then" in event["summary"]
    written = calendar_of(of(a_step(text=hostile)), "k", "en", NOW)
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    assert written.count(b"\r\nBEGIN:VEVENT") == 1


def test_a_plan_without_days_is_an_empty_calendar() -> None:
    step = replace(a_step(), day=None)
    assert events(of(step)) == []
