"""What of a message the intent is learned from: words and letters, with what varies masked."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from understanding.message import Draft
from understanding.reading import Span

BITS = 15
SIZE = 1 << BITS
SIZES = range(2, 6)  # letters in a row
LONGEST = 60  # words of a message that count
MASKS = {
    "age": "_age", "next_birthday": "_age", "education": "_school", "location": "_place",
    "interests": "_work", "facts": "_fact", "credentials": "_card", "courses": "_card",
    "gpa": "_score", "test_scores": "_score", "household_income_usd": "_money",
}  # fmt: skip
PROGRAM, NUMBER, JOB = "_program", "_number", "_work"

Vector = tuple[NDArray[np.int64], NDArray[np.float32]]


def masked_words(draft: Draft) -> list[str]:
    """List the words with ages, places, jobs and programs as one placeholder each."""
    message = draft.message
    masks: dict[int, str] = {}
    for span in draft.spans:
        _cover(masks, message.within(span), _mask_of(span))
    for mention in message.context.mentioned:
        _cover(masks, message.covering(mention.start, mention.end), PROGRAM)
    for hit in message.of("occupations"):
        _cover(masks, range(hit.first, hit.last), JOB)
    return _joined([masks.get(at) or _plain(word.text) for at, word in enumerate(message.words)])


def vector(words: list[str], signs: Iterable[str]) -> Vector:
    """Hash words, pairs, letter runs and signs into one sparse unit vector."""
    words = words[:LONGEST]
    spoken = [f"w {word}" for word in words]
    pairs = [f"p {a} {b}" for a, b in zip(["^", *words], [*words, "$"])]  # noqa: B905 (3.10)
    letters = [run for word in words if word[0] != "_" for run in _runs(f" {word} ")]
    groups = [(spoken + pairs, 1.0), (letters, 1.0), ([f"s {sign}" for sign in signs], 0.8)]
    weights: dict[int, float] = {}
    for group, share in groups:
        for feature in group:
            at = crc32(feature.encode()) & (SIZE - 1)
            weights[at] = weights.get(at, 0.0) + share / max(1, len(group)) ** 0.5
    values = np.fromiter(weights.values(), dtype=np.float32, count=len(weights))
    return np.fromiter(weights, dtype=np.int64, count=len(weights)), values


def features_of(draft: Draft) -> Vector:
    """Turn a message into what its intent is learned from."""
    return vector(masked_words(draft), signs_of(draft))


def signs_of(draft: Draft) -> list[str]:
    """Name what the vocabulary already knows of the message."""
    message = draft.message
    signs = {f"phrase {hit.concept}" for hit in message.of("intents")}
    signs |= {f"change {hit.concept}" for hit in message.of("changes", "correct", "what_if")}
    signs |= {f"said {span.field.partition('.')[0]}" for span in draft.spans}
    signs |= {f"said {doubt.field.partition('.')[0]}" for doubt in draft.doubts}
    signs |= {"asks"} if message.questions else set()
    signs |= {"short"} if len(message.words) < 4 else set()
    return sorted(signs)


def _cover(masks: dict[int, str], words: range, mask: str) -> None:
    for at in words:
        masks.setdefault(at, mask)


def _mask_of(span: Span) -> str:
    return MASKS.get(span.field.partition(".")[0], "_fact")


def _plain(word: str) -> str:
    return NUMBER if word[0].isdigit() else word


def _joined(words: list[str]) -> list[str]:
    """Let one placeholder stand for all the words it covers."""
    return [
        word for at, word in enumerate(words) if word[0] != "_" or at == 0 or words[at - 1] != word
    ]


def _runs(word: str) -> list[str]:
    return [word[at : at + size] for size in SIZES for at in range(len(word) - size + 1)]
