"""The vocabulary files of one language, ready to be found in a message."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from understanding.phrases import expanded
from understanding.typos import TypoIndex
from understanding.words import Word, prepared, reader_of, words_in

SHIPPED = Path(__file__).parent / "vocabulary"
LONGEST_CAPITALS = 2  # letters of a word such as IT that is another word in small letters
SPELLING, LEFT_ALONE, REAL = "spelling", "not_typos", "real_words"


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
        self._meaning: dict[int, tuple[str, str, Any]] = {}
        self._capitals: set[str] = set()  # words such as IT, which only count in capitals
        self._matcher = PhraseMatcher(self.tokenizer.vocab, attr="ORTH")
        self.known: set[str] = set(self.spelling.values())
        self._chunks: dict[str, list[str]] = {}  # words between blanks, cut once
        for topic, content in files.items():
            if topic not in (SPELLING, LEFT_ALONE, REAL):
                self._add_topic(topic, content)
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
        hits = self._matcher(Doc(self.tokenizer.vocab, words=texts))
        return _longest([Hit(*self._meaning[key], first, last) for key, first, last in hits])

    def _add_topic(self, topic: str, content: Mapping[str, Any]) -> None:
        for concept, value, lines in _entries(content):
            name = f"{topic}/{concept}/{value}"
            docs = [self._pattern(wording) for line in lines for wording in expanded(str(line))]
            self._matcher.add(name, docs)
            self._meaning[self.tokenizer.vocab.strings[name]] = (topic, str(concept), value)

    def _pattern(self, wording: str) -> Doc:
        if wording.isupper() and len(wording) <= LONGEST_CAPITALS:
            self._capitals.add(wording.lower())
            return Doc(self.tokenizer.vocab, words=[wording])
        texts = [text for chunk in wording.split() for text in self._chunk(chunk)]
        self.known.update(texts)
        return Doc(self.tokenizer.vocab, words=texts)

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
