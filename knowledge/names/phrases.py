"""Which phrases name a program: its names, its aliases, and the telling parts of its names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.names.words import Token, tokens_of, word_lists
from matching.program import Leaf, Program, leaves_of

PARENTHESES = re.compile(r"\(([^()]*)\)")
ABBREVIATION = re.compile(r"\(([A-Z][A-Z0-9]{1,7})\)")
LONGEST_PART = 5  # words of a partial name
PART_SCORE = 0.85


@dataclass(frozen=True)
class Phrase:
    """Words in the form they are compared in, and the programs they name."""

    words: tuple[str, ...]
    programs: tuple[str, ...]
    score: float
    capitals: str = (
        "any"  # all: only in capitals; unless_plain: or where no "a", "the" comes before
    )


class Phrasebook:
    """Collects the phrases of all programs and settles which program each one names."""

    def __init__(self, programs: Iterable[Program], ordinary: frozenset[str]) -> None:
        self._programs = {program.id: program for program in programs}
        lists = word_lists()
        self._joining, self._common = lists["joining"], lists["common"]
        self._nouns, self._held = lists["program"], lists["held"]
        self._plain = lists["plain"] | lists["places"] | self._common | self._nouns
        self._untelling = self._plain | self._parties() | self._places() | ordinary

    def phrases(self) -> Iterator[Phrase]:
        """Return every phrase once; a whole name beats a part of another name."""
        whole: dict[tuple[str, ...], set[str]] = defaultdict(set)
        capitals: dict[tuple[str, ...], str] = {}
        parts: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for program in self._programs.values():
            for text in _names(program):
                tokens = self._kept(text)
                words = tuple(token.form for token in tokens)
                if self._can_stand(tokens):
                    whole[words].add(program.id)
                    capitals.setdefault(words, self._capitals(tokens))
            for words in self._parts(program):
                parts[words].add(program.id)
        for words, ids in whole.items():
            yield Phrase(words, self._nearest(ids) or tuple(sorted(ids)), 1.0, capitals[words])
        for words, ids in parts.items():
            owner = self._nearest(ids)
            if owner and words not in whole:
                yield Phrase(words, owner, PART_SCORE)

    def _kept(self, text: str) -> list[Token]:
        return [token for token in tokens_of(text) if token.form not in self._joining]

    def _can_stand(self, tokens: list[Token]) -> bool:
        """Say whether a whole name is enough of a name to be looked for."""
        if len(tokens) != 1:
            return bool(tokens)
        word = tokens[0]
        if word.form in self._held:
            return False
        if word.form in self._common:
            return word.text.isupper()
        return len(word.form) > 2 and word.form not in self._plain

    def _capitals(self, tokens: list[Token]) -> str:
        if any(token.form in self._common and token.text.isupper() for token in tokens):
            return "all"
        plain = all(token.form in self._plain for token in tokens)
        shouted = all(token.text.isupper() for token in tokens)
        return "unless_plain" if plain and shouted else "any"

    def _parts(self, program: Program) -> Iterator[tuple[str, ...]]:
        """List the telling runs of a name's words, also with its plain words left out."""
        plain = word_lists()["plain"]
        of_whole = self._words_of_whole(program)
        for text in {PARENTHESES.sub(" ", text) for text in _titles(program)}:
            tokens = self._kept(text)
            small = of_whole | {token.form for token in tokens if token.text.islower()}
            words = tuple(token.form for token in tokens)
            shorter = tuple(word for word in words if word not in plain)
            for part in {*_runs(words), *_runs(shorter)}:
                if self._is_telling(part, small):
                    yield part

    def _is_telling(self, words: tuple[str, ...], small: set[str]) -> bool:
        """Keep parts like “hudnall trust” and “ben hudnall”, not “boeing south carolina”.

        `small` are the words that the name itself writes without a capital, and those that the
        program shares with the whole it is part of.
        """
        telling = [
            word not in self._untelling
            and word not in small
            and not word.isdigit()
            and len(word) > 2
            for word in words
        ]
        nouns = [word in self._nouns for word in words]
        edges = (telling[0] or nouns[0]) and (telling[-1] or nouns[-1])
        return all(telling) or (any(telling) and any(nouns) and edges)

    def _words_of_whole(self, program: Program) -> set[str]:
        whole = self._programs.get(program.part_of or "")
        texts = (*_titles(whole), *whole.aliases) if whole else ()
        return {token.form for text in texts for token in tokens_of(text)}

    def _nearest(self, ids: set[str]) -> tuple[str, ...]:
        """Return the one program meant: the only one, or the whole whose parts the others are."""
        if len(ids) == 1:
            return tuple(ids)
        roots = {self._root(name) for name in ids}
        if len(roots) > 1:
            return ()
        shared = [name for name in ids if all(name in self._wholes(other) for other in ids)]
        return tuple(shared or roots)

    def _wholes(self, name: str) -> list[str]:
        """List a program and the wholes it is part of."""
        line: list[str] = []
        at: str | None = name
        while at in self._programs and at not in line:
            line.append(at)
            at = self._programs[at].part_of
        return line

    def _root(self, name: str) -> str:
        return self._wholes(name)[-1]

    def _places(self) -> frozenset[str]:
        names: set[str] = set()
        for program in self._programs.values():
            names.update(site.city for site in program.sites)
            if program.serves:
                names.update(program.serves.cities + program.serves.counties)
        return frozenset(token.form for name in names for token in tokens_of(name))

    def _parties(self) -> frozenset[str]:
        """Collect employers' and unions' own words: to work somewhere is not to name a program."""
        named = (
            str(leaf.rule[key])
            for program in self._programs.values()
            for leaf in _leaves(program)
            for key in ("employer", "union")
            if key in leaf.rule
        )
        return frozenset(token.form for name in named for token in tokens_of(name))


def _leaves(program: Program) -> Iterator[Leaf]:
    for requirement in program.requirements:
        yield from leaves_of(requirement)


def _names(program: Program) -> Iterator[str]:
    """List what a program is called: names with and without brackets, aliases, id."""
    for text in _titles(program):
        yield text
        yield PARENTHESES.sub(" ", text)
        if program.part_of is None:
            yield from ABBREVIATION.findall(text)
    yield from program.aliases
    if len(program.id.partition("-")[0]) > 2:  # or-job-center is no name: "or the job center"
        yield program.id.replace("-", " ")


def _titles(program: Program) -> tuple[str, ...]:
    return (*program.name.values(), *(program.full_name or {}).values())


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """List the runs of two to five words."""
    for start in range(len(words)):
        for end in range(start + 2, min(len(words), start + LONGEST_PART) + 1):
            yield words[start:end]
