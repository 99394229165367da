"""Text in, Reading out: runs the field readers in order. Knows no field itself."""

from __future__ import annotations

from pathlib import Path

from places import Gazetteer

from understanding.changes import supposes
from understanding.delta import delta_of
from understanding.fields.age import read_age
from understanding.fields.answers import read_answer
from understanding.fields.credentials import read_credentials
from understanding.fields.education import read_education
from understanding.fields.facts import read_facts
from understanding.fields.interests import read_interests
from understanding.fields.location import PlaceReader
from understanding.fields.work import read_work
from understanding.forgetting import read_forgetting
from understanding.intents.features import Vector, masked_words, signs_of, vector
from understanding.intents.rules import settled
from understanding.intents.weights import IntentWeights
from understanding.language import LanguageVotes, plain_words
from understanding.lexicon import SHIPPED, Lexicon
from understanding.message import Draft, Message
from understanding.people import others_words, speaks_of
from understanding.reading import Ambiguous, Context, Reading
from understanding.words import LONGEST, prepared

BEFORE_PLACES = (read_forgetting, read_credentials, read_work, read_education)
AFTER_PLACES = (read_age, read_facts, read_interests, read_answer)
LANGUAGES = ("en", "es")


class Reader:
    """Reads messages. Made once, shared by threads."""

    def __init__(
        self,
        lexicons: dict[str, Lexicon],
        votes: LanguageVotes,
        gazetteer: Gazetteer,
        weights: IntentWeights | None = None,
    ) -> None:
        self._weights = weights
        self._lexicons = lexicons
        self._votes = votes
        self._places = PlaceReader(gazetteer)

    @classmethod
    def load(
        cls,
        vocabulary: Path | None = None,
        gazetteer: Gazetteer | None = None,
        weights: IntentWeights | None = None,
    ) -> Reader:
        """Make a reader from vocabulary files, places and learned weights; without, what ships."""
        folder, places = vocabulary or SHIPPED, gazetteer or Gazetteer.open()
        lexicons = {
            language: Lexicon.load(language, folder, places.knows) for language in LANGUAGES
        }
        known = {language: lexicon.known for language, lexicon in lexicons.items()}
        votes = LanguageVotes.load(folder / "language", known)
        return cls(lexicons, votes, places, weights)

    def read(self, text: str, context: Context | None = None) -> Reading:
        """Read one message. Any text is read; none raises."""
        draft, ambiguous = self._drafted(text, context or Context())
        message, spans = draft.message, tuple(sorted(draft.spans, key=lambda span: span.start))
        return Reading(
            language=message.language,
            intents=tuple(self._ranked(draft)),
            spans=spans,
            delta=delta_of(spans),
            ambiguous=ambiguous,
            speaks_of=speaks_of(message),
            hypothetical=supposes(message),
        )

    def features(self, text: str) -> Vector:
        """Turn a text into what its intent is learned from."""
        return _features(self._drafted(text, Context())[0])

    def _ranked(self, draft: Draft) -> list[tuple[str, float]]:
        learned = self._weights.confidences(_features(draft)) if self._weights else []
        return settled(draft, learned)

    def _drafted(self, text: str, context: Context) -> tuple[Draft, tuple[Ambiguous, ...]]:
        message = self._message(text, context)
        draft = Draft(message, [], others_words(message) | _programs(message))
        for read in BEFORE_PLACES:
            read(draft)
        ambiguous = self._places.read(draft)
        for read in AFTER_PLACES:
            read(draft)
        return draft, ambiguous

    def _message(self, text: str, context: Context) -> Message:
        folded = prepared(text)
        language = self._votes.of(text[:LONGEST], plain_words(folded.text), context.language)
        lexicon = self._lexicons[language]
        words = lexicon.words(folded.text)
        return Message(
            text, folded, tuple(words), tuple(lexicon.find(words)), language, context
        )


def _features(draft: Draft) -> Vector:
    return vector(masked_words(draft), signs_of(draft))


def _programs(message: Message) -> set[int]:
    """Say which words name a program, and so nothing else."""
    named = (message.covering(one.start, one.end) for one in message.context.mentioned)
    return {at for words in named for at in words}
