"""Finds programs named in what people write, in any language, with a slip or two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.names.phrases import Phrase, Phrasebook
from knowledge.names.spelling import Spelling
from knowledge.names.words import Token, running_words, tokens_of, word_lists
from matching.program import Program
from places import Gazetteer

SLIP = 0.06  # taken off the score for each misspelled word
WORST = 0.75


@dataclass(frozen=True)
class NameHit:
    """A program named in a text, at a span of the text as it was written."""

    program_id: str
    start: int
    end: int
    text: str
    score: float  # 0 to 1; 1 is a whole name, spelled right


@dataclass
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    phrase: Phrase | None = None


@dataclass(frozen=True)
class _Find:
    first: int  # position among the tokens that count
    last: int
    phrase: Phrase
    score: float


class NameIndex:
    """The names of one release. `prose` is running text whose words are nobody's name."""

    def __init__(self, programs: Iterable[Program], prose: Iterable[str] = ()) -> None:
        lists = word_lists()
        self._joining = lists["joining"]
        self._before = lists["before"]
        self._root = _Node()
        words: set[str] = set()
        is_place = Gazetteer.open().knows
        for phrase in Phrasebook(programs, running_words(prose)).phrases():
            if phrase.score == 1 or not is_place(" ".join(phrase.words)):  # "Ann Arbor"
                words.update(phrase.words)
                self._add(phrase)
        ordinary = frozenset().union(*lists.values())
        self._spelling = Spelling(words, ordinary, is_place)

    def find(self, text: str, language: str | None = None) -> list[NameHit]:
        """Find the programs a text names, in the order of the text.

        Names of every language are looked for, since people mix them; `language` is taken for
        the day when that must differ, and changes nothing today.
        """
        everything = tokens_of(text)
        tokens = [token for token in everything if token.form not in self._joining]
        before = _words_before(everything)
        found = [
            find
            for start in range(len(tokens))
            for find in self._finds_at(tokens, start)
            if self._is_meant(find, tokens, before, text)
        ]
        return [hit for find in _best(found) for hit in _hits(find, tokens, text)]

    def _add(self, phrase: Phrase) -> None:
        node = self._root
        for word in phrase.words:
            node = node.next.setdefault(word, _Node())
        if node.phrase is None or node.phrase.score < phrase.score:
            node.phrase = phrase

    def _finds_at(self, tokens: list[Token], start: int) -> Iterator[_Find]:
        node, slips, letters = self._root, 0, 0
        for position in range(start, len(tokens)):
            form = tokens[position].form
            word = form if form in node.next else self._spelling.meant(form)
            if word is None or word not in node.next:
                return
            node = node.next[word]
            slips += word != form
            letters += len(form)
            if node.phrase is not None:
                score = node.phrase.score - SLIP * slips
                whole = slips == 0 or slips * 6 <= letters
                if whole and score >= WORST:
                    yield _Find(start, position, node.phrase, score)

    def _is_meant(
        self, find: _Find, tokens: list[Token], before: dict[int, str], text: str
    ) -> bool:
        """Tell “BEST” from “the best” and “BIG STEP” from “a big step”."""
        if find.phrase.capitals == "any":
            return True
        shouting = text.isupper() and len(tokens) > find.last - find.first + 1
        used = tokens[find.first : find.last + 1]
        if all(token.text[:1].isupper() for token in used) and not shouting:
            return len(used) > 1 or used[0].text.isupper()
        plain = before.get(used[0].start, "") in self._before
        return find.phrase.capitals == "unless_plain" and not plain


def _words_before(tokens: list[Token]) -> dict[int, str]:
    """Map the start of each word to the word before it."""
    return {later.start: earlier.form for earlier, later in pairwise(tokens)}


def _best(found: list[_Find]) -> list[_Find]:
    """Keep the longest of finds that overlap, then the better spelled one."""
    kept: list[_Find] = []
    for find in sorted(found, key=lambda f: (f.first - f.last, -f.score, f.first)):
        if all(find.last < other.first or other.last < find.first for other in kept):
            kept.append(find)
    return sorted(kept, key=lambda find: find.first)


def _hits(find: _Find, tokens: list[Token], text: str) -> Iterator[NameHit]:
    start, end = tokens[find.first].start, tokens[find.last].end
    for program_id in find.phrase.programs:
        yield NameHit(program_id, start, end, text[start:end], round(find.score, 2))
