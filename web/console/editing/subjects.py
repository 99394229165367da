"""Which words a condition is checked by, by what it is about. The content guide explains them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from knowledge.content_files.rule_keys import KINDS_BY_ABOUT
from web.console.editing.inputs import rule_inputs

BY_ABOUT: Mapping[str, tuple[str, ...]] = {
    "age": ("apply_at", "start_at", "max_age"),
    "education": ("min_level", "below_level", "min_grade", "min_gpa"),
    "location": ("states", "counties", "cities"),
    "residency": ("states", "counties", "cities", "months"),
    "enrollment": ("enrolled_in", "grades", "full_time"),
    "employment": ("employer", "employer_sponsor", "work_status"),
    "membership": ("union",),
    "experience": ("hours", "field", "months"),
    "income": ("max_percent_fpl", "max_usd", "household_size"),
    "license": ("kind", "state", "clean_record"),
    "course": ("subject", "course", "years", "letter_grade"),
    "test": ("kind", "min_score"),
    "justice": ("bars", "check", "record_ok"),
    "physical": ("exam", "abilities", "lift_pounds"),
    "documents": ("documents",),
    "work_authorization": (),
    "other": ("fact",),
}


def keys_shown(rule: Mapping[str, Any], placed: bool = False) -> list[str]:
    """Return the words to show a field for: those of its subject, and those it already has."""
    usual = BY_ABOUT.get(str(rule.get("about")), ())
    held = [name for name in rule_inputs() if name in rule]
    places = ("in_states", "in_counties", "in_cities") if placed else ()
    return list(dict.fromkeys((*places, *usual, *held)))


def keys_to_add(rule: Mapping[str, Any], placed: bool = False) -> list[str]:
    """Return the words that a detail may still be added by."""
    shown = keys_shown(rule, placed)
    return [name for name in rule_inputs() if name not in shown]


def kinds_of(rule: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the kinds that go with what a condition is about."""
    about = str(rule.get("about"))
    return KINDS_BY_ABOUT.get(about, rule_inputs()["kind"].choices)
