"""One message taken apart: words, vocabulary found, sentences. No field is decided here."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from understanding.folding import Folded
from understanding.lexicon import Hit
from understanding.numbers import Number, numbers_in
from understanding.reading import Ambiguous, Context, Span
from understanding.words import Word

DO = "do"  # as "did" and "does" are spelt out
HARD = frozenset(".;!?")
NOTHING: frozenset[str] = frozenset()
SOFT = frozenset(',:()"/')


@dataclass(frozen=True)
class Message:
    """A message as every field reader sees it. Words are counted from 0; `last` is excluded."""

    text: str
    folded: Folded
    words: tuple[Word, ...]
    hits: tuple[Hit, ...]
    language: str
    context: Context

    @cached_property
    def _by_topic(self) -> dict[str, list[Hit]]:
        by_topic: dict[str, list[Hit]] = {}
        for hit in self.hits:
            by_topic.setdefault(hit.topic, []).append(hit)
        return by_topic

    @cached_property
    def _marks(self) -> dict[tuple[str, int], set[str]]:
        marks: dict[tuple[str, int], set[str]] = {}
        for hit in self.hits:
            for at in range(hit.first, hit.last):
                marks.setdefault((hit.topic, at), set()).add(hit.concept)
        return marks

    @cached_property
    def _beginnings(self) -> dict[tuple[str, int], list[Hit]]:
        found: dict[tuple[str, int], list[Hit]] = {}
        for hit in self.hits:
            found.setdefault((hit.topic, hit.first), []).append(hit)
        return found

    @cached_property
    def _endings(self) -> dict[tuple[str, int], list[Hit]]:
        found: dict[tuple[str, int], list[Hit]] = {}
        for hit in self.hits:
            found.setdefault((hit.topic, hit.last), []).append(hit)
        return found

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers said, in figures or words."""
        return tuple(numbers_in(self.words, self.of("numbers")))

    @cached_property
    def sentence(self) -> tuple[int, ...]:
        """Number of the sentence each word is in."""
        return self._counted(HARD)

    @cached_property
    def clause(self) -> tuple[int, ...]:
        """Number of the stretch between commas and stops each word is in."""
        return self._counted(HARD | SOFT)

    @cached_property
    def questions(self) -> frozenset[int]:
        """Sentences that ask: they end so, or open with a question word."""
        asked = {self.sentence[at] for at, word in enumerate(self.words) if word.text == "?"}
        for hit in self.of("cues", "wh"):
            if self.opens_sentence(hit.first) and not self._tells(hit):
                asked.add(self.sentence[hit.first])
        for hit in self.of("cues", "aux"):
            denied = "neg" in self.marks("cues", hit.last)
            if self.opens_sentence(hit.first) and not denied and not self._tells(hit):
                asked.add(self.sentence[hit.first])
        return frozenset(asked)

    def _tells(self, hit: Hit) -> bool:
        """ "Do hospice as an aide", "did a bid" open like a question and ask nothing."""
        alone = hit.last - hit.first == 1 and self.word(hit.first) == DO
        return alone and "asked" not in self.marks("reach", hit.last)

    def opens_sentence(self, at: int) -> bool:
        return at == 0 or self.sentence[at - 1] != self.sentence[at] or self.is_stop(at - 1)

    def is_stop(self, at: int) -> bool:
        return self.words[at].text in HARD or self.words[at].text in SOFT

    def is_end(self, at: int) -> bool:
        """Tell whether nothing more is said before a stop."""
        return at == len(self.words) or (at < len(self.words) and self.is_stop(at))

    @cached_property
    def written(self) -> tuple[str, ...]:
        """The words as typed; nothing when all is in capitals, which then say nothing."""
        if self.text.isupper():
            return ()
        spans = (self.folded.span(word.start, word.end) for word in self.words)
        return tuple(self.text[start:end] for start, end in spans)

    def with_hits(self, hits: Iterable[Hit]) -> Message:
        """Return the message with what was found in it."""
        return replace(self, hits=tuple(hits))

    def word(self, at: int) -> str:
        """Return a word, or nothing beyond either end."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def of(self, topic: str, *concepts: str) -> list[Hit]:
        """List what was found of a topic, of some concepts or of all."""
        hits = self._by_topic.get(topic, [])
        return [hit for hit in hits if hit.concept in concepts] if concepts else hits

    def marks(self, topic: str, at: int) -> AbstractSet[str]:
        """Name the concepts of a topic that a word is part of."""
        return self._marks.get((topic, at), NOTHING)

    def starting(self, topic: str, at: int) -> list[Hit]:
        return self._beginnings.get((topic, at), [])

    def ending(self, topic: str, at: int) -> list[Hit]:
        """List hits whose last word stands just before `at`."""
        return self._endings.get((topic, at), [])

    def span(  # noqa: PLR0913 (a span is these five)
        self, first: int, last: int, field: str, value: Any, *, op: str = "set"
    ) -> Span:
        """Make the span of words first to last, on the original text."""
        start, end = self.folded.span(self.words[first].start, self.words[last - 1].end)
        return Span(start, end, self.text[start:end], field, value, op)

    def within(self, span: Span) -> range:
        """Tell which words a span covers."""
        inside = [at for at, word in enumerate(self.words) if self._touches(word, span)]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def covering(self, start: int, end: int) -> range:
        """Tell which words lie in a stretch of the original text."""
        return self.within(Span(start, end, "", "", None))

    def _touches(self, word: Word, span: Span) -> bool:
        start, end = self.folded.span(word.start, word.end)
        return start < span.end and end > span.start

    def _counted(self, stops: Iterable[str]) -> tuple[int, ...]:
        numbers, now = [], 0
        for word in self.words:
            numbers.append(now)
            now += word.text in stops
        return tuple(numbers)


def message_of(
    text: str, folded: Folded, words: Iterable[Word], told: tuple[str, Context]
) -> Message:
    """Put a message together, nothing found in it yet; `told` are its language and context."""
    language, context = told
    return Message(text, folded, tuple(words), (), language, context)


@dataclass
class Draft:
    """A message being read: what has been found so far, and which words are used up."""

    message: Message
    spans: list[Span]
    taken: set[int]
    doubts: tuple[Ambiguous, ...] = ()  # said, but of several meanings
    at_home: bool = False  # the place was said to be where one lives
    others_work: tuple[Hit, ...] = ()  # work told of somebody else

    def add(self, spans: Iterable[Span]) -> None:
        """Keep spans and mark their words as used."""
        for span in spans:
            self.spans.append(span)
            self.taken.update(self.message.within(span))

    def free(self, hit: Hit) -> bool:
        """Tell whether none of the words of a hit is used up."""
        return not any(at in self.taken for at in range(hit.first, hit.last))

    def value(self, field: str) -> Any:
        """Return what this message already said of a field, else what the profile says."""
        said = [span.value for span in self.spans if span.field == field]
        if said:
            return said[-1]
        known: Any = self.message.context.profile
        for name in field.split("."):
            known = known.get(name) if isinstance(known, dict) else None
        return known
