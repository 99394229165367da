"""What all actions share: read the turn, answer it, and never leave a person without a word."""

from __future__ import annotations

import logging
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

import locales
from actions.also import with_second
from actions.brevity import brief
from actions.desk import desk
from actions.heard import CLIENT, Json, Memory
from actions.naming import with_short_names
from actions.reply import Reply
from actions.steering import steered
from actions.turn import Turn
from conversations.rescue import AFTER_HELP
from matching.profile import Profile
from matching.profile_json import json_of

logger = logging.getLogger("pathways.actions")
CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
KEPT_ON_FAILURE = ("asked", "skipped", "shown", "saved", "listed")


class GuideAction(Action, ABC):
    """One topic. A subclass answers; it knows no wire and catches nothing."""

    topic: ClassVar[str | None] = None  # what a later "which program?" comes back to
    by_topic: ClassVar[dict[str, type[GuideAction]]] = {}

    def __init_subclass__(cls) -> None:
        if cls.topic is not None:
            GuideAction.by_topic[cls.topic] = cls

    def name(self) -> str:
        """Name the action after its class: ActionTellPay is action_tell_pay."""
        return CAPITAL.sub("_", type(self).__name__).lower()

    @abstractmethod
    def answer(self, turn: Turn) -> Reply:
        """Answer one turn."""

    def without_a_turn(self, language: str) -> list[Json]:
        """Say what can be said when nothing could be worked out."""
        return [{"type": "say", "code": "shared.failed", "params": {}}]

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Mapping[str, Any]
    ) -> list[Json]:
        """Send one custom message, whatever happens."""
        message = tracker.latest_message
        try:
            turn = Turn.of(message, desk())
            sent = self._sent(*self._steered(turn))
        except Exception as error:  # noqa: BLE001 - the one place: nobody must meet silence
            state = _state_in(message)
            logger.error("%s failed on %s: %s", self.name(), state.get("message_id"), _cause(error))
            sent = self._apology(state)
        dispatcher.utter_message(json_message=sent)
        return []

    def _steered(self, turn: Turn) -> tuple[Turn, Reply]:
        topics = {topic: action().answer for topic, action in self.by_topic.items()}
        meant, reply = steered(turn, topics)
        return meant, with_second(meant, reply or self.answer(meant), topics)

    def _sent(self, turn: Turn, reply: Reply) -> Json:
        return {
            "messages": brief(with_short_names(reply.messages, turn.release), turn.language),
            "quick_replies": reply.quick_replies,
            "state": _state_after(turn, reply),
            "changed": reply.changed or _changed(turn),
            "effect": reply.effect,
            "intent": turn.heard.intent,
            "action": self.name(),
            "release": turn.release.id,
            "unmatched": list(reply.unmatched),
        }

    def _apology(self, state: Mapping[str, Any]) -> Json:
        """Say that it did not work, with everything remembered as it was."""
        language = state.get("language") or locales.DEFAULT
        kept = {name: state.get(name) or [] for name in KEPT_ON_FAILURE}
        spoken = language if language in locales.languages() else locales.DEFAULT
        return {
            "messages": self.without_a_turn(spoken),
            "quick_replies": [],
            "state": {
                **kept,
                "profile": state.get("profile") or json_of(Profile()),
                "language": spoken,
                "speaks_of": state.get("speaks_of") or "self",
                "awaiting": state.get("awaiting"),
                "in_view": state.get("in_view"),
                "topic": state.get("topic"),
            },
            "changed": None,
            "effect": None,
            "intent": "unknown",
            "action": self.name(),
            "release": None,
        }


def _state_in(message: Mapping[str, Any] | None) -> Mapping[str, Any]:
    metadata = (message or {}).get("metadata")
    state = metadata.get("state") if isinstance(metadata, dict) else None
    return state if isinstance(state, dict) else {}


def _cause(error: Exception) -> str:
    """Name the kind of error and where, never its message: that may quote what a person said."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = f" at {at.tb_frame.f_code.co_name}:{at.tb_lineno}" if at else ""
    return f"{type(error).__name__}{place}"


def _state_after(turn: Turn, reply: Reply) -> Json:
    if reply.forgets:
        speaks_of = CLIENT if turn.client and reply.effect == "restart" else "self"
        profile = json_of(Profile())
        return {"profile": profile, "language": turn.language, "speaks_of": speaks_of}
    memory = turn.memory
    return {
        "profile": reply.profile or turn.profile_json(),
        "language": turn.language,
        "speaks_of": CLIENT if turn.client else "self",
        "who": turn.who or None,
        "awaiting": reply.awaiting,
        "asked": [*memory.asked, *reply.asked],
        "skipped": list(dict.fromkeys([*memory.skipped, *reply.skipped])),
        "shown": list(_shown(memory, reply)),
        "saved": list(memory.saved if reply.saved is None else reply.saved),
        "in_view": (memory.in_view if reply.in_view is None else reply.in_view) or None,
        "topic": reply.topic or (memory.topic if memory.topic != AFTER_HELP else None),
        "told": turn.heard.delta if turn.changed else memory.told,
        "listed": _listed(memory, reply),
        "others_work": turn.heard.others_work or (memory.others_work if not reply.in_view else {}),
    }


def _shown(memory: Memory, reply: Reply) -> Sequence[str]:
    """Say what “the second one” points at: a single card leaves the list as it was."""
    if reply.shown is not None:
        return reply.shown
    cards = [
        card for item in reply.messages if item["type"] == "matches" for card in item["matches"]
    ]
    ids = [str(card["program_id"]) for card in cards]
    return ids if len(ids) > 1 and not set(ids) <= set(memory.shown) else memory.shown


def _listed(memory: Memory, reply: Reply) -> list[str]:
    """Keep the whole list while only some of it is shown again."""
    if reply.shown is None or set(reply.shown) <= set(memory.listed):
        return list(memory.listed)
    return list(reply.shown)


def _changed(turn: Turn) -> Json | None:
    if not turn.changed:
        return None
    known = turn.before != Profile()
    return {
        "understood": turn.heard.delta,
        "opened": list(turn.difference.opened) if known else [],
        "closed": list(turn.difference.closed) if known else [],
    }
