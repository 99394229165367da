"""Invented people are consistent, say the same for the same seed, and type as people do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random
from string import Formatter
from typing import Any

import pytest

from evaluation.people.agenda import YOUNGEST
from evaluation.people.circumstances import contradictions
from evaluation.people.inventing import invent
from evaluation.people.jobs import sectors_of_jobs
from evaluation.people.noise import LEVELS, noisy
from evaluation.people.persona import Persona
from evaluation.people.places import places
from evaluation.people.schooling import FROM_AGE
from evaluation.people.speaking import Speaker
from evaluation.people.telling import Teller
from evaluation.people.wording import Piece, book_of, plain_text

PEOPLE = [invent(number) for number in range(200)]
LANGUAGES = ("en", "es")
SILENCE: Mapping[str, Any] = {"messages": [], "asked": None, "quick_replies": []}


def lines_of(person: Persona, seed: int) -> list[str]:
    """Let a person talk to a product that says and asks nothing."""
    speaker = Speaker(person, seed)
    line, said = speaker.opening(), []
    while line is not None:
        said.append(line.text)
        speaker.heard(line, SILENCE)
        line = speaker.next(SILENCE)
    return said


def test_the_same_number_is_the_same_person() -> None:
    assert [invent(number) for number in range(20)] == PEOPLE[:20]


def test_the_same_seed_says_the_same_and_another_something_else() -> None:
    assert lines_of(PEOPLE[0], 2) == lines_of(PEOPLE[0], 2)
    assert lines_of(PEOPLE[0], 0) != lines_of(PEOPLE[0], 4)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: f"person {person.number}")
def test_a_person_could_exist(person: Persona) -> None:
    assert YOUNGEST <= person.age <= 62
    assert person.level == "in_high_school" or person.age >= FROM_AGE[person.level]
    assert person.level != "in_high_school" or person.age <= 18
    assert not contradictions({**person.facts, **person.quiet})
    assert not set(person.likes) & set(person.dislikes)
    assert sectors_of_jobs().get(person.job or "") not in person.dislikes
    assert set(person.volunteers) <= set(person.items)


def test_people_differ_in_all_that_matters() -> None:
    assert {person.language for person in PEOPLE} == set(LANGUAGES)
    spanish = sum(person.language == "es" for person in PEOPLE) / len(PEOPLE)
    assert 0.3 < spanish < 0.5
    assert {person.place.region for person in PEOPLE} == {one.region for one in places()}
    assert {person.question for person in PEOPLE} == {"pay", "cost", "apply", "ladder", None}
    assert any(person.slip for person in PEOPLE)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seed", range(20))
def test_noise_keeps_numbers_and_places(level: int, seed: int) -> None:
    phrase = (Piece("I have been living in "), Piece("Winston-Salem", kept=True))
    number = (Piece("My code is "), Piece("27101", kept=True), Piece(", somewhere in Carolina"))
    said = noisy([phrase, number], level, book_of("en"), Random(seed))
    assert "winston-salem" in said.lower()
    assert re.findall(r"\d+", said) == ["27101"]


def test_two_numbers_never_run_into_each_other() -> None:
    for seed in range(20):
        said = noisy(
            [(Piece("17", kept=True),), (Piece("53206", kept=True),)],
            1,
            book_of("en"),
            Random(seed),
        )
        assert re.search(r"17 \D+ 53206", said)


def test_tidy_is_as_written_and_one_has_neither_capitals_nor_marks() -> None:
    phrase = (Piece("I'm "), Piece("19", kept=True), Piece(", and I don't drive."))
    assert noisy([phrase], 0, book_of("en"), Random(1)) == "I'm 19, and I don't drive."
    assert noisy([phrase], 1, book_of("en"), Random(1)) == "im 19 and i dont drive"


def test_typos_are_about_as_many_as_meant() -> None:
    words = (Piece(" ".join(["program"] * 2_000)),)
    said = noisy([words], 2, {**book_of("en"), "fillers": ["um"]}, Random(3)).split()
    wrong = sum(word not in ("program", "um") for word in said) / 2_000
    assert 0.045 < wrong < 0.075


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_has_six_wordings(language: str) -> None:
    book = book_of(language)
    groups = {"place": book["place"]["say"], "age": book["age"]["say"], **book["education"]}
    groups |= {**book["likes"], **book["credentials"], **book["questions"]}
    for flag, answers in book["facts"].items():
        groups |= {f"{flag} {answer}": listed for answer, listed in answers.items()}
    assert not {name: listed for name, listed in groups.items() if len(set(listed)) < 6}


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_know_the_same_fields(language: str) -> None:
    ours, other = book_of(language), book_of("en")
    assert ours.keys() == other.keys()
    for name in ("education", "likes", "nouns", "facts", "credentials", "questions"):
        assert ours[name].keys() == other[name].keys()


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: f"person {person.number}")
def test_what_a_person_tells_is_true_of_them_and_no_more(person: Persona) -> None:
    teller = Teller(person, Random(person.number))
    for item in person.items:
        said = teller.tell(item)
        told = dict(said.slots)
        assert told.get("age", person.age) == person.age
        assert told.get("education.level", person.level) == person.level
        assert told.get("location.zip", person.place.zip) == person.place.zip
        assert ("location.city" in told) is (person.place.city in plain_text(said.phrases))
        assert said.slots


def test_a_grade_counts_as_told_only_when_it_was_said() -> None:
    person = next(one for one in PEOPLE if one.level == "some_high_school")
    seen = set()
    for seed in range(40):
        said = Teller(person, Random(seed)).tell("education")
        numbered = any(letter.isdigit() for letter in plain_text(said.phrases))
        told = "education.grade" in dict(said.slots)
        assert told or not numbered
        seen.add(told)
    assert seen == {True, False}


def test_a_slip_is_put_right_a_turn_later() -> None:
    person = next(one for one in PEOPLE if one.slip and one.slip.age)
    assert person.slip is not None
    speaker = Speaker(person, 0)
    line, told = speaker.opening(), []
    while line is not None:
        speaker.heard(line, SILENCE)
        told.append((line.purpose, speaker.told.value("age")))
        line = speaker.next(SILENCE)
    corrected = [purpose for purpose, _ in told].index("correct")
    assert told[corrected - 1][1] == person.slip.age
    assert told[corrected][1] == person.age


def test_a_repeated_question_costs_patience() -> None:
    person = next(one for one in PEOPLE if "age" in one.volunteers and not one.slip)
    speaker = Speaker(person, 0)
    speaker.told = speaker.told.after([("age", person.age)])
    before = speaker.patience
    speaker.next({**SILENCE, "asked": {"kind": "field", "name": "age"}})
    assert speaker.patience < before


def test_every_wording_can_be_filled() -> None:
    fields = {
        name
        for language in LANGUAGES
        for template in _templates(book_of(language))
        for _, name, _, _ in Formatter().parse(template)
        if name
    }
    known = {"age", "wrong", "city", "state", "state_name", "zip", "noun", "job"}
    assert fields <= known | {"done", "done_word", "left", "left_word", "grade", "grade_word"}


def _templates(book: Any) -> list[str]:
    if isinstance(book, str):
        return [book]
    inner = book.values() if isinstance(book, Mapping) else book
    return [template for one in inner for template in _templates(one)]
