"""What people say beside the search: owed pay, what is kept of a talk, "skip", a fresh start."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.asked import after, asks, is_only
from actions.phrases import plain
from tests.actions.people import MILWAUKEE
from tests.actions.talker import Talker

Someone = Callable[..., Talker]


@pytest.fixture
def milwaukee(someone: Someone) -> Talker:
    return someone().says("inform", MILWAUKEE)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "my boss owes me like 300 in pay"),
        ("en", "they havent paid me in a month"),
        ("es", "mi jefe me debe 2 semanas d pago q hago"),
        ("es", "no me han pagado"),
    ],
)
def test_owed_pay_gets_the_labor_departments_line(
    someone: Someone, language: str, text: str
) -> None:
    talker = someone(language=language).says("ask_support", text=text)
    assert "safety.unpaid" in talker.codes
    [line] = talker.items("resources")[0]["resources"]
    assert line["phone"] == "1-866-487-9243"
    assert line["sources"][0]["url"].startswith("https://www.dol.gov/")
    assert talker.labels


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "we need food"),
        ("en", "i have nowhere to sleep tonight"),
        ("es", "no tengo donde dormir"),
        ("es", "mis hijos tienen hambre"),
    ],
)
def test_food_and_a_bed_come_before_any_program(someone: Someone, language: str, text: str) -> None:
    talker = someone(language=language).says("ask_support", text=text)
    assert "safety.needs" in talker.codes
    [line] = talker.items("resources")[0]["resources"]
    assert line["phone"] == "211"


@pytest.mark.parametrize(
    "text", ["is it an unpaid internship", "i owe my boss a lot", "do they pay you while you learn"]
)
def test_other_words_of_pay_are_no_owed_pay(text: str) -> None:
    assert not asks("unpaid", text)


def test_what_is_kept_of_a_talk_is_told(someone: Someone) -> None:
    talker = someone().says("help", text="what happens to what i type here?")
    assert talker.codes == ["privacy.how"]
    assert "delete" in talker.text


@pytest.mark.parametrize("intent", ["inform", "deny", "nlu_fallback", "out_of_scope"])
@pytest.mark.parametrize("text", ["skip", "idk", "no sé", "prefer not to say", "ok next question"])
def test_a_question_that_is_skipped_is_never_put_again(
    milwaukee: Talker, intent: str, text: str
) -> None:
    name = milwaukee.state["awaiting"]["name"]
    before = milwaukee.state["profile"]
    milwaukee.says(intent, text=text)
    assert milwaukee.codes[0] == "answers.skipped"
    assert name in milwaukee.state["skipped"]
    assert milwaukee.state["profile"] == before
    assert (milwaukee.state["awaiting"] or {}).get("name") != name


def test_a_skip_does_not_change_the_language(someone: Someone) -> None:
    talker = someone(language="es").says("inform", MILWAUKEE)
    talker.says("inform", text="skip", language="en")
    assert talker.state["language"] == "es"


@pytest.mark.parametrize(
    "text",
    ["ok lets start over", "wipe it, new client please", "borrón y cuenta nueva", "desde cero"],
)
def test_any_wish_for_a_fresh_start_is_one(milwaukee: Talker, text: str) -> None:
    milwaukee.says("inform", text=text)
    assert milwaukee.codes[0] == "restart.done"
    assert milwaukee.state["profile"]["age"] is None


@pytest.mark.parametrize("text", ["can i start over in a new trade at 40", "new client is 19"])
def test_a_fresh_start_in_life_is_none_here(text: str) -> None:
    assert not is_only("restart", plain(text))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("why not welding", " welding", id="at the start"),
        pytest.param("ok but why not welding", " welding", id="after two words"),
        pytest.param("¿por qué no soldar?", " soldar?", id="Spanish"),
        pytest.param("dejé la escuela porque no me gustaba", None, id="because not"),
    ],
)
def test_why_not_is_told_from_because_not(text: str, rest: str | None) -> None:
    assert after("why_not", plain(text)) == rest


def test_what_is_forgotten_is_not_asked_for(milwaukee: Talker) -> None:
    milwaukee.says("correct", {"age": None}, text="forget my age")
    assert "age" in milwaukee.state["skipped"]
    assert "requirements.ask.age" not in milwaukee.codes


def test_a_second_digression_keeps_the_open_question(someone: Someone) -> None:
    talker = someone().says("inform", {"location": {"city": "Milwaukee", "state": "WI"}})
    name = talker.state["awaiting"]["name"]
    for text in ("nice weather", "tell me a joke", "who won the game"):
        talker.says("out_of_scope", text=text)
        assert talker.state["awaiting"]["name"] == name
