"""Gathers what the templates of the page show: contacts, place, lines, sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from conversations.introduction import Person
from knowledge.contacts import centers_for, contact_card, national_center
from knowledge.rescue import rescue_lines
from matching.profile import Location
from matching.program import Program
from matching.where import NOWHERE
from understanding.safety import danger_in
from web.chat.person.asked import Asked
from web.chat.person.knowing import Known, where_of
from web.chat.person.placing import code_of, location_of, placed
from web.chat.person.sheet import mail_of, own_words, pages_of, rows_of
from web.chat.services import Services

Json = dict[str, Any]
AT_ANY_HOUR, LIFELINE = "crisis", "lifeline-988"


def page_shows(services: Services, known: Known, asked: Asked) -> Json:
    """Return what the page shows: the place, whom to turn to there, the lines to tell."""
    place = placed(asked, known.profile.location, known.language, services.gazetteer)
    person, before = known.person(place.location), known.person(place.former)
    asked = own_words(before, asked, known.language)
    return {
        **_contacts(services, known, place.location),
        "asked": asked,
        "placed": place,
        "choices": [(code_of(one), location_of(one)) for one in place.choices],
        "person": person,
        "rows": rows_of(person, asked, known.language),
        "danger": _danger(asked, known.language),
        "lifeline": _lifeline(known.language),
        "saved": known.saved,
    }


def sheet_shows(asked: Asked, person: Person, language: str) -> Json:
    """Return the sheet in its languages, and the mail that holds it."""
    pages = pages_of(person, asked, language)
    return {"pages": pages, "mail": mail_of(pages)}


def _contacts(services: Services, known: Known, place: Location | None) -> Json:
    release = known.release
    if release is None:
        return {"centers": [], "national": None, "programs": []}
    where = where_of(place, services.gazetteer) if place else NOWHERE

    def cards(programs: Iterable[Program]) -> list[Json]:
        return [contact_card(one, release, where, known.language) for one in programs]

    national = national_center(release)
    return {
        "centers": cards(centers_for(release, where)),
        "national": cards([national])[0] if national else None,
        "programs": cards(known.programs),
    }


def _danger(asked: Asked, language: str) -> list[Json]:
    """Return the lines to call when what was typed speaks of danger; else none."""
    danger = danger_in(asked.words)
    return rescue_lines(danger.kind, language) if danger else []


def _lifeline(language: str) -> Json:
    lines = rescue_lines(AT_ANY_HOUR, language)
    return next(line for line in lines if line["id"] == LIFELINE)
