"""The page's own buttons: a closed list, each turned into what pressing it says to the bot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import locales
from matching.profile import Profile
from matching.profile_json import ProfileProblem, profile_after
from web.shared.problems import Problem

Json = dict[str, Any]
Press = tuple[str, Json]  # the label that stands in the transcript, and the meaning
LONGEST = 300  # characters of a button's value; the longest requirement id is far below
MOST_COMPARED = 3  # as many as stand side by side
ANSWERS = {"yes": True, "no": False, "skip": None}
ABOUT_A_PROGRAM = {
    "save": "save_plan",
    "pay": "ask_pay",
    "apply": "ask_apply",
    "requirements": "ask_requirements",
    "compare": "compare",
}
PLAIN: dict[str, Json] = {
    "find_programs": {"intent": "find_programs"},
    "pays_well": {"intent": "ask_pay"},
    "help": {"intent": "help"},
    "person": {"intent": "talk_to_person"},
    "start_over": {"intent": "restart"},
    "plan": {"intent": "save_plan", "value": "show"},
}


class UnknownButton(Problem):
    """A value that none of the page's buttons has."""

    def __init__(self) -> None:
        super().__init__(422, "That button is not one of this page's. Reload the page.")


def meaning_of(form: Mapping[str, str], language: str) -> Press | None:
    """Return what a pressed button of the page means; None when the form holds no such button.

    Raises `UnknownButton`.
    """
    for name, reading in READINGS.items():
        if form.get(name):
            return reading(form[name][:LONGEST], language)
    return None


def _confirmed(value: str, language: str) -> Press:
    requirement, _, answer = value.rpartition(" ")
    if answer not in ANSWERS or "#" not in requirement:
        raise UnknownButton
    label = locales.say(f"buttons.{answer}", language)
    given = ANSWERS[answer]
    if given is None:
        return label, {"intent": "dont_know", "value": requirement}
    intent = "affirm" if given else "deny"
    return label, {"intent": intent, "delta": {"confirmed": {requirement: given}}}


def _of_program(value: str, language: str) -> Press:
    verb, _, program_id = value.partition(" ")
    if verb not in ABOUT_A_PROGRAM or not program_id:
        raise UnknownButton
    meaning = {"intent": ABOUT_A_PROGRAM[verb], "program_id": program_id}
    return locales.say(f"web.act.{verb}", language), meaning


def _plain(value: str, language: str) -> Press:
    if value not in PLAIN:
        raise UnknownButton
    return locales.say(f"web.go.{value}", language), PLAIN[value]


def _forgotten(value: str, language: str) -> Press:
    """Take one understood thing back: its field path becomes a delta that forgets just that."""
    head, _, rest = value.partition(".")
    delta: Json = {head: None}
    if head == "interests":
        kind, _, code = rest.partition(".")
        delta = {"interests": {"remove": {kind: [code]}}}
    elif head in ("facts", "test_scores", "experience_hours"):
        delta = {head: {rest: None}}
    elif head in ("credentials", "courses"):
        delta = {"remove": {head: [rest]}}
    return edit(delta, language)


def compared(picked: Iterable[Any], language: str) -> Press:
    """Return what ticking programs to compare says: two or three of them, the first ticked first.

    Fewer than two leave it to the talk which others stand beside.
    """
    programs = [one[:LONGEST] for one in picked if isinstance(one, str) and one]
    meaning = {"intent": "compare", "programs": programs[:MOST_COMPARED]}
    return locales.say("web.act.compare", language), meaning


READINGS: dict[str, Callable[[str, str], Press]] = {
    "confirm": _confirmed,
    "about": _of_program,
    "go": _plain,
    "forget": _forgotten,
}


def edit(delta: Json, language: str) -> Press:
    """Return what mending the profile in its form says. Raises `UnknownButton`."""
    try:
        profile_after(Profile(), delta)
    except ProfileProblem as error:
        raise UnknownButton from error
    return locales.say("profile.edited", language), {"intent": "correct", "delta": delta}
