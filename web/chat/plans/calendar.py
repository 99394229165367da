"""A plan as a calendar: one event of a whole day for every step that has a day."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

import locales
from web.chat.plans.shaping import Board
from web.chat.plans.steps import PlanStep, Stage

OURS = uuid.UUID("5b0b6a0e-6c0f-5d0c-9a44-2f1f6a0f8f0e")  # the namespace of our events
ITEM = "- {}"
PRODUCT = "-//Pathways//My plan//"


def calendar_of(board: Board, plan_key: str, language: str, now: datetime) -> bytes:
    """Write the calendar. An event keeps its UID, so that importing it again replaces it.

    `plan_key` is what the database knows the plan by, which opens nothing; `now` stamps the events.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT + language.upper())
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", locales.say("plan_page.title", language))
    for stage, step in _dated(board.stages):
        calendar.add_component(_event(stage, step, (plan_key, language), now))
    written: bytes = calendar.to_ical()
    return written


def _dated(stages: Iterable[Stage]) -> Iterable[tuple[Stage, PlanStep]]:
    return ((stage, step) for stage in stages for step in stage.steps if step.on)


def _event(stage: Stage, step: PlanStep, plan: tuple[str, str], now: datetime) -> Event:
    key, language = plan
    day = date.fromisoformat(step.on or "")
    event = Event()
    event.add("uid", f"{uuid.uuid5(OURS, f'{key} {step.id}')}@pathways")
    event.add("dtstamp", now)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", _title(stage, step))
    event.add(
        "description", "\n".join((*step.details, *map(ITEM.format, step.items), *_contact(step)))
    )
    event.add("transp", "TRANSPARENT")  # a day to think of something, not a day that is taken
    event.add("categories", [locales.say("plan_page.title", language)])
    return event


def _title(stage: Stage, step: PlanStep) -> str:
    return f"{stage.program}: {step.text}" if stage.program else step.text


def _contact(step: PlanStep) -> tuple[str, ...]:
    return tuple(line for line in (step.phone, step.url) if line)
