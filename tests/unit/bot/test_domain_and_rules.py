"""Every intent leads to one action, whatever the last reply asked for."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from matching.profile import FLAGS, NAMES

CHECKOUT = Path(__file__).resolve().parents[3]
CONTRACT = [
    *("inform", "find_programs", "ask_eligibility", "ask_requirements", "ask_pay", "ask_ladder"),
    *("ask_cost", "ask_apply", "ask_support", "compare", "what_if", "correct", "save_plan"),
    *("talk_to_person", "greet", "goodbye", "thank", "affirm", "deny", "dont_know", "help"),
    *("restart", "delete_my_data", "bot_challenge", "out_of_scope", "crisis"),
]
UNSURE = "nlu_fallback"
AWAITED = (None, "field", "requirement", "choice", "program", "confirm")


def _all(folder: str, key: str) -> list[Any]:
    found: list[Any] = []
    for path in sorted((CHECKOUT / folder).glob("*.yml")):
        found += yaml.safe_load(path.read_text("utf-8")).get(key, [])
    return found


INTENTS = [name for entry in _all("bot/domain", "intents") for name in entry]
ACTIONS = _all("bot/domain", "actions")
RULES = _all("bot/rules", "rules")


def _awaited_by(rule: dict[str, Any]) -> str | None:
    conditions = rule.get("condition", [])
    return conditions[0]["slot_was_set"][0]["awaiting"] if conditions else None


BY_CASE = {(rule["steps"][0]["intent"], _awaited_by(rule)): rule["steps"][1] for rule in RULES}


def action_for(intent: str, awaited: str | None) -> str:
    step = BY_CASE.get((intent, awaited)) or BY_CASE[intent, None]
    action: str = step["action"]
    return action


def test_the_domain_has_the_intents_of_the_contract_and_one_for_doubt() -> None:
    assert sorted(INTENTS) == sorted([*CONTRACT, UNSURE])


@pytest.mark.parametrize(
    ("intent", "awaited"),
    list(product([*CONTRACT, UNSURE], AWAITED)),
    ids=lambda value: str(value or "nothing_asked"),
)
def test_every_intent_has_one_action_in_every_state(intent: str, awaited: str | None) -> None:
    assert action_for(intent, awaited) in ACTIONS


def test_no_two_rules_are_about_the_same_case() -> None:
    assert len(BY_CASE) == len(RULES)


def test_every_action_of_the_domain_is_chosen_by_a_rule() -> None:
    chosen = {rule["steps"][1]["action"] for rule in RULES}
    assert chosen == set(ACTIONS)
    assert len(ACTIONS) == len(set(ACTIONS))


def test_every_rule_is_one_intent_and_one_action() -> None:
    assert all(len(rule["steps"]) == 2 for rule in RULES)


@pytest.mark.parametrize("intent", ["affirm", "deny", "dont_know"])
@pytest.mark.parametrize(
    ("awaited", "action"),
    [
        ("field", "action_take_answer"),
        ("requirement", "action_take_answer"),
        ("choice", "action_take_answer"),
        ("confirm", "action_take_answer"),
        ("program", "action_continue"),
        (None, "action_continue"),
    ],
)
def test_yes_no_and_unknown_depend_on_what_was_asked(
    intent: str, awaited: str | None, action: str
) -> None:
    assert action_for(intent, awaited) == action


def test_rules_are_named_after_the_topic_of_their_file() -> None:
    for path in (CHECKOUT / "bot/rules").glob("*.yml"):
        for rule in yaml.safe_load(path.read_text("utf-8"))["rules"]:
            assert rule["rule"].startswith(f"{path.stem}: "), rule["rule"]


def test_every_topic_with_rules_has_a_domain() -> None:
    rules = {path.stem for path in (CHECKOUT / "bot/rules").glob("*.yml")}
    assert rules <= {path.stem for path in (CHECKOUT / "bot/domain").glob("*.yml")}


def test_every_fact_of_a_profile_can_be_said() -> None:
    entities = set(_all("bot/domain", "entities"))
    assert {f"facts.{name}" for name in (*FLAGS, *NAMES)} <= entities


def test_what_is_said_never_bends_the_rules() -> None:
    for entry in _all("bot/domain", "intents"):
        assert all(options == {"use_entities": []} for options in entry.values())
