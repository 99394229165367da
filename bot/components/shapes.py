"""Puts a reading into the shapes that Rasa and our channel pass on. Decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from understanding.reading import Reading, Span

UNSURE = "nlu_fallback"  # Rasa's own name for a message nobody is sure about
OPEN_ENDED = ("experience_hours", "test_scores")  # one entity in the domain for all their names


def chosen(choice: Mapping[str, Any], language: str | None, speaks_of: str) -> Reading:
    """Make the reading of a pressed button, whose meaning is known."""
    return Reading(
        language=language or "en",
        intents=((choice["intent"], 1.0),),
        spans=(),
        delta=dict(choice.get("delta") or {}),
        ambiguous=(),
        speaks_of=speaks_of,
    )


def intent_of(reading: Reading, unsure_below: float) -> dict[str, Any]:
    """Name the intent to act on: the best one, or `nlu_fallback` when even that is unsure."""
    name, confidence = reading.intents[0]
    if confidence < unsure_below:
        return {"name": UNSURE, "confidence": 1.0 - confidence}
    return {"name": name, "confidence": confidence}


def ranking_of(reading: Reading) -> list[dict[str, Any]]:
    return [{"name": name, "confidence": confidence} for name, confidence in reading.intents]


def entities_of(reading: Reading, awaiting: str | None) -> list[dict[str, Any]]:
    """List spans as Rasa's entities, and what was asked as the entity that fills its slot."""
    entities = [
        {**_span(span), **_name(span.field), "role": span.op, "extractor": "understanding"}
        for span in reading.spans
    ]
    if awaiting is not None:
        entities.append({"entity": "awaiting", "value": awaiting, "extractor": "state"})
    return entities


def _name(field: str) -> dict[str, str]:
    head, _, tail = field.partition(".")
    return {"entity": head, "group": tail} if head in OPEN_ENDED else {"entity": field}


def json_of(reading: Reading) -> dict[str, Any]:
    """Write the whole reading, for the action and for `/parse`."""
    return {
        "language": reading.language,
        "intents": ranking_of(reading),
        "spans": [{**_span(span), "field": span.field, "op": span.op} for span in reading.spans],
        "delta": reading.delta,
        "ambiguous": [
            {"field": one.field, "text": one.text, "choices": list(one.choices)}
            for one in reading.ambiguous
        ],
        "speaks_of": reading.speaks_of,
        "hypothetical": reading.hypothetical,
        "others_work": reading.others_work,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text, "value": span.value}
