"""How one person tells one thing: a wording chosen by chance, and exactly what it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from random import Random
from typing import Any

from evaluation.people.persona import Item, Persona
from evaluation.people.places import Place
from evaluation.people.wording import Book, Utterance, book_of, fields_in, filled
from evaluation.slots import Slot

GRADE_FIELDS = frozenset({"done", "done_word", "left", "left_word", "grade", "grade_word"})
LEFT_IN_NEXT = 1  # who leaves during a grade has finished the one before
PLACE_FIELDS = {
    "city": "location.city",
    "state": "location.state",
    "state_name": "location.state",
    "zip": "location.zip",
}


def _slots_of(place: Place) -> frozenset[Slot]:
    whole = {"city": place.city, "state": place.state, "zip": place.zip}
    return frozenset((f"location.{part}", value) for part, value in whole.items())


class Teller:
    """Says things of one person. The chance is given, so the same seed says the same."""

    def __init__(self, person: Persona, random: Random) -> None:
        self.person = person
        self.book: Book = book_of(person.language)
        self._random = random

    def tell(self, item: Item) -> Utterance:
        """Tell something unasked."""
        kind, _, name = item.partition(".")
        if kind == "age":
            return self._age(self.book["age"]["say"], self.person.age)
        if kind == "place":
            return self._place(self.book["place"]["say"], self.person.place)
        if kind == "education":
            return self._schooling(self.book["education"][self.person.level])
        if kind in ("likes", "dislikes"):
            return self.wish(kind, name)
        if kind == "job":
            return self._job()
        if kind == "credential":
            held = str(self.person.credential)
            return self._say(self.book["credentials"][held], {}, [("credentials", held)])
        return self.fact(name, self.person.facts[name])

    def wish(self, kind: str, sector: str) -> Utterance:
        """Tell a kind of work that is liked or not."""
        noun = self._random.choice(self.book["nouns"][sector])
        choices = self.book["likes"][sector] if kind == "likes" else self.book["dislikes"]
        return self._say(choices, {"noun": noun}, [(f"interests.{kind}", sector)])

    def fact(self, flag: str, value: bool) -> Utterance:
        """Tell a fact in a sentence."""
        wordings = self.book["facts"][flag]["yes" if value else "no"]
        return self._say(wordings, {}, [(f"facts.{flag}", value)])

    def reply(self, item: Item) -> Utterance:
        """Tell it as an answer to a question: often just the number or the name."""
        if item == "age":
            return self._age(self.book["age"]["answer"], self.person.age)
        if item == "place":
            return self._place(self.book["place"]["answer"], self.person.place)
        return self.tell(item)

    def place_in_full(self) -> Utterance:
        """Tell the place so that it can be only one."""
        return self._place(["{city}, {state}"], self.person.place)

    def grade(self) -> Utterance:
        """Answer which grade it was, or is."""
        which = "present" if self.person.level == "in_high_school" else "finished"
        return self._schooling(self.book["grade"][which])

    def yes_or_no(self, value: bool, slots: Iterable[Slot]) -> Utterance:
        """Answer yes or no."""
        return self._say(self.book["yes" if value else "no"], {}, slots)

    def any_of(self, name: str, *inner: str) -> Utterance:
        """Say something that tells nothing of oneself: a greeting, a question, a skip."""
        choices = self.book[name]
        for key in inner:
            choices = choices[key]
        return self._say(choices, {}, ())

    def mistake(self) -> Utterance:
        """Tell the thing that is wrong at first."""
        slip = self.person.slip
        assert slip is not None
        if slip.age is not None:
            return self._age(self.book["age"]["say"], slip.age)
        if slip.place is not None:
            return self._place(self.book["place"]["say"], slip.place)
        return self.wish("likes", str(slip.sector))

    def correction(self) -> Utterance:
        """Put the mistake right."""
        slip, book = self.person.slip, self.book
        assert slip is not None
        if slip.age is not None:
            return self._age(book["age"]["correct"], self.person.age, {"wrong": str(slip.age)})
        if slip.place is not None:
            wrong = {"wrong": slip.place.city}
            said = self._place(book["place"]["correct"], self.person.place, wrong)
            return replace(said, instead_of=_slots_of(slip.place))
        right = slip.item.partition(".")[2]
        nouns = {
            "noun": self._random.choice(book["nouns"][right]),
            "wrong": self._random.choice(book["nouns"][slip.sector]),
        }
        said = self._say(book["likes_correct"], nouns, [("interests.likes", right)])
        return replace(said, instead_of=frozenset({("interests.likes", slip.sector)}))

    def _age(
        self, templates: Iterable[str], age: int, more: Mapping[str, str] | None = None
    ) -> Utterance:
        return self._say(templates, {"age": str(age), **(more or {})}, [("age", age)])

    def _place(
        self, templates: Iterable[str], place: Place, more: Mapping[str, str] | None = None
    ) -> Utterance:
        values = {
            "city": place.city,
            "state": place.state,
            "zip": place.zip,
            "state_name": self.book["states"][place.state],
        }
        template = self._random.choice(list(templates))
        told = {
            PLACE_FIELDS[name]: place.state if name == "state_name" else values[name]
            for name in fields_in(template)
            if name in PLACE_FIELDS
        }
        return Utterance((filled(template, {**values, **(more or {})}),), frozenset(told.items()))

    def _schooling(self, templates: Iterable[str]) -> Utterance:
        person, template = self.person, self._random.choice(list(templates))
        told: list[Slot] = [("education.level", person.level)]
        if fields_in(template) & GRADE_FIELDS:
            told.append(("education.grade", person.grade))
        return Utterance((filled(template, self._grades()),), frozenset(told))

    def _grades(self) -> dict[str, str]:
        grade, ordinals = self.person.grade, self.book["ordinals"]
        if grade is None:
            return {}
        numbers = {"done": grade, "grade": grade, "left": grade + LEFT_IN_NEXT}
        words = {f"{name}_word": ordinals.get(str(number), "") for name, number in numbers.items()}
        return {**{name: str(number) for name, number in numbers.items()}, **words}

    def _job(self) -> Utterance:
        soc = str(self.person.job)
        name = self._random.choice(self.book["jobs"][soc])
        return self._say(self.book["job_frames"], {"job": name}, [("interests.occupations", soc)])

    def _say(
        self, templates: Iterable[str], values: Mapping[str, Any], slots: Iterable[Slot]
    ) -> Utterance:
        template = self._random.choice(list(templates))
        return Utterance((filled(template, values),), frozenset(slots))
