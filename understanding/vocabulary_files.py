"""All languages' vocabulary, read again when a file changes. Knows files, not meanings."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from understanding.deeds import deeds
from understanding.language import LanguageVotes
from understanding.lexicon import SHIPPED, Hit, Lexicon
from understanding.loosely import loosely
from understanding.message import Message
from understanding.phrases import PhraseProblem
from understanding.titles import titles_in
from understanding.words import Word

CHECK_EVERY_S = 1.0
LANGUAGE_MARKS = "language"  # the folder of words that tell a language
CONTENT = frozenset(
    {
        "interests",
        "tasks",
        "aspiring",
        "passing",
        "occupations",
        "credentials",
        "work",
        "deeds",
        "duties",
        "facts",
        "education",
        "age",
    }
)
MIXED = 2.0  # votes from which a second language is spoken in earnest, small words and all

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Vocabulary:
    """One state of the files."""

    lexicons: Mapping[str, Lexicon]
    votes: LanguageVotes

    @classmethod
    def read(cls, folder: Path, is_name: Callable[[str], bool]) -> Vocabulary:
        """Read every language that has a folder with words and a file of marks."""
        languages = sorted(path.stem for path in (folder / LANGUAGE_MARKS).glob("*.yml"))
        lexicons = {name: Lexicon.load(name, folder, is_name) for name in languages}
        known = {name: lexicon.known | set(lexicon.spelling) for name, lexicon in lexicons.items()}
        for name, lexicon in lexicons.items():  # "grand" is no slip of "grado"
            others = (words for other, words in known.items() if other != name)
            lexicon.typos.leave_alone(word for words in others for word in words)
        return cls(lexicons, LanguageVotes.load(folder / LANGUAGE_MARKS, known))

    def hits(self, message: Message, votes: Mapping[str, float]) -> list[Hit]:
        """Find what the message's language knows, and what a second one mixed in adds."""
        words, written = message.words, message.written
        found = self.lexicons[message.language].find(words, written)
        for other, lexicon in self.lexicons.items():
            if other != message.language:
                topics = None if votes[other] >= MIXED else CONTENT
                found = _with_others(found, lexicon.find(words, written), topics)
        found = [*found, *self._loose(words, found), *deeds(words, found)]
        return sorted([*found, *titles_in(words)], key=lambda hit: (hit.first, hit.last))

    def _loose(self, words: Sequence[Word], found: list[Hit]) -> list[Hit]:
        """Find what only small words in between had hidden, in any language."""
        known = {(hit.topic, hit.first, hit.last) for hit in found}
        hits = [hit for lexicon in self.lexicons.values() for hit in loosely(lexicon, words)]
        return [hit for hit in hits if (hit.topic, hit.first, hit.last) not in known]


class VocabularyFiles:
    """The vocabulary of a folder, always as its files are. Safe to share between threads."""

    def __init__(self, folder: Path | None, is_name: Callable[[str], bool]) -> None:
        self._folder, self._is_name = folder or SHIPPED, is_name
        self._stamp = self._stamped()
        self._next_check = time.monotonic() + CHECK_EVERY_S
        self._lock = threading.Lock()
        self._now = Vocabulary.read(self._folder, is_name)

    def now(self) -> Vocabulary:
        """Return the vocabulary; looks at the files at most once a second."""
        if time.monotonic() >= self._next_check and self._lock.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._lock.release()
        return self._now

    def _look(self) -> None:
        self._next_check = time.monotonic() + CHECK_EVERY_S
        stamp = self._stamped()
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._now = Vocabulary.read(self._folder, self._is_name)
        except (OSError, yaml.YAMLError, PhraseProblem, AttributeError, TypeError) as error:
            log.warning("the changed vocabulary cannot be read and the old one stays: %s", error)

    def _stamped(self) -> tuple[tuple[str, int, int], ...]:
        """Describe every file by name, time and size."""
        found = []
        for path in sorted(self._folder.glob("*/*.yml")):
            try:
                about = path.stat()
            except FileNotFoundError:  # gone between listing and looking
                continue
            found.append((str(path), about.st_mtime_ns, about.st_size))
        return tuple(found)


def _with_others(own: list[Hit], others: list[Hit], topics: frozenset[str] | None) -> list[Hit]:
    """Add hits of another language where the message's own knows nothing of that topic."""
    used: dict[tuple[str, int], int] = {}  # how long the longest is that uses a word
    for hit in own:
        for topic in topics if topics and hit.topic in topics else (hit.topic,):
            for at in range(hit.first, hit.last):
                used[topic, at] = max(used.get((topic, at), 0), _weight(hit))
    added = [hit for hit in others if topics is None or hit.topic in topics]
    longer = [hit for hit in added if all(_weight(hit) > used.get((hit.topic, at), 0)
                                          for at in range(hit.first, hit.last))]  # fmt: skip
    return sorted([*own, *longer], key=lambda hit: (hit.first, hit.last))


def _weight(hit: Hit) -> int:
    """Count the words; "from x", which tells nothing before its "to x", weighs as one."""
    is_half = hit.topic == "facts" and " " in str(hit.value)
    return 1 if is_half else hit.last - hit.first
