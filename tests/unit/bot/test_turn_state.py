"""What comes in beside a text is checked, and no text can give Rasa an order."""

from __future__ import annotations

import sys
import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.turn_state import HARMLESS_SLASH, MalformedTurn, choice_in, context_of, inert, turn_asked
from understanding.reading import Awaiting, Mention

TODAY = {"today": "2026-11-23"}
BLANKS = [
    chr(code)
    for code in range(sys.maxunicode + 1)
    if chr(code).isspace() or unicodedata.category(chr(code)) in ("Zs", "Zl", "Zp", "Cf", "Cc")
]


def obeyed(text: str) -> bool:
    """Tell whether Rasa would take this text as an order: it strips, then looks for a slash."""
    return text.strip().startswith("/")


def test_no_space_or_invisible_character_hides_a_slash() -> None:
    assert len(BLANKS) > 200
    hiding = [
        f"U+{ord(blank):04X}"
        for blank in BLANKS
        for text in (f"{blank}/restart", f"/{blank}/restart", f"{blank}{blank}//restart")
        if "/" in inert(text) or len(inert(text)) != len(text)
    ]
    assert hiding == []


@given(st.text())
def test_nothing_is_ever_obeyed_and_every_place_stays(text: str) -> None:
    calm = inert(text)
    assert not obeyed(calm)
    assert len(calm) == len(text)
    assert all(
        after == before or (before, after) == ("/", HARMLESS_SLASH)
        for before, after in zip(text, calm, strict=True)
    )


@pytest.mark.parametrize("text", ["i am 18/19", "9/11/2007", "either/or", "http://a.b/c", "ok"])
def test_slashes_inside_a_text_stay(text: str) -> None:
    assert inert(text) == text


def test_what_a_turn_can_be_understood_with_is_read() -> None:
    context = context_of(
        {
            **TODAY,
            "language": "es",
            "profile": {"age": 17},
            "awaiting": {"kind": "choice", "name": "location", "choices": ["a", "b"]},
            "mentioned": [{"program_id": "wrtp-big-step", "start": 3, "end": 11}],
        }
    )
    assert context.language == "es"
    assert context.today == date(2026, 11, 23)
    assert context.profile == {"age": 17}
    assert context.awaiting == Awaiting("choice", "location", ("a", "b"))
    assert context.mentioned == (Mention("wrtp-big-step", 3, 11),)


def test_a_new_talk_needs_only_the_day() -> None:
    context = context_of({**TODAY, "awaiting": None, "language": None, "mentioned": None})
    assert context.awaiting is None
    assert context.profile == {}


@pytest.mark.parametrize(
    ("state", "says"),
    [
        pytest.param({}, "today", id="no day"),
        pytest.param({"today": 20261123}, "today", id="a day that is a number"),
        pytest.param({"today": "yesterday"}, "today", id="a day in words"),
        pytest.param({**TODAY, "language": 1}, "language", id="a language that is a number"),
        pytest.param({**TODAY, "profile": []}, "profile", id="a profile that is a list"),
        pytest.param({**TODAY, "awaiting": "age"}, "awaiting", id="awaiting without a kind"),
        pytest.param({**TODAY, "awaiting": {"kind": "x"}}, "kind", id="an unknown kind"),
        pytest.param(
            {**TODAY, "awaiting": {"kind": "choice", "choices": 3}},
            "choices",
            id="choices no list",
        ),
        pytest.param({**TODAY, "mentioned": {}}, "mentioned", id="mentioned not a list"),
        pytest.param({**TODAY, "mentioned": [1]}, "mentioned", id="a mention that is a number"),
        pytest.param({**TODAY, "mentioned": [{"start": 1}]}, "mentioned", id="half a mention"),
        pytest.param({**TODAY, "choice": "yes"}, "choice", id="a choice that is a text"),
        pytest.param({**TODAY, "choice": {}}, "intent", id="a choice without intent"),
        pytest.param(
            {**TODAY, "choice": {"intent": "affirm", "delta": 1}}, "delta", id="a delta as number"
        ),
    ],
)
def test_a_malformed_state_is_refused_by_the_name_of_what_is_wrong(
    state: dict[str, Any], says: str
) -> None:
    with pytest.raises(MalformedTurn, match=says):
        turn_asked({"sender": "a", "text": "hi", "state": state})


@pytest.mark.parametrize(
    ("body", "says"),
    [
        pytest.param([], "object", id="a list"),
        pytest.param(None, "object", id="nothing"),
        pytest.param({"text": "hi", "state": TODAY}, "sender", id="no sender"),
        pytest.param({"sender": 5, "text": "hi", "state": TODAY}, "sender", id="a number sends"),
        pytest.param({"sender": "a", "state": TODAY}, "text", id="no text"),
        pytest.param({"sender": "a", "text": " \n", "state": TODAY}, "text", id="only spaces"),
        pytest.param({"sender": "a", "text": "hi"}, "state", id="no state"),
    ],
)
def test_a_malformed_turn_is_refused(body: Any, says: str) -> None:
    with pytest.raises(MalformedTurn, match=says):
        turn_asked(body)


def test_a_pressed_button_is_found() -> None:
    choice = {"intent": "affirm", "delta": {"age": 18}}
    assert choice_in({"choice": choice}) == choice
    assert choice_in({"choice": None}) is None
