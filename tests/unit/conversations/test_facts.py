"""A turn counts as codes of closed lists; a talk counts for a thing once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from conversations.facts import COUNTED, counting, facts_of
from conversations.ledger import Outcome, Snapshot
from conversations.reply import Reply

BEGAN = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
PLANTED = "maria lopez 414 555 0199 oak street"


def a_reply(**changes: Any) -> Reply:
    fields = {
        "messages": [{"type": "say", "code": "shared.failed"}],
        "state": {"profile": {}, "language": "es"},
        "intent": "inform",
        "action": "action_find_programs",
    }
    return Reply.model_validate({**fields, **changes})


def a_talk(turn: int = 0, **memory: Any) -> Snapshot:
    return Snapshot("key", "es", {}, memory, turn, BEGAN)


def facts(reply: Reply, talk: Snapshot, seconds: float = 1.0) -> set[tuple[str, str]]:
    return set(facts_of(reply, talk, BEGAN + timedelta(seconds=seconds)))


MATCHED = [{"type": "matches", "matches": [{"program_id": "wrtp-big-step"}]}]


def test_a_first_turn_counts_its_intent_and_the_language_of_the_talk() -> None:
    assert facts(a_reply(), a_talk()) == {("intent", "inform"), ("language", "es")}


@pytest.mark.parametrize(
    ("intent", "fact"),
    [
        pytest.param("out_of_scope", ("fallback", "out_of_scope"), id="outside our field"),
        pytest.param("nlu_fallback", ("fallback", "unsure"), id="nobody is sure"),
        pytest.param("unknown", ("fallback", "failed"), id="an action failed"),
        pytest.param(PLANTED, ("fallback", "failed"), id="no code at all"),
        pytest.param("ask_pay", ("intent", "ask_pay"), id="understood"),
    ],
)
def test_a_turn_is_one_intent_or_one_fallback(intent: str, fact: tuple[str, str]) -> None:
    assert facts(a_reply(intent=intent), a_talk(language=1, counted=["language"])) == {fact}


@pytest.mark.parametrize(
    ("turn", "seconds", "buckets"),
    [
        pytest.param(0, 0.0, ("1", "10"), id="at once"),
        pytest.param(0, 10.0, ("1", "10"), id="within ten seconds"),
        pytest.param(3, 10.1, ("5", "30"), id="the fourth message, a little later"),
        pytest.param(4, 600.0, ("5", "600"), id="the fifth message"),
        pytest.param(5, 600.1, ("10", "more"), id="the sixth message"),
        pytest.param(10, 9e6, ("more", "more"), id="very late"),
        pytest.param(1, -5.0, ("2", "10"), id="a clock set back"),
    ],
)
def test_the_first_programs_are_counted_by_messages_and_by_time(
    turn: int, seconds: float, buckets: tuple[str, str]
) -> None:
    found = dict(facts(a_reply(messages=MATCHED), a_talk(turn), seconds))
    assert (found["match_turns"], found["match_seconds"]) == buckets


def test_a_talk_counts_for_a_thing_once_and_remembers_no_more_than_that() -> None:
    reply = a_reply(messages=MATCHED, intent="talk_to_person", unmatched=["place/WI/Racine"])
    first = facts_of(reply, a_talk(), BEGAN)
    outcome = counting(Outcome({}, "es", {}, {"topic": "list"}), a_talk(), first)
    assert outcome.memory["topic"] == "list"
    again = facts_of(reply, a_talk(1, **{COUNTED: outcome.memory[COUNTED]}), BEGAN)
    assert ("place", "WI/Racine") in first
    assert again == (("intent", "talk_to_person"),)


@pytest.mark.parametrize(
    "code",
    [
        PLANTED,
        f"place/{PLANTED}",
        f"place/WI/{PLANTED}",
        f"sector/{PLANTED}",
        f"occupation/{PLANTED}",
        "occupation/123-45-6789",
        "place/WI/maria@example.org",
        "place/WI/Racine/more",
    ],
)
def test_what_is_no_code_is_not_counted(code: str) -> None:
    told = facts(a_reply(unmatched=[code]), a_talk())
    assert told == {("intent", "inform"), ("language", "es")}
