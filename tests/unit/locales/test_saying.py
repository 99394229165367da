"""Saying codes: fields, plurals, numbers, lists, and nothing a person typed taken for a field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import locales
from locales.saying import _written


@pytest.mark.parametrize(
    ("value", "en", "es"),
    [
        pytest.param("as it is", "as it is", "as it is", id="text"),
        pytest.param(7, "7", "7", id="a number"),
        pytest.param(2025, "2025", "2025", id="four digits stay together, so a year reads well"),
        pytest.param(63190, "63,190", "63,190", id="five digits are grouped"),
        pytest.param({"usd": 63190}, "$63,190", "$63,190", id="whole dollars"),
        pytest.param({"usd": 22.5}, "$22.50", "$22.50", id="dollars with cents"),
        pytest.param({"date": "2015"}, "2015", "2015", id="a year stays a year"),
        pytest.param({"date": "2027-03"}, "March 2027", "marzo de 2027", id="a month"),
        pytest.param(
            {"date": "2026-11-23"}, "November 23, 2026", "23 de noviembre de 2026", id="a day"
        ),
        pytest.param({"month": "2027-03"}, "March", "marzo", id="only the month"),
        pytest.param({"miles": 1.2}, "1 mile", "1 milla", id="one mile"),
        pytest.param({"miles": 4.6}, "5 miles", "5 millas", id="miles are rounded"),
        pytest.param({"miles": 0.0}, "0.1 miles", "0.1 millas", id="next door is not zero"),
        pytest.param({"percent": 27}, "27%", "27%", id="percent"),
        pytest.param({"ordinal": 1}, "1st", "primer", id="first"),
        pytest.param({"ordinal": 3}, "3rd", "tercer", id="third"),
        pytest.param({"ordinal": 10}, "10th", "décimo", id="tenth"),
        pytest.param({"ordinal": 11}, "11th", "undécimo", id="eleventh"),
        pytest.param(["a", "b", "c"], "a, b and c", "a, b y c", id="a list"),
        pytest.param(["francés", "inglés"], "francés and inglés", "francés e inglés", id="y to e"),
        pytest.param(["cobre", "hierro"], "cobre and hierro", "cobre y hierro", id="hie keeps y"),
        pytest.param({"listed": ["a", "b"]}, "a, b", "a, b", id="a list with commas only"),
        pytest.param({"en": "car", "es": "carro"}, "car", "carro", id="words of a record"),
        pytest.param({"en": "car"}, "car", "car", id="English stands in for a missing language"),
        pytest.param({"code": "codes.sector.energy"}, "energy", "energía", id="another code"),
        pytest.param(
            {"code": "codes.unit.weeks", "params": {"count": 12}}, "12 weeks", "12 semanas",
            id="another code with its own fields",
        ),
    ],
)  # fmt: skip
def test_a_value_is_written_as_its_language_does(value: Any, en: str, es: str) -> None:
    assert (_written(value, "en", 0), _written(value, "es", 0)) == (en, es)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        pytest.param(1, "1 week", id="one"),
        pytest.param(2, "2 weeks", id="other"),
        pytest.param(0, "0 weeks", id="none"),
    ],
)
def test_a_count_picks_its_form(count: int, said: str) -> None:
    assert locales.say("codes.unit.weeks", "en", {"count": count}) == said


def test_wordings_take_turns_and_come_round() -> None:
    said = [locales.say("welcome.thanks", "en", turn=turn) for turn in range(4)]
    assert len(set(said)) == 3
    assert said[0] == said[3]


@pytest.mark.parametrize("language", ["es-MX", "es_US", "ES"])
def test_a_regional_tag_means_its_language(language: str) -> None:
    assert locales.say("codes.level.graduate", language) == "posgrado"


@pytest.mark.parametrize("language", ["fr", "", "xx-unknown"])
def test_a_language_we_do_not_have_is_answered_in_english(language: str) -> None:
    assert locales.say("codes.level.graduate", language) == "graduate degree"


def test_a_value_that_ends_its_sentence_needs_no_second_full_stop() -> None:
    said = locales.say("matching.opened", "en", {"names": "Operation High Expectations!"})
    assert said == "New on the list: Operation High Expectations!"


@pytest.mark.parametrize(
    ("code", "params"),
    [
        pytest.param("matching.nothing_of_that_name", {}, id="no such code"),
        pytest.param("matching", {}, id="a topic is no sentence"),
        pytest.param("matching.understood", {}, id="a field that was not given"),
        pytest.param("matching.understood", {"facts": None}, id="a field that is nothing"),
        pytest.param("matching.understood", {"facts": []}, id="an empty list"),
        pytest.param("matching.understood", {"facts": object()}, id="a thing that is no value"),
        pytest.param("matching.understood", {"facts": {"usd": None}}, id="no amount"),
        pytest.param("matching.understood", {"facts": {"date": "soon"}}, id="no date"),
        pytest.param("matching.understood", {"facts": {"fr": "mots"}}, id="words in neither"),
        pytest.param("codes.unit.weeks", {}, id="a plural without a count"),
        pytest.param("codes.unit.weeks", {"count": "2"}, id="a count that is no number"),
        pytest.param("codes.unit.weeks", {"count": True}, id="a count that is a yes"),
    ],
)
def test_what_cannot_be_said_raises_and_says_why(code: str, params: dict[str, Any]) -> None:
    with pytest.raises(locales.SentenceMissing):
        locales.say(code, "en", params)


def test_codes_within_codes_end_somewhere() -> None:
    value: Any = "deep"
    for _ in range(10):
        value = {"code": "shared.value", "params": {"value": value}}
    with pytest.raises(locales.SentenceMissing):
        locales.say("shared.value", "en", {"value": value})


@given(typed=st.text(max_size=60))
def test_what_a_person_typed_is_never_a_field(typed: str) -> None:
    typed = typed + "{facts} {facts.__class__} %s {0} }{ {facts!r:>9}"
    assert locales.say("matching.understood", "en", {"facts": typed}) == f"Got it: {typed}."
