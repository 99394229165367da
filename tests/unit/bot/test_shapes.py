"""A reading reaches Rasa, the action and `/parse` whole."""

from __future__ import annotations

import pytest

from bot.components import shapes
from understanding.reading import Ambiguous, Reading, Span

READING = Reading(
    language="en",
    intents=(("inform", 0.8), ("correct", 0.2)),
    spans=(
        Span(3, 5, "19", "age", 19),
        Span(9, 20, "4000 hours", "experience_hours.47-2111", 4000, "add"),
    ),
    delta={"age": 19},
    ambiguous=(Ambiguous("location", "springfield", ("IL", "MO")),),
    speaks_of="client",
)


@pytest.mark.parametrize(
    ("below", "name", "confidence"),
    [
        pytest.param(0.8, "inform", 0.8, id="just sure enough"),
        pytest.param(0.81, "nlu_fallback", 0.2, id="a little too unsure"),
    ],
)
def test_an_unsure_message_is_asked_about(below: float, name: str, confidence: float) -> None:
    intent = shapes.intent_of(READING, below)
    assert intent["name"] == name
    assert intent["confidence"] == pytest.approx(confidence)


def test_spans_become_entities_of_their_field() -> None:
    age, hours = shapes.entities_of(READING, None)
    assert (age["entity"], age["role"], age["start"], age["end"]) == ("age", "set", 3, 5)
    assert (hours["entity"], hours["group"]) == ("experience_hours", "47-2111")


def test_what_was_asked_becomes_the_entity_that_fills_its_slot() -> None:
    last = shapes.entities_of(READING, "requirement")[-1]
    assert (last["entity"], last["value"]) == ("awaiting", "requirement")


def test_the_whole_reading_is_written() -> None:
    written = shapes.json_of(READING)
    assert written["intents"][0] == {"name": "inform", "confidence": 0.8}
    assert written["spans"][0] == {
        "start": 3, "end": 5, "text": "19", "value": 19, "field": "age", "op": "set"
    }  # fmt: skip
    assert written["delta"] == {"age": 19}
    assert written["ambiguous"] == [
        {"field": "location", "text": "springfield", "choices": ["IL", "MO"]}
    ]
    assert (written["speaks_of"], written["language"]) == ("client", "en")


def test_a_pressed_button_means_what_it_was_made_for() -> None:
    reading = shapes.chosen({"intent": "affirm", "delta": {"age": 18}}, "es", "client")
    assert reading.intents == (("affirm", 1.0),)
    assert reading.delta == {"age": 18}
    assert (reading.language, reading.speaks_of) == ("es", "client")


def test_a_button_without_a_delta_changes_nothing() -> None:
    assert shapes.chosen({"intent": "ask_pay", "delta": None}, None, "self").delta == {}
