"""What the fields of a form and their choices are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

import locales
from knowledge.content_files.fields import Kind, Status
from knowledge.content_files.program_shape import Schedule, Support
from knowledge.content_files.rule_keys import About, Agreement, Document, WayIn
from matching.profile import FLAGS, LEVELS, SECTORS
from web.console.editing.inputs import Input

TONGUES = {"en": "drafts.in_english", "es": "drafts.in_spanish"}
WORDED: Mapping[tuple[Any, ...], str] = {
    SECTORS: "codes.sector.{}",
    LEVELS: "codes.level.{}",
    FLAGS: "codes.fact.{}.yes",
    get_args(Kind): "codes.kind.{}",
    get_args(Status): "codes.status.{}",
    get_args(Schedule): "codes.schedule.{}",
    get_args(Support): "codes.support.{}",
    get_args(About): "codes.about.{}",
    get_args(Document): "codes.document.{}",
    get_args(WayIn): "codes.take_part.{}",
    get_args(Agreement): "codes.agree.{}",
}


def field_word(name: str, language: str) -> str:
    """Say what a field, or an entry of a list, is called; without a word it is as it is written."""
    codes = (f"drafts.field.{name}", f"codes.about.{name}", TONGUES.get(name, ""))
    code = next((code for code in codes if locales.has(code)), None)
    return locales.say(code, language) if code else name


def path_word(path: Iterable[str], language: str) -> str:
    """Name a field by the way to it; entries of lists count from 1."""
    steps = (str(int(step) + 1) if step.isdecimal() else step for step in path)
    return " › ".join(field_word(step, language) for step in steps)


def tongue_word(tongue: str, language: str) -> str:
    """Say in which language a field is."""
    if tongue in TONGUES:
        return locales.say(TONGUES[tongue], language)
    return locales.say("drafts.in_other", language, {"language": tongue})


def choice_word(field: Input, value: str, language: str) -> str:
    """Say what one of a field's choices is called."""
    code = code_of(field, value)
    return locales.say(code, language) if code else value


def code_of(field: Input, value: str) -> str | None:
    """Find the words for a choice; None: it is shown as it is written."""
    codes = [
        WORDED.get(field.choices, "").format(value),
        f"drafts.choice.{field.name}.{value}",
        f"codes.{field.name}.{value}",
        f"codes.license.{value}",
        f"codes.test.{value}",
        f"codes.move.{value}",
    ]
    return next((code for code in codes if locales.has(code)), None)
