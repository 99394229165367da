"""What a person has told so far, what may fairly be concluded from it, and what a profile holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from evaluation.people.places import Place, places
from evaluation.slots import LISTS, Slot, plain, slots_of

LICENSED = frozenset({"cna", "cdl"})  # a certificate each; the others are cards
FIELDS_OF_CREDENTIALS = {  # work that holding one may hint at
    "cna": ("healthcare",),
    "cdl": ("transportation",),
    "cpr": ("healthcare",),
    "forklift": ("transportation", "manufacturing"),
    "osha-10": ("construction",),
    "servsafe": ("hospitality",),
}
SCHOOL_LEVEL = "education.level"


@dataclass(frozen=True)
class Told:
    """Everything said and not taken back."""

    slots: frozenset[Slot] = frozenset()

    def after(self, said: Iterable[Slot], instead_of: Iterable[Slot] = ()) -> Told:
        """Add what was said; a single value takes the place of the one before."""
        new = frozenset(normal(path, value) for path, value in said)
        gone = {normal(path, value) for path, value in instead_of}
        single = {path for path, _ in new if path not in LISTS}
        kept = {slot for slot in self.slots if slot[0] not in single and slot not in gone}
        return replace(self, slots=new | kept)

    def value(self, path: str) -> Any:
        """Look a single value up; None: not told."""
        return next((value for name, value in self.slots if name == path), None)

    def values(self, path: str) -> frozenset[Any]:
        """Collect the values of a list."""
        return frozenset(value for name, value in self.slots if name == path)

    @property
    def place(self) -> Place | None:
        """The place that was told, whole, however little of it was said."""
        city, code = self.value("location.city"), self.value("location.zip")
        if city is None and code is None:
            return None
        fits = (one for one in places() if code == one.zip or city == plain(one.city))
        return next(fits, None)


def slots_in(profile: Mapping[str, Any]) -> frozenset[Slot]:
    """Take a whole profile apart; what is null or empty is nothing."""
    known = {key: value for key, value in profile.items() if value not in (None, [], {})}
    confirmed = known.pop("confirmed", {})
    answers = {(f"confirmed.{name}", value) for name, value in confirmed.items()}
    slots = {normal(path, value) for path, value in slots_of(known)}
    return frozenset(slots | answers)


def normal(path: str, value: Any) -> Slot:
    """Write a slot in one way only: St. Louis and Saint Louis are the same city."""
    same = plain(value)
    if path == "location.city" and isinstance(same, str):
        same = same.replace("saint ", "st. ")
    return path, same


def fairly_concluded(told: Told, sectors: Mapping[str, str]) -> frozenset[Slot]:
    """List what may stand in a profile beside what was told. `sectors`: of jobs, by SOC code."""
    rules = (_of_work, _of_schooling, _of_credentials, _of_place)
    found = {slot for rule in rules for slot in rule(told)}
    wanted = told.values("interests.occupations")
    found |= {("interests.likes", sectors[job]) for job in wanted if job in sectors}
    return frozenset(found)


def _of_place(told: Told) -> Iterable[Slot]:
    if told.place is not None:
        yield normal("location.city", told.place.city)
        yield normal("location.state", told.place.state)


def _of_work(told: Told) -> Iterable[Slot]:
    if told.value("facts.laid_off") is True:
        yield "facts.employed", False
    if told.value("facts.needs_childcare") is True:
        yield "facts.parent_or_pregnant", True


def _of_schooling(told: Told) -> Iterable[Slot]:
    level = told.value(SCHOOL_LEVEL)
    if level in ("in_high_school", "ged_in_progress", "some_college"):
        yield "facts.enrolled_in_school", True
    if level in ("some_high_school", "no_high_school"):
        yield "facts.enrolled_in_school", False
    if level == "high_school":
        yield "education.grade", 12


def _of_credentials(told: Told) -> Iterable[Slot]:
    for held in told.values("credentials"):
        yield from (("interests.likes", work) for work in FIELDS_OF_CREDENTIALS.get(held, ()))
        if held in LICENSED and told.value(SCHOOL_LEVEL) is None:
            yield SCHOOL_LEVEL, "certificate"
        if held == "cdl":
            yield "facts.driver_license", True
            yield "credentials", "cdl-a"
