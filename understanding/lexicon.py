"""The vocabulary files of one language, ready to be found in a message."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from spacy.language import Language

from understanding.phrases import expanded
from understanding.typos import TypoIndex
from understanding.words import Word, prepared, reader_of, words_in

SHIPPED = Path(__file__).parent / "vocabulary"
LONGEST_CAPITALS = 5  # letters of a word such as IT or SMART that is another word in small letters
SPELLING, LEFT_ALONE, REAL, FILLERS = "spelling", "not_typos", "real_words", "fillers"
NO_TOPICS = frozenset({SPELLING, LEFT_ALONE, REAL, FILLERS})


def _never(word: str) -> bool:
    return False


@dataclass(frozen=True)
class Hit:
    """Vocabulary found in a message: words first to last, last excluded."""

    topic: str  # the vocabulary file
    concept: str
    value: Any  # what the words stand for; None where the concept says it all
    first: int
    last: int


class Lexicon:
    """All phrases of one language. Finding is one pass, whatever their number."""

    def __init__(
        self, language: str, files: Mapping[str, Any], is_name: Callable[[str], bool] = _never
    ) -> None:
        self.language = language
        self.tokenizer: Language = reader_of(language)
        self.spelling = _by_slang(files.get(SPELLING) or {})
        # A plain table of phrases loads ten times as fast as a matcher of spaCy documents.
        self._meanings: dict[tuple[str, ...], list[tuple[str, str, Any]]] = {}
        self._longest: dict[str, int] = {}  # words of the longest phrase by its first word
        self._capitals: set[str] = set()  # words such as IT, which only count in capitals
        self.known: set[str] = set(self.spelling.values())
        self._chunks: dict[str, list[str]] = {}  # words between blanks, cut once
        for topic, content in files.items():
            if topic not in NO_TOPICS:
                self._add_topic(topic, content)
        self.fillers = frozenset((files.get(FILLERS) or {}).get("words", ()))
        real = {*(files.get(LEFT_ALONE) or ()), *(files.get(REAL) or ())}
        self.typos = TypoIndex(self.known, real, is_name)

    @classmethod
    def load(
        cls, language: str, folder: Path = SHIPPED, is_name: Callable[[str], bool] = _never
    ) -> Lexicon:
        """Read every file of a language's folder; the file's name is the topic.

        `is_name` tells words that are names and so never slips of another word.
        """
        paths = sorted((folder / language).glob("*.yml"))
        return cls(language, {path.stem: _content(path) for path in paths}, is_name)

    def words(self, folded: str) -> list[Word]:
        """Cut into words, slang spelt out and slips mended."""
        words = words_in(folded, self.tokenizer, self.spelling)
        return [Word(self.typos.mend(word.text), word.start, word.end) for word in words]

    def find(self, words: Sequence[Word], written: Sequence[str] = ()) -> list[Hit]:
        """Find all that is known, longest first within a topic, in reading order.

        `written` are the words as typed, for those that count in capitals only.
        """
        if not words:
            return []
        texts = [word.text for word in words]
        for at, typed in enumerate(written):
            if texts[at] in self._capitals and typed.isupper():
                texts[at] = typed
        return _longest(list(self._hits(texts)))

    def _hits(self, texts: Sequence[str]) -> Iterator[Hit]:
        for first, word in enumerate(texts):
            for size in range(1, self._longest.get(word, 0) + 1):
                for meaning in self._meanings.get(tuple(texts[first : first + size]), ()):
                    if first + size <= len(texts):
                        yield Hit(*meaning, first, first + size)

    def _add_topic(self, topic: str, content: Mapping[str, Any]) -> None:
        for concept, value, lines in _entries(content):
            meaning = (topic, str(concept), value)
            for line in lines:
                for wording in expanded(str(line)):
                    self._add(self._pattern(wording), meaning)

    def _add(self, texts: tuple[str, ...], meaning: tuple[str, str, Any]) -> None:
        if not texts:
            return
        meanings = self._meanings.setdefault(texts, [])
        if meaning not in meanings:
            meanings.append(meaning)
        self._longest[texts[0]] = max(self._longest.get(texts[0], 0), len(texts))

    def _pattern(self, wording: str) -> tuple[str, ...]:
        if wording.isupper() and len(wording) <= LONGEST_CAPITALS:
            self._capitals.add(wording.lower())
            return (wording,)
        texts = tuple(text for chunk in wording.split() for text in self._chunk(chunk))
        self.known.update(texts)
        return texts

    def _chunk(self, chunk: str) -> list[str]:
        if chunk not in self._chunks:
            found = words_in(prepared(chunk).text, self.tokenizer, self.spelling)
            self._chunks[chunk] = [word.text for word in found]
        return self._chunks[chunk]


def _content(path: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)


def _by_slang(spelling: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {str(slang): str(plain) for plain, slangs in spelling.items() for slang in slangs}


def _entries(content: Mapping[str, Any]) -> Iterator[tuple[Any, Any, Sequence[str]]]:
    for concept, lines in content.items():
        if isinstance(lines, Mapping):
            for value, inner in lines.items():
                yield concept, value, inner
        else:
            yield concept, None, lines


def _longest(hits: list[Hit]) -> list[Hit]:
    """Within one topic a longer phrase hides the shorter ones inside it; equal ones all stay."""
    kept: list[Hit] = []
    furthest: dict[str, tuple[int, int]] = {}  # topic -> the stretch that reaches furthest right
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        first, last = furthest.get(hit.topic, (-1, 0))
        if hit.last > last or (hit.first, hit.last) == (first, last):
            kept.append(hit)
            furthest[hit.topic] = (hit.first, hit.last)
    return kept
