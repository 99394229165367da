"""The annotated examples and the vocabulary, in the form that stock Rasa learns from; and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from evaluation.annotations import Annotated, Said
from evaluation.slots import Slot, plain

CHECKOUT = Path(__file__).resolve().parents[1]
VOCABULARY = CHECKOUT / "understanding" / "vocabulary"
GROUPS = ("education", "location", "interests", "facts", "test_scores", "experience_hours")
NUMBERS = ("age", "gpa", "household_income_usd", "household_size")
LOOKUPS = ("interests", "occupations", "credentials")
MOST_LOOKED_UP = 500  # words of one lookup table; more make its pattern too slow to train with


def examples_of(messages: Iterable[Annotated]) -> Iterator[tuple[str, str]]:
    """Yield each message's main intent and its text with entities marked in Rasa's notation."""
    for message in messages:
        yield message.intents[0], marked(message)


def marked(message: Annotated) -> str:
    """Mark every stretch that says something; the value is the slots it stands for."""
    text, end = message.text.replace("\n", " "), len(message.text)
    for start, words, said in sorted(_stretches(message), key=lambda one: -one[0]):
        if start + len(words) <= end:
            note = json.dumps({"entity": _entity(said), "value": json.dumps(_slots(said))})
            text = f"{text[:start]}[{words}]{note}{text[start + len(words) :]}"
            end = start
    return text


def slots_in(entities: Iterable[Mapping[str, Any]]) -> set[Slot]:
    """Read predicted entities: a learned value, a plain number, or a name as it stands."""
    return {slot for entity in entities for slot in _read(entity["entity"], entity["value"])}


def lookups() -> dict[str, list[str]]:
    """List the words of the vocabulary that name work and cards, a table each."""
    from understanding.phrases import expanded

    tables = {}
    for topic in LOOKUPS:
        words = [
            wording
            for path in sorted(VOCABULARY.glob(f"e?/{topic}.yml"))
            for lines in yaml.safe_load(path.read_text(encoding="utf-8")).values()
            for line in (lines if isinstance(lines, list) else [])
            for wording in expanded(str(line))
        ]
        tables[topic] = list(dict.fromkeys(words))[:MOST_LOOKED_UP]
    return tables


def _stretches(message: Annotated) -> list[tuple[int, str, list[Said]]]:
    by_words: dict[tuple[str, str], list[Said]] = {}
    for said in message.said:
        if said.words:
            by_words.setdefault((said.words, _head(said.field)), []).append(said)
    return [(message.text.index(words), words, found) for (words, _), found in by_words.items()]


def _head(field: str) -> str:
    head = field.partition(".")[0]
    return head if head in GROUPS else field


def _entity(said: Sequence[Said]) -> str:
    return _head(said[0].field)


def _slots(said: Sequence[Said]) -> list[list[Any]]:
    return [list(slot) for one in said for slot in one.slots]


def _read(entity: str, value: Any) -> Iterator[Slot]:
    try:
        learned = json.loads(value)
    except (TypeError, ValueError):
        learned = None
    if isinstance(learned, list):
        yield from ((str(field), plain(one)) for field, one in learned)
    elif entity in NUMBERS:
        figures = "".join(char for char in str(value) if char.isdigit() or char == ".")
        if figures.strip("."):
            yield entity, plain(float(figures.strip(".")))
    elif entity == "location":
        yield "location.city", plain(str(value))
