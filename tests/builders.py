"""Small whole examples of what the product speaks of: people, programs, rules, ladders."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from matching.profile import Education, Interests, Location, Profile
from matching.program import (
    Group,
    Ladder,
    Leaf,
    Move,
    Program,
    Requirement,
    Rung,
    ServiceArea,
    Site,
    Source,
    Term,
)
from matching.rules.case import Case
from matching.where import NOWHERE, Whereabouts

TODAY = date(2026, 11, 23)
MILWAUKEE = Whereabouts("Milwaukee", "Milwaukee", "WI", 43.04, -87.92)
EVERYWHERE = ServiceArea(nationwide=True)


def words(text: str) -> Mapping[str, str]:
    """The same words in both languages, told apart by a mark."""
    return {"en": text, "es": f"{text} (es)"}


def a_source(**fields: Any) -> Source:
    """A page somebody put a date on."""
    given = {"title": "A page", "url": None, "as_of": "2025-06", "verified_on": None}
    return Source(**{**given, "kind": "official", **fields})


def a_leaf(about: str = "age", leaf_id: str = "a-program#age", /, **rule: Any) -> Leaf:
    """A condition; keywords are its rule, `track` is the track it counts for."""
    track = rule.pop("track", None)
    named = words(track) if track else None
    return Leaf(leaf_id, about, words(f"a rule about {about}"), rule, 0, named)


def a_group(mode: str, *children: Requirement, group_id: str = "a-program#group") -> Group:
    """Conditions of which all, or any one, must hold."""
    return Group(group_id, mode, children, words(mode), 0)


def a_program(*requirements: Requirement, **fields: Any) -> Program:
    """A free construction program that serves everyone, unless fields say otherwise."""
    given: dict[str, Any] = {
        "id": "a-program",
        "name": words("A program"),
        "kind": "pre_apprenticeship",
        "sectors": ("construction",),
        "summary": words("It trains people."),
        "status": "active",
        "sources": (a_source(),),
        "serves": EVERYWHERE,
        "requirements": requirements,
    }
    return Program(**{**given, **fields})


def a_term(**fields: Any) -> Term:
    """What something costs, pays or lasts."""
    return Term(**{"text": words("as stated"), "source": 0, **fields})


def a_site(**fields: Any) -> Site:
    """A door in Milwaukee."""
    given: dict[str, Any] = {"city": "Milwaukee", "state": "WI", "lat": 43.04, "lon": -87.96}
    return Site(**{**given, **fields})


def a_profile(**fields: Any) -> Profile:
    """A person of whom we know what the fields say: `level`, `grade`, `city`, `likes` …"""
    schooling = Education(fields.pop("level", None), fields.pop("grade", None))
    place = Location(fields.pop("city", None), fields.pop("state", None), fields.pop("zip", None))
    wishes = Interests(
        *(tuple(fields.pop(key, ())) for key in ("likes", "dislikes", "occupations"))
    )
    return Profile(education=schooling, location=place, interests=wishes, **fields)


def a_case(where: Whereabouts = NOWHERE, **fields: Any) -> Case:
    """A person on the day the tests take place."""
    return Case(a_profile(**fields), where, TODAY)


def a_rung(soc: str = "47-2111", **fields: Any) -> Rung:
    """A job on a ladder."""
    given: dict[str, Any] = {
        "title": words("Electrician"),
        "soc": soc,
        "typical_education": None,
        "typical_years_before": None,
        "on_the_job_training": None,
        "median_wage_usd": 63190,
        "wage_source": 0,
        "wage_note": None,
        "needs_to_enter": (),
        "credential": None,
    }
    return Rung(**{**given, **fields})


def a_move(start: int, end: int, **fields: Any) -> Move:
    """A way from one rung to another."""
    given: dict[str, Any] = {"kind": "up", "needs": words("time"), "source": 0}
    return Move(start, end, **{**given, **fields})


def a_ladder(*rungs: Rung, **fields: Any) -> Ladder:
    """A ladder in construction."""
    given: dict[str, Any] = {
        "id": "electrician",
        "name": words("Electrician"),
        "sector": "construction",
        "rungs": rungs,
        "moves": (),
        "sources": (a_source(),),
    }
    return Ladder(**{**given, **fields})
