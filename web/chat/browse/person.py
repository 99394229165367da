"""Whom the list is for: the person of the talk, what they gave the small form, or nobody.

Age and school never stand in an address. The talk's own profile comes first. Without one, the
form is posted and what it held is kept in a cookie that only /browse gets, no script can read,
and that ends with the browser: no address, no log and no database ever holds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from fastapi import Request
from starlette.responses import Response

from conversations.said import UnknownSession
from matching.profile import Interests, Location, Profile
from matching.profile_json import ProfileProblem, profile_from
from web.chat import caching, visitor
from web.chat.browse.query import PATH
from web.chat.services import Services
from web.shared.languages import is_secure

COOKIE = caching.ABOUT
LONGEST = 60  # characters of the cookie; the longest honest one is half of that
FIELDS = ("age", "level", "grade")
NOBODY = Profile()


@dataclass(frozen=True)
class Person:
    """Who is asking. `origin`: talk, form, or empty when nothing is known that decides a fit."""

    profile: Profile = NOBODY
    origin: str = ""

    @property
    def is_known(self) -> bool:
        """Tell whether anything is known that a program could ask for."""
        return bool(self.origin)


def person_of(request: Request, services: Services) -> Person:
    """Return who is asking, as far as this browser tells."""
    told = _of_talk(request, services)
    if _decides(told):
        return Person(told, "talk")
    filled = _of_cookie(request)
    if filled is None:
        return Person(told)
    return Person(replace(told, age=filled.age, education=filled.education), "form")


def profile_of_form(fields: Mapping[str, str]) -> Profile:
    """Read the form. Raises `ProfileProblem`."""
    age, level, grade = (fields.get(name, "").strip() for name in FIELDS)
    education = {"level": level or None, "grade": _number(grade)}
    given: dict[str, Any] = {"age": _number(age)}
    if any(value is not None for value in education.values()):
        given["education"] = education
    return profile_from(given)


def keep(request: Request, response: Response, profile: Profile) -> None:
    """Keep what the form held until the browser is closed."""
    held = (profile.age, profile.education.level, profile.education.grade)
    value = ".".join("" if one is None else str(one) for one in held)
    secure = is_secure(request)
    response.set_cookie(COOKIE, value, path=PATH, httponly=True, samesite="lax", secure=secure)


def forget(request: Request, response: Response) -> None:
    """Take it back."""
    secure = is_secure(request)
    response.delete_cookie(COOKIE, path=PATH, httponly=True, samesite="lax", secure=secure)


def _of_talk(request: Request, services: Services) -> Profile:
    secret = visitor.session_of(request)
    if secret is None:
        return NOBODY
    try:
        return profile_from(services.talk.ledger.snapshot(secret).profile)
    except UnknownSession:
        return NOBODY


def _of_cookie(request: Request) -> Profile | None:
    parts = request.cookies.get(COOKIE, "")[:LONGEST].split(".")
    if len(parts) != len(FIELDS) or not any(parts):
        return None
    try:
        return profile_of_form(dict(zip(FIELDS, parts, strict=True)))
    except ProfileProblem:  # not of our making, or of an older one
        return None


def _decides(profile: Profile) -> bool:
    """Tell whether more is known than place and wishes, which no program asks for."""
    return replace(profile, location=Location(), interests=Interests()) != NOBODY


def _number(written: str) -> int | str | None:
    if not written:
        return None
    is_number = written.isascii() and written.isdecimal() and len(written) < 5
    return int(written) if is_number else written
