"""What stands in and beside the talk: its exchanges, what was understood, the programs saved."""

from __future__ import annotations

from typing import Any

from conversations.said import UnknownSession
from conversations.summary import understood
from knowledge.reader import CatalogUnavailable, Release
from matching.profile import Profile
from matching.profile_json import json_of, profile_from
from matching.program import in_language
from web.chat.editing import CHOICES
from web.chat.services import Services
from web.chat.views import entry_of

Json = dict[str, Any]
NOBODY = json_of(Profile())


def asides_of(services: Services, secret: str | None, language: str) -> Json:
    """Return the profile as chips and as a form, and the saved programs, in a language."""
    release = release_of(services)
    profile, saved = _kept(services, secret)
    jobs = release.job_titles if release else {}
    return {
        **CHOICES,
        "profile": profile,
        "understood": understood(profile, language, jobs),
        "saved": _named(release, saved, language),
        "home_state": profile["location"]["state"],
        "release": release,
    }


def exchanges_of(services: Services, secret: str | None) -> list[Json]:
    """Return a talk's exchanges as the page shows them, none when there is no such talk."""
    if secret is None:
        return []
    try:
        read = services.talk.read(secret)
    except UnknownSession:
        return []
    return [entry_of(one, read["language"]) for one in read["transcript"]]


def release_of(services: Services) -> Release | None:
    """Return the release in force, None while there is none: a page shows without it."""
    try:
        return services.library.current()
    except CatalogUnavailable:
        return None


def _kept(services: Services, secret: str | None) -> tuple[Json, list[str]]:
    if secret is None:
        return NOBODY, []
    try:
        talk = services.talk.ledger.snapshot(secret)
    except UnknownSession:
        return NOBODY, []
    return json_of(profile_from(talk.profile)), talk.memory.get("saved") or []


def _named(release: Release | None, program_ids: list[str], language: str) -> list[Json]:
    found = [release.programs.get(name) for name in program_ids] if release else []
    return [{"id": one.id, "name": in_language(one.name, language)} for one in found if one]
