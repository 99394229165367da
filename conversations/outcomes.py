"""Shapes what a turn came to: the answer as it is sent and kept, and what the talk remembers."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

import locales
from conversations.ledger import Json, Outcome, Receipt
from conversations.rendering import labelled, rendered, texts_in
from conversations.reply import Reply
from conversations.summary import understood
from matching.profile_json import json_of, profile_from
from matching.program import Words

Jobs = Mapping[str, Words]  # titles by SOC code

REMEMBERED = (
    "speaks_of",
    "awaiting",
    "asked",
    "skipped",
    "shown",
    "in_view",
    "topic",
    "saved",
    "told",
    "who",
    "listed",
    "others_work",
)


def outcome_of(reply: Reply, receipt: Receipt, jobs: Jobs) -> Outcome:
    """Render a reply and put together everything that is kept of the turn."""
    language = reply.state.language
    choices = tuple(
        (secrets.token_hex(16), labelled(button.label, language), button.choice)
        for button in reply.quick_replies
    )
    answer = _answer(reply, receipt, [(key, label) for key, label, _ in choices])
    answer["understood"] = understood(reply.state.profile, language, jobs)
    memory = reply.state.model_dump(include=set(REMEMBERED))
    return Outcome(
        answer=answer,
        language=language,
        profile=reply.state.profile,
        memory={**memory, "spoken": texts_in(answer)},
        choices=choices,
        intent=reply.intent,
        action=reply.action,
        release=reply.release,
    )


def _answer(reply: Reply, receipt: Receipt, buttons: list[tuple[str, str]]) -> Json:
    before, after = receipt.snapshot, reply.state
    return {
        "messages": rendered(reply, before.turn, before.memory.get("spoken", ())),
        "quick_replies": [{"id": key, "label": label} for key, label in buttons],
        "profile": after.profile,
        "language": after.language,
        "changed": reply.changed,
        "saved": after.saved,
        "asked": _asked(after.awaiting),
        "message_id": receipt.message_id,
    }


def _asked(awaiting: Mapping[str, Any] | None) -> Json | None:
    """Tell a client what the answer asks for: a field, a requirement, a choice, a program."""
    if not awaiting or not awaiting.get("name"):
        return None
    return {"kind": awaiting.get("kind"), "name": awaiting["name"]}


def unanswered(receipt: Receipt, language: str, jobs: Jobs) -> Json:
    """Say plainly that a part is down. Nothing is lost: the same message can be sent again."""
    profile = json_of(profile_from(receipt.snapshot.profile))
    text = locales.say("shared.part_down", language, {}, receipt.row)
    return {
        "messages": [{"type": "text", "text": text}],
        "quick_replies": [],
        "profile": profile,
        "language": language,
        "understood": understood(profile, language, jobs),
        "changed": None,
        "saved": receipt.snapshot.memory.get("saved", []),
        "asked": None,
        "message_id": receipt.message_id,
        "unavailable": True,
    }
