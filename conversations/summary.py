"""What we understood of a person, as short labels they can read, check and take back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import locales
from matching.profile import NAMES
from matching.program import Words

Json = Mapping[str, Any]
NO_JOBS: Mapping[str, Words] = MappingProxyType({})


def understood(
    profile: Json, language: str, jobs: Mapping[str, Words] = NO_JOBS
) -> list[dict[str, str]]:
    """List what is known, most telling first: `{"field": "age", "label": "19 years old"}`.

    `jobs` holds the titles of occupations by SOC code; one without a title shows its code.
    """
    return [
        {"field": field, "label": locales.say(code, language, params)}
        for field, code, params in _known(profile, jobs)
    ]


def _known(profile: Json, jobs: Mapping[str, Words]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    if profile.get("age") is not None:
        yield "age", "profile.age", {"age": str(profile["age"])}
    if profile.get("next_birthday"):
        yield "next_birthday", "profile.next_birthday", {"on": {"date": profile["next_birthday"]}}
    yield from _education(profile.get("education") or {})
    yield from _location(profile.get("location") or {})
    yield from _interests(profile.get("interests") or {}, jobs)
    yield from _facts(profile.get("facts") or {})
    for field in ("credentials", "courses"):
        for code in profile.get(field) or ():
            yield f"{field}.{code}", f"profile.{field}", {"name": _named(field, str(code))}
    yield from _numbers(profile)


def _education(education: Json) -> Iterator[tuple[str, str, dict[str, Any]]]:
    level, grade = education.get("level"), education.get("grade")
    if level and grade is not None:
        yield (
            "education",
            f"profile.education.{level}.grade",
            {"grade": {"ordinal": grade}},
        )
    elif level:
        yield "education", f"codes.level.{level}", {}
    elif grade is not None:
        yield "education", "profile.grade", {"grade": {"ordinal": grade}}


def _location(location: Json) -> Iterator[tuple[str, str, dict[str, Any]]]:
    parts = [str(location[part]) for part in ("city", "state") if location.get(part)]
    place = ", ".join(parts) or str(location.get("zip") or "")
    if place:
        yield "location", "profile.location", {"place": place}


def _named(field: str, code: str) -> Any:
    """Name a credential as people do; what an operator's vocabulary adds shows as it is."""
    known = f"codes.credential.{code}"
    return {"code": known} if field == "credentials" and locales.has(known) else code


def _interests(
    interests: Json, jobs: Mapping[str, Words]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for sector in interests.get("likes") or ():
        yield (
            f"interests.likes.{sector}",
            "profile.like",
            {"what": {"code": f"codes.sector.{sector}"}},
        )
    for sector in interests.get("dislikes") or ():
        yield (
            f"interests.dislikes.{sector}",
            "profile.dislike",
            {"what": {"code": f"codes.sector.{sector}"}},
        )
    for soc in interests.get("occupations") or ():
        field = f"interests.occupations.{soc}"
        if soc in jobs:
            yield field, "profile.job", {"job": jobs[soc]}
        else:
            yield field, "profile.occupation", {"soc": str(soc)}


def _facts(facts: Json) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, value in facts.items():
        if value is None:
            continue
        if name in NAMES:
            yield f"facts.{name}", f"profile.{name}", {"name": str(value)}
        else:
            yield f"facts.{name}", f"codes.fact.{name}.{'yes' if value else 'no'}", {}


def _numbers(profile: Json) -> Iterator[tuple[str, str, dict[str, Any]]]:
    if profile.get("gpa") is not None:
        yield "gpa", "profile.gpa", {"gpa": str(profile["gpa"])}
    if profile.get("household_income_usd") is not None:
        yield (
            "household_income_usd",
            "profile.income",
            {"income": {"usd": profile["household_income_usd"]}},
        )
    if profile.get("household_size") is not None:
        yield "household_size", "profile.household", {"count": profile["household_size"]}
    for test, score in (profile.get("test_scores") or {}).items():
        yield f"test_scores.{test}", "profile.test", {"test": str(test), "score": str(score)}
