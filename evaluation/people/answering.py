"""What a person answers to what they were asked: in words, or by pressing what was meant."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

import locales
from evaluation.people.persona import Item, Persona
from evaluation.people.telling import Teller
from evaluation.people.told import Told
from evaluation.people.wording import Utterance

Asked = Mapping[str, str]  # {"kind", "name"}
SAYS_YES, SAYS_NO = 0.5, 0.15  # to a requirement; else they do not know
IN_A_SENTENCE = 0.4
WITH_A_GRADE = ("some_high_school", "in_high_school", "no_high_school")


class Answerer:
    """Answers questions about one person."""

    def __init__(self, teller: Teller, random: Random) -> None:
        self._teller = teller
        self._person = teller.person
        self._random = random

    def answer(self, asked: Asked, told: Told) -> Utterance | None:
        """Answer in words; None: does not know, or will not say."""
        kind, name = asked["kind"], asked["name"]
        if kind == "requirement":
            return self._requirement(name)
        if kind == "choice" and name == "location":
            return self._teller.place_in_full()
        if name.startswith("facts."):
            return self._fact(name.removeprefix("facts."))
        return self._field(name, told)

    def _field(self, name: str, told: Told) -> Utterance | None:
        if name == "education" and told.value("education.level") == self._person.level:
            known = self._person.level in WITH_A_GRADE
            return self._teller.grade() if known else self._teller.tell("education")
        item = item_of(name, self._person, told)
        return self._teller.reply(item) if item else None

    def _fact(self, flag: str) -> Utterance | None:
        value = self._person.knows(flag)
        if value is None:
            return None
        if flag in self._teller.book["facts"] and self._random.random() < IN_A_SENTENCE:
            return self._teller.fact(flag, value)
        return self._teller.yes_or_no(value, [(f"facts.{flag}", value)])

    def _requirement(self, name: str) -> Utterance | None:
        chance = self._random.random()
        if chance >= SAYS_YES + SAYS_NO:
            return None
        holds = chance < SAYS_YES
        return self._teller.yes_or_no(holds, [(f"confirmed.{name}", holds)])


def item_of(name: str, person: Persona, told: Told) -> Item | None:
    """Find what a person has to say of a field, something new where there is any."""
    if name in ("age", "education"):
        return name
    if name == "location":
        return "place"
    if name.partition(".")[0] != "interests":
        return None
    liked = told.values("interests.likes")
    new = [sector for sector in person.likes if sector not in liked]
    return f"likes.{(new or person.likes)[0]}"


def is_told(name: str, told: Told) -> bool:
    """Say whether the person has told that field, so that asking for it is asking again."""
    if name == "location":
        return any(told.value(f"location.{part}") for part in ("city", "zip"))
    if name == "interests":
        return bool(told.values("interests.likes") | told.values("interests.occupations"))
    return told.value("education.level" if name == "education" else name) is not None


def choice_meant(labels: list[str], name: str, person: Persona) -> str | None:
    """Find the button that says what the person means; None: none does."""
    if name == "location":
        city, state = person.place.city.casefold(), person.place.state
        fits = [one for one in labels if one.casefold().startswith(city) and state in one]
        return next(iter(fits), None)
    codes = [f"codes.level.{person.level}"] if name == "education" else []
    codes += [f"codes.sector.{sector}" for sector in person.likes]
    meant = {_label(code, person.language) for code in codes}
    return next((one for one in labels if one.casefold() in meant), None)


def _label(code: str, language: str) -> Any:
    return locales.say(code, language).casefold() if locales.has(code, language) else None
