"""What holds for every action: it speaks, in every language, briefly, with a next step."""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor

import locales
from actions.turn import Turn
from conversations.reply import Reply
from tests.actions.people import PEOPLE
from tests.actions.talker import BY_INTENT, MOST_WORDS, Talker

pytestmark = pytest.mark.slow

CHECKOUT = Path(__file__).resolve().parents[2]
ANSWERS = ("affirm", "deny", "dont_know")
INTENTS = (*BY_INTENT, *ANSWERS)
PROGRAMS_TRIED = 30
Someone = Callable[..., Talker]


def _actions_of_the_domain() -> set[str]:
    files = sorted((CHECKOUT / "bot" / "domain").glob("*.yml"))
    return {name for path in files for name in yaml.safe_load(path.read_text()).get("actions", [])}


def test_every_action_of_the_bots_domain_is_registered_and_no_other(
    executor: ActionExecutor,
) -> None:
    assert set(executor.actions) == _actions_of_the_domain()


@pytest.mark.parametrize("language", locales.languages())
@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE.keys())
@pytest.mark.parametrize("intent", INTENTS)
def test_every_answer_is_short_and_leaves_a_next_step(
    someone: Someone, intent: str, person: dict[str, Any], language: str
) -> None:
    talker = someone(language=language)
    if person:
        talker.says("inform", person)
    for _ in range(2):
        talker.says(intent, intents=_two(intent))
        assert talker.codes, "a reply says something"
        assert "shared.failed" not in talker.codes
        assert talker.words <= MOST_WORDS, talker.text
        assert talker.labels or talker.state.get("awaiting"), talker.text


def _two(intent: str) -> list[dict[str, Any]]:
    return [{"name": intent, "confidence": 0.3}, {"name": "ask_cost", "confidence": 0.2}]


@pytest.mark.parametrize("language", locales.languages())
@pytest.mark.parametrize("intent", INTENTS)
def test_every_program_can_be_asked_about(
    someone: Someone, release: Any, intent: str, language: str
) -> None:
    talker = someone(language=language).says("inform", PEOPLE["Milwaukee, tenth grade"])
    every = max(1, len(release.programs) // PROGRAMS_TRIED)
    for program_id in list(release.programs)[::every]:
        talker.says(intent, mentions=[program_id])
        assert "shared.failed" not in talker.codes, program_id
        assert talker.words <= MOST_WORDS, talker.text
        if talker.last["effect"]:
            return


def test_the_same_words_never_come_twice_in_a_row(someone: Someone) -> None:
    talker = someone()
    said = []
    for intent in ("greet", "greet", "nlu_fallback", "nlu_fallback", "thank", "thank", "affirm"):
        said.append(talker.says(intent, intents=_two(intent)).text)
    assert all(one != after for one, after in pairwise(said)), said


def test_an_action_that_fails_still_speaks_and_keeps_what_was_known(
    someone: Someone, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    talker = someone().says("inform", PEOPLE["Milwaukee, tenth grade"])
    before = talker.state

    def broken(*_: object) -> Turn:
        raise RuntimeError("my number is 414-555-0100")

    monkeypatch.setattr(Turn, "of", broken)
    with caplog.at_level(logging.ERROR):
        talker.says("ask_pay", text="my number is 414-555-0100")
    assert talker.codes == ["shared.failed"]
    assert talker.state["profile"] == before["profile"]
    assert talker.state["shown"] == before["shown"]
    assert "message-1" in caplog.text
    assert "RuntimeError" in caplog.text
    assert "555" not in caplog.text, "nothing a person said is logged"


@pytest.mark.parametrize(
    "message",
    [
        pytest.param({}, id="an empty message"),
        pytest.param({"metadata": None}, id="no metadata"),
        pytest.param({"metadata": {"state": "x"}}, id="a state of the wrong type"),
        pytest.param({"metadata": {"state": {}}, "reading": {}}, id="a state without a day"),
        pytest.param(
            {"metadata": {"state": {"today": "2026-11-23", "profile": {"age": "old"}}},
             "reading": {"intents": [{"name": "inform"}]}},
            id="a profile of the wrong shape",
        ),
        pytest.param(
            {"metadata": {"state": {"today": "2026-11-23"}}, "reading": {"intents": []}},
            id="no intent at all",
        ),
    ],
)  # fmt: skip
def test_a_malformed_call_gets_the_kind_sentence(someone: Someone, message: Any) -> None:
    sent = someone().calls("action_find_programs", message)
    assert [item["code"] for item in sent["messages"]] == ["shared.failed"]
    Reply.model_validate(sent)


def test_what_is_unpublished_gets_the_kind_sentence(
    tmp_path: Path, executor: ActionExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from actions import guide
    from actions.desk import Desk
    from knowledge.reader import Library
    from places.gazetteer import Gazetteer

    monkeypatch.setattr(guide, "desk", lambda: Desk(Library(tmp_path), Gazetteer.open()))
    assert Talker(executor).says("greet").codes == ["shared.failed"]
    in_danger = Talker(executor).says("crisis")
    assert in_danger.codes[0] == "safety.crisis", "help needs no release"
    assert "988" in str(in_danger.items("resources"))
