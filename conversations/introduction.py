"""How a person introduces themselves to a counselor: plain sentences out of what is known.

Each is a line of its own, so that they can leave it out. What could be held against them starts
left out, with a word why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import locales
from conversations.summary import understood
from matching.profile import FLAGS
from matching.program import Words

Json = Mapping[str, Any]
Said = tuple[str, str, dict[str, Any]]  # key of the line, code of the sentence, its fields

# What somebody may not want to say at a desk, and the word why it is left out at first.
DELICATE = {
    "facts.justice_involved": "introduction.why.justice_involved",
    "facts.homeless": "introduction.why.homeless",
    "facts.disability": "introduction.why.disability",
    "facts.foster_youth": "introduction.why.foster_youth",
    "facts.parent_or_pregnant": "introduction.why.parent_or_pregnant",
    "facts.low_income": "introduction.why.income",
    "household_income_usd": "introduction.why.income",
    "household_size": "introduction.why.income",
}
WORTH_DENYING = ("driver_license", "own_transport", "employed")  # of others a no tells nothing


@dataclass(frozen=True)
class Line:
    """One sentence, and whether it is said unless the person leaves it out."""

    key: str  # where in the profile it comes from: age, facts.veteran
    text: str
    why: str | None = None  # code of the word why it is left out at first; None: it is said

    @property
    def told(self) -> bool:
        """Tell whether it is said from the start."""
        return self.why is None


@dataclass(frozen=True)
class Person:
    """Who is introduced, and what they would like to ask about."""

    profile: Json
    jobs: Mapping[str, Words]  # titles of occupations by SOC code
    programs: Sequence[Words] = ()  # names of the programs to ask about
    for_another: bool = False  # a counselor or a parent speaks for them


def introduced(person: Person, language: str, own: str) -> list[Line]:
    """List the lines in a language; `own` is the one the person reads and speaks."""
    lines = [Line("hello", _hello(person, language))]
    if own != locales.DEFAULT:
        lines.append(Line("tongue", locales.say(f"introduction.tongue.{own}", language)))
    lines += _labels(person, language) if person.for_another else _sentences(person, language)
    if person.programs:
        names = {"listed": list(person.programs)}
        lines.append(Line("programs", locales.say("introduction.programs", language, {"n": names})))
    return [*lines, Line("ask", locales.say(_of("ask", person), language))]


def _hello(person: Person, language: str) -> str:
    return locales.say(_of("hello", person), language)


def _of(code: str, person: Person) -> str:
    return f"introduction.{code}_client" if person.for_another else f"introduction.{code}"


def _labels(person: Person, language: str) -> list[Line]:
    """Speak of somebody else as a case file does: label by label, whoever they are."""
    known = understood(person.profile, language, person.jobs)
    return [Line(one["field"], one["label"], DELICATE.get(one["field"])) for one in known]


def _sentences(person: Person, language: str) -> list[Line]:
    return [
        Line(key, locales.say(code, language, fields), DELICATE.get(key))
        for key, code, fields in _known(person.profile, person.jobs)
    ]


def _known(profile: Json, jobs: Mapping[str, Words]) -> Iterator[Said]:
    if profile.get("age") is not None:
        yield "age", "introduction.age", {"age": str(profile["age"])}
    yield from _schooling(profile.get("education") or {})
    yield from _place(profile.get("location") or {})
    yield from _wishes(profile.get("interests") or {}, jobs)
    if profile.get("credentials"):
        named = [_credential(str(code)) for code in profile["credentials"]]
        yield "credentials", "introduction.credentials", {"n": {"listed": named}}
    yield from _facts(profile.get("facts") or {})
    yield from _household(profile)


def _schooling(education: Json) -> Iterator[Said]:
    level, grade = education.get("level"), education.get("grade")
    graded = f"introduction.education.{level}_grade"
    if level and grade is not None and locales.has(graded):
        yield "education", graded, {"grade": {"ordinal": grade}}
    elif level:
        yield "education", f"introduction.education.{level}", {}
    elif grade is not None:
        yield "education", "introduction.grade", {"grade": {"ordinal": grade}}


def _place(location: Json) -> Iterator[Said]:
    parts = [str(location[part]) for part in ("city", "state") if location.get(part)]
    if not location.get("city") and location.get("state"):
        yield "location", "introduction.place", {"place": {"code": f"states.{location['state']}"}}
    elif place := ", ".join(parts) or location.get("zip"):
        yield "location", "introduction.place", {"place": str(place)}


def _wishes(interests: Json, jobs: Mapping[str, Words]) -> Iterator[Said]:
    for kind in ("likes", "dislikes"):
        sectors = [{"code": f"codes.sector.{sector}"} for sector in interests.get(kind) or ()]
        if sectors:
            yield kind, f"introduction.{kind}", {"n": {"listed": sectors}}
    titles = [jobs[soc] for soc in interests.get("occupations") or () if soc in jobs]
    if titles:
        yield "occupations", "introduction.occupations", {"n": {"listed": titles}}


def _credential(code: str) -> Any:
    known = f"codes.credential.{code}"
    return {"code": known} if locales.has(known) else code


def _facts(facts: Json) -> Iterator[Said]:
    for name in ("employer", "union"):
        if facts.get(name):
            yield f"facts.{name}", f"introduction.{name}", {"name": str(facts[name])}
    for name in FLAGS:
        value = facts.get(name)
        if value or (value is False and name in WORTH_DENYING):
            yield f"facts.{name}", f"introduction.fact.{name}.{'yes' if value else 'no'}", {}


def _household(profile: Json) -> Iterator[Said]:
    income, size = profile.get("household_income_usd"), profile.get("household_size")
    if income is not None:
        yield "household_income_usd", "introduction.income", {"income": {"usd": income}}
    if size is not None:
        yield "household_size", "introduction.household", {"count": size}
