"""One thing a person does in a talk: types a message or presses a button."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from evaluation.conversation import Conversation
from evaluation.people.told import Told
from evaluation.slots import Slot

Json = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """What is typed, or the label that is pressed."""

    text: str
    purpose: str  # open, tell, correct, answer, skip, choose, ask
    slots: frozenset[Slot] = frozenset()
    instead_of: frozenset[Slot] = frozenset()
    is_pressed: bool = False

    def send(self, conversation: Conversation) -> Json:
        """Say it and return the answer."""
        return conversation.press(self.text) if self.is_pressed else conversation.say(self.text)


@dataclass(frozen=True)
class Turn:
    """A line, the answer to it, and what had been told by then."""

    line: Line
    answer: Json
    told: Told

    def lightened(self) -> Turn:
        """Keep what a reader of failures needs; thousands of talks are held at once."""
        texts = [{"type": "text", "text": text} for text in self.texts]
        cards = [{key: card[key] for key in ("program_id", "verdict")} for card in self.cards]
        return replace(self, answer={"messages": [*texts, {"type": "matches", "matches": cards}]})

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(m["text"] for m in self.answer["messages"] if m["type"] == "text")

    @property
    def cards(self) -> list[Json]:
        """The programs shown, in order."""
        return [
            card
            for message in self.answer["messages"]
            if message["type"] == "matches"
            for card in message["matches"]
        ]
