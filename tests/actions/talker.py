"""Talks to the actions as Rasa does: the same JSON in, the same checks on what comes out."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk.executor import ActionExecutor

from conversations.rendering import labelled, rendered, texts_in
from conversations.reply import Reply

Json = dict[str, Any]
MOST_WORDS = 60
BY_INTENT = {
    "inform": "action_find_programs",
    "find_programs": "action_find_programs",
    "correct": "action_change_answer",
    "ask_eligibility": "action_judge_eligibility",
    "ask_requirements": "action_tell_requirements",
    "ask_pay": "action_tell_pay",
    "ask_cost": "action_tell_cost",
    "ask_ladder": "action_show_ladder",
    "ask_apply": "action_tell_how_to_apply",
    "ask_support": "action_find_support",
    "compare": "action_compare_programs",
    "what_if": "action_try_what_if",
    "save_plan": "action_save_plan",
    "talk_to_person": "action_offer_person",
    "greet": "action_greet",
    "goodbye": "action_say_goodbye",
    "thank": "action_take_thanks",
    "help": "action_explain_help",
    "restart": "action_start_over",
    "delete_my_data": "action_delete_everything",
    "bot_challenge": "action_tell_what_i_am",
    "out_of_scope": "action_stay_on_topic",
    "crisis": "action_give_safety_help",
    "nlu_fallback": "action_ask_which_meaning",
}


def action_for(intent: str, awaiting: Mapping[str, Any] | None) -> str:
    """Choose as the bot's rules do."""
    kind = (awaiting or {}).get("kind")
    if intent in ("affirm", "deny", "dont_know"):
        asked = kind in ("field", "requirement", "choice", "confirm")
        return "action_take_answer" if asked else "action_continue"
    if intent == "inform" and kind in ("choice", "program"):
        return "action_take_answer"
    return BY_INTENT[intent]


@dataclass
class Talker:
    """One person. Keeps the state between turns, as the edge does."""

    executor: ActionExecutor
    language: str = "en"
    today: str = "2026-11-23"
    state: Json = field(default_factory=dict)
    last: Json = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    turn: int = 0

    def says(
        self,
        intent: str,
        delta: Mapping[str, Any] | None = None,
        *,
        text: str = "…",
        mentions: Iterable[str] = (),
        **more: Any,
    ) -> Talker:
        """Say something the bot understood; `more` goes into the reading."""
        reading = {
            "language": self.language,
            "intents": [{"name": intent, "confidence": 0.9}],
            "spans": [],
            "delta": dict(delta or {}),
            "ambiguous": [],
            "speaks_of": "self",
            "hypothetical": False,
            **more,
        }
        mentioned = [{"program_id": name, "start": 0, "end": 1} for name in mentions]
        return self._sent(intent, text, reading, {"mentioned": mentioned, "choice": None})

    def presses(self, label: str) -> Talker:
        """Press a button by its words."""
        offered = Reply.model_validate(self.last).quick_replies
        by_label = {labelled(one.label, self.language): one.choice for one in offered}
        choice = by_label[label]
        reading = {
            "language": self.language,
            "intents": [{"name": choice["intent"], "confidence": 1.0}],
            "spans": [],
            "delta": choice.get("delta") or {},
            "ambiguous": [],
            "speaks_of": self.state.get("speaks_of", "self"),
            "hypothetical": False,
        }
        return self._sent(choice["intent"], label, reading, {"mentioned": [], "choice": choice})

    def _sent(self, intent: str, text: str, reading: Json, extra: Json) -> Talker:
        state = {
            "profile": {},
            **self.state,
            **extra,
            "message_id": f"message-{self.turn}",
            "language": self.language,
            "today": self.today,
            "turn": self.turn,
        }
        message = {
            "text": text,
            "intent": {"name": intent, "confidence": 0.9},
            "entities": [],
            "metadata": {"state": state},
            "reading": reading,
        }
        self.last = self.calls(action_for(intent, self.state.get("awaiting")), message)
        wire = Reply.model_validate(self.last)
        said = rendered(wire, self.turn, self.texts)
        self.texts = texts_in({"messages": said})
        self.state = dict(self.last["state"])
        self.turn += 1
        return self

    def calls(self, action: str, message: Json) -> Json:
        """Call one action over the SDK; exactly one custom message must come back."""
        call = {
            "next_action": action,
            "sender_id": "somebody",
            "version": "3.6.21",
            "domain": {},
            "tracker": {
                "sender_id": "somebody",
                "slots": {},
                "latest_message": message,
                "latest_event_time": 0.0,
                "followup_action": None,
                "paused": False,
                "events": [],
                "latest_input_channel": "pathways",
                "active_loop": {},
                "latest_action_name": None,
            },
        }
        result = asyncio.run(self.executor.run(json.loads(json.dumps(call))))
        assert result is not None
        [response] = result.responses
        sent: Json = json.loads(json.dumps(response["custom"]))
        return sent

    @property
    def text(self) -> str:
        return " ".join(self.texts)

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def codes(self) -> list[str]:
        return [item["code"] for item in self.last["messages"] if item["type"] == "say"]

    @property
    def cards(self) -> dict[str, Json]:
        shown = [item for item in self.last["messages"] if item["type"] == "matches"]
        return {card["program_id"]: card for item in shown for card in item["matches"]}

    def items(self, kind: str) -> list[Json]:
        return [item for item in self.last["messages"] if item["type"] == kind]

    @property
    def labels(self) -> list[str]:
        offered = Reply.model_validate(self.last).quick_replies
        return [labelled(one.label, self.language) for one in offered]
