"""What the talk knows that helps at a desk: the person, their programs, whom they speak for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from conversations.introduction import Person
from conversations.said import UnknownSession
from knowledge.reader import Release
from knowledge.whereabouts import whereabouts
from matching.profile import Location, Profile
from matching.profile_json import json_of, profile_from
from matching.program import Program
from matching.where import Whereabouts
from places.gazetteer import Gazetteer
from web.chat.asides import release_of
from web.chat.services import Services

MOST_PROGRAMS = 3
CLIENT = "client"


@dataclass(frozen=True)
class Known:
    """A talk as the page sees it; of a person without one, nothing but the language."""

    language: str
    release: Release | None
    profile: Profile
    programs: tuple[Program, ...]  # saved, else those shown last
    saved: bool
    for_another: bool

    def person(self, place: Location | None) -> Person:
        """Return who is introduced, at the place the page goes by."""
        profile = replace(self.profile, location=place) if place else self.profile
        return Person(
            json_of(profile),
            self.release.job_titles if self.release else {},
            tuple(program.name for program in self.programs),
            self.for_another,
        )


def known_of(services: Services, secret: str | None, language: str) -> Known:
    """Read what a talk knows; nothing when there is none."""
    release = release_of(services)
    profile, memory = _kept(services, secret)
    saved = _programs(release, memory.get("saved") or ())
    shown = _programs(release, [memory.get("in_view"), *(memory.get("shown") or ())])
    another = memory.get("speaks_of") == CLIENT
    return Known(language, release, profile, saved or shown, bool(saved), another)


def _kept(services: Services, secret: str | None) -> tuple[Profile, dict[str, Any]]:
    if secret is None:
        return Profile(), {}
    try:
        talk = services.talk.ledger.snapshot(secret)
    except UnknownSession:
        return Profile(), {}
    return profile_from(talk.profile), talk.memory


def _programs(release: Release | None, ids: Iterable[str | None]) -> tuple[Program, ...]:
    """Return the programs of ids, each once; job centers stand on the page anyway."""
    named = [release.programs.get(one) for one in dict.fromkeys(ids) if one] if release else []
    kept = [one for one in named if one and one.kind != "job_center"]
    return tuple(kept[:MOST_PROGRAMS])


def where_of(place: Location, gazetteer: Gazetteer) -> Whereabouts:
    """Resolve a place; from a whole state no distance is measured."""
    found = whereabouts(place, gazetteer)
    precise = place.city or place.zip
    return found if precise else replace(found, city=None, lat=None, lon=None)
