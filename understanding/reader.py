"""Text in, Reading out: runs the field readers in order. Knows no field itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from places import Gazetteer
from understanding.changes import retold, supposes
from understanding.delta import delta_of
from understanding.fields import AFTER_PLACES, BEFORE_PLACES, PlaceReader, impossible
from understanding.fields.interests import work_of
from understanding.intents.features import Vector, features_of
from understanding.intents.rules import settled, tells_of_someone
from understanding.intents.weights import IntentWeights
from understanding.language import chosen, plain_words
from understanding.message import Draft, Message, message_of
from understanding.people import others_words, speaks_of
from understanding.reading import Ambiguous, Context, Reading, Span
from understanding.vocabulary_files import VocabularyFiles
from understanding.words import LONGEST, prepared

MUCH = 2  # kinds of things told by which a message is about somebody
PLACE_WORDS = 5  # of an answer to "where do you live?" that says little else


class Reader:
    """Reads messages. Made once, shared by threads."""

    def __init__(
        self, files: VocabularyFiles, gazetteer: Gazetteer, weights: IntentWeights | None
    ) -> None:
        self._files = files
        self._places = PlaceReader(gazetteer)
        self._weights = weights

    @classmethod
    def load(
        cls,
        vocabulary: Path | None = None,
        gazetteer: Gazetteer | None = None,
        weights: IntentWeights | None = None,
    ) -> Reader:
        """Make a reader from vocabulary files, places and learned weights; without, what ships."""
        places = gazetteer or Gazetteer.open()
        return cls(VocabularyFiles(vocabulary, places.knows), places, weights)

    def read(self, text: str, context: Context | None = None) -> Reading:
        """Read one message. Any text is read; none raises."""
        draft = self._drafted(text, context or Context())
        intents = tuple(self._ranked(draft))
        telling = tells_of_someone(intents) or _tells_much(draft)
        told = draft.spans if telling else _of_oneself(draft)
        spans = tuple(sorted(told, key=lambda span: span.start))
        return Reading(
            language=draft.message.language,
            intents=intents,
            spans=spans,
            delta=delta_of(spans),
            ambiguous=_doubts(draft, intents),
            speaks_of=speaks_of(draft.message),
            hypothetical=supposes(draft.message),
            others_work=work_of(draft.others_work),
        )

    def features(self, text: str) -> Vector:
        """Turn a text into what its intent is learned from."""
        return features_of(self._drafted(text, Context()))

    def _ranked(self, draft: Draft) -> list[tuple[str, float]]:
        learned = self._weights.confidences(features_of(draft)) if self._weights else []
        return settled(draft, learned)

    def _drafted(self, text: str, context: Context) -> Draft:
        message = self._message(text, context)
        unmeant = others_words(message) | _programs(message) | retold(message)
        draft = Draft(message, [], unmeant)
        for read in BEFORE_PLACES:
            read(draft)
        draft.doubts = self._places.read(draft)
        for read in AFTER_PLACES:
            read(draft)
        draft.doubts += impossible(draft)
        return draft

    def _message(self, text: str, context: Context) -> Message:
        folded, vocabulary = prepared(text), self._files.now()
        plain = plain_words(folded.text)
        votes = vocabulary.votes.of(text[:LONGEST], plain)
        language = chosen(votes, context.language, len(plain))
        if context.language and _answers_where(context, plain):
            language = context.language  # "los angeles" is said in any language
        words = vocabulary.lexicons[language].words(folded.text)
        message = message_of(text, folded, words, (language, context))
        return message.with_hits(vocabulary.hits(message, votes))


def _doubts(draft: Draft, intents: Sequence[tuple[str, float]]) -> tuple[Ambiguous, ...]:
    """What is to be asked back; what can be true of nobody is, whatever the message is about."""
    telling = tells_of_someone(intents)
    return tuple(one for one in draft.doubts if telling or not one.choices)


def _answers_where(context: Context, words: Sequence[str]) -> bool:
    asked = context.awaiting is not None and context.awaiting.name == "location"
    return asked and len(words) <= PLACE_WORDS


def _tells_much(draft: Draft) -> bool:
    """Several things of a life, whatever else is asked: schooling and a license, age and work."""
    kinds = {span.field.split(".")[0] for span in draft.spans} - {"location", "interests"}
    facts = {span.field for span in draft.spans if span.field.startswith("facts.")}
    return len(kinds) >= MUCH or len(facts) > MUCH


def _of_oneself(draft: Draft) -> list[Span]:
    """What stays of a message that is about something else: age, facts, where one said to live."""
    return [
        span
        for span in draft.spans
        if span.field == "age"
        or span.field.startswith("facts.")
        or (span.field == "location" and draft.at_home)
    ]


def _programs(message: Message) -> set[int]:
    """Say which words name a program, and so nothing else."""
    named = (message.covering(one.start, one.end) for one in message.context.mentioned)
    return {at for words in named for at in words}
