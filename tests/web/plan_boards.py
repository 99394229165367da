"""Plans to print and to date, judged by the shipped release on a fixed day."""

from __future__ import annotations

from datetime import date
from typing import Any

from conversations.plans import Contents
from knowledge.advice import Advice
from web.chat.plans.shaping import Board, board_of
from web.chat.services import Services

TODAY = date(2026, 11, 28)
YOUNG: dict[str, Any] = {
    "age": 17,
    "next_birthday": "2027-03-09",
    "education": {"level": "some_high_school", "grade": 9},
    "location": {"city": "Milwaukee", "state": "WI"},
}
NAMES = ("wrtp-big-step", "building-trades-apprenticeship")


def a_plan(**changes: Any) -> Contents:
    fields: dict[str, Any] = {
        "language": "en",
        "programs": NAMES,
        "profile": YOUNG,
        "done": frozenset({"wrtp-big-step.contact"}),
        "dates": {"wrtp-big-step.apply": "2027-01-15"},
    }
    return Contents(**{**fields, **changes})


def advice_in(services: Services, language: str) -> Advice:
    return Advice(services.library.current(), services.gazetteer, TODAY, language)


def a_board(services: Services, language: str = "en", **changes: Any) -> Board:
    return board_of(a_plan(**changes), advice_in(services, language))
