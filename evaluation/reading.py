"""One message as it was read, beside what was meant. Holds and compares; asks nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from evaluation.annotations import Annotated
from evaluation.slots import Counts, Outcome, Slot, counted, field_of, outcomes, slots_of

CRISIS, ELSEWHERE = "crisis", "out_of_scope"


@dataclass(frozen=True)
class Judged:
    """A message and the answer of `POST /understand` to it."""

    message: Annotated
    slots: frozenset[Slot]
    intent: str
    confidence: float
    language: str
    asks: frozenset[str]  # fields it would ask back because they are ambiguous

    @cached_property
    def outcomes(self) -> dict[Slot, Outcome]:
        """Judge every slot that was read or said."""
        return outcomes(self.slots, self.message.slots, self.message.may)

    @property
    def counts(self) -> Counts:
        return counted(self.outcomes.values())

    def counts_of(self, field: str) -> Counts:
        """Count one field's slots."""
        return counted(one for slot, one in self.outcomes.items() if field_of(slot) == field)

    def errors(self) -> list[tuple[Slot, Outcome]]:
        """List what was read wrongly, for people who mend it; for the dev part only."""
        wrong = [(slot, one) for slot, one in self.outcomes.items() if one != "right"]
        return sorted(wrong, key=str)

    @property
    def is_joint(self) -> bool:
        """Everything said was read and nothing else, and what is ambiguous is asked back."""
        return not self.errors() and self.asks_rightly

    @property
    def asks_rightly(self) -> bool:
        return set(self.message.ambiguous) <= self.asks

    @property
    def intent_is_fair(self) -> bool:
        """The intent acted on is one of those the message carries."""
        return self.intent in self.message.intents

    @property
    def intent_is_main(self) -> bool:
        return self.intent == self.message.intents[0]


def judged(message: Annotated, answer: Mapping[str, Any]) -> Judged:
    """Put a message beside what the product answered."""
    return Judged(
        message=message,
        slots=slots_of(answer["profile"]),
        intent=answer["intent"]["name"],
        confidence=float(answer["intent"]["confidence"]),
        language=answer["language"],
        asks=frozenset(one["field"] for one in answer["ambiguous"]),
    )
