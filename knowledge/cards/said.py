"""What a person told us that decided a requirement, in a few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import locales
from matching.match import Judged
from matching.profile import Profile
from matching.program import Leaf

Phrase = tuple[str, Mapping[str, Any]]  # a sentence of the locales and its params
Told = Callable[[Profile, Judged], Phrase | None]


def said(judged: Judged, profile: Profile | None, language: str) -> str | None:
    """Render what was said; None when nothing said decided it."""
    if profile is None or judged.because is None:
        return None
    name = judged.because
    phrase = _fact(profile, name) if name.startswith("facts.") else _told(profile, judged, name)
    return locales.say(phrase[0], language, phrase[1]) if phrase else None


def _told(profile: Profile, judged: Judged, name: str) -> Phrase | None:
    told = TOLD.get(name)
    return told(profile, judged) if told else None


def _age(profile: Profile, _: Judged) -> Phrase | None:
    return None if profile.age is None else ("profile.age", {"age": str(profile.age)})


def _education(profile: Profile, _: Judged) -> Phrase | None:
    level, grade = profile.education.level, profile.education.grade
    if grade is not None:
        params = {"grade": {"ordinal": grade}}
        return (f"profile.education.{level}.grade", params) if level else ("profile.grade", params)
    return (f"codes.level.{level}", {}) if level else None


def _location(profile: Profile, _: Judged) -> Phrase | None:
    place = profile.location
    named = ", ".join(filter(None, (place.city, place.state))) or place.zip
    return ("profile.location", {"place": named}) if named else None


def _fact(profile: Profile, name: str) -> Phrase | None:
    flag = name.removeprefix("facts.")
    value = profile.facts.get(flag)
    if isinstance(value, str):
        return f"profile.{flag}", {"name": value}
    return None if value is None else (f"codes.fact.{flag}.{'yes' if value else 'no'}", {})


def _listed(field: str) -> Told:
    def told(profile: Profile, _: Judged) -> Phrase | None:
        codes: tuple[str, ...] = getattr(profile, field)
        return (f"profile.{field}", {"name": list(codes)}) if codes else None

    return told


def _test(profile: Profile, judged: Judged) -> Phrase | None:
    rule = judged.requirement.rule if isinstance(judged.requirement, Leaf) else {}
    kind = str(rule.get("kind"))
    score = profile.test_scores.get(kind)
    return None if score is None else ("profile.test", {"test": kind.upper(), "score": score})


def _gpa(profile: Profile, _: Judged) -> Phrase | None:
    return None if profile.gpa is None else ("profile.gpa", {"gpa": profile.gpa})


def _income(profile: Profile, _: Judged) -> Phrase | None:
    usd = profile.household_income_usd
    return None if usd is None else ("profile.income", {"income": {"usd": usd}})


def _hours(profile: Profile, _: Judged) -> Phrase | None:
    hours = list(profile.experience_hours.values())
    return ("codes.unit.hours", {"count": hours[0]}) if len(hours) == 1 else None


def _answer(profile: Profile, judged: Judged) -> Phrase | None:
    answer = profile.confirmed.get(judged.requirement.id)
    return None if answer is None else (f"buttons.{'yes' if answer else 'no'}", {})


TOLD: Mapping[str, Told] = MappingProxyType(
    {
        "age": _age,
        "confirmed": _answer,
        "courses": _listed("courses"),
        "credentials": _listed("credentials"),
        "education": _education,
        "experience_hours": _hours,
        "gpa": _gpa,
        "household_income_usd": _income,
        "location": _location,
        "test_scores": _test,
    }
)
