"""What is asked about a program is not told of the person who asks."""

from __future__ import annotations

import pytest

from understanding.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "would they take somebody with a felony",
        "do you guys work with veterans",
        "do i have to be in a union first",
        "will i need a cdl for that",
        "why not the teamsters program",
        "are there any for homeless youth",
        "does it matter about a license",
        "do they want a high school diploma",
        "what about the steelworkers one",
        "¿ayudan a veteranos?",
        "aceptan a personas con antecedentes",
        "¿tengo que tener licencia?",
        "¿hay algo para madres solteras?",
        "¿es para gente sin hogar?",
        "¿por qué no el de los teamsters?",
    ],
)
def test_a_question_about_a_program_stores_nothing(read, text):
    delta = read(text).delta
    assert not delta.keys() & {"facts", "credentials", "education"}, delta


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("i'm a veteran, do they help veterans?", "veteran"),
        ("do you help me i am a felon", "justice_involved"),
        ("what can i get as a veteran?", "veteran"),
        ("soy veterano, ¿ayudan?", "veteran"),
        ("¿aceptan si tengo antecedentes?", "justice_involved"),
    ],
)
def test_what_is_said_beside_a_question_still_counts(read, text, fact):
    assert read(text).delta["facts"][fact] is True


@pytest.mark.parametrize(
    "text",
    [
        "my boss owes me three weeks pay",
        "the contractor never paid me for the drywall job, fresno",
        "they shorted my check again at the plant",
        "mi patron me debe dos semanas",
        "no me pagaron la última quincena en la obra",
    ],
)
def test_pay_that_is_owed_asks_for_help(reader: Reader, text: str) -> None:
    assert reader.read(text).intent == "ask_support"
