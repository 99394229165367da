"""Finds the rungs of ladders that a few words name: “journeyman electrician”, “chef”, “capataz”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from knowledge.content import Occupation
from knowledge.names.words import form_of, tokens_of
from matching.lattice import rung_id
from matching.program import Ladder

FILE = Path(__file__).with_name("levels.yml")
EITHER = re.compile(r"\s(?:or|o|u)\s|[/,()]")
FULL = "journey"  # goes without saying
ENTRY = frozenset({"learner", "helper"})
IN_TITLE, IN_ALIAS, IN_LADDER, NOWHERE = 3.0, 2.0, 1.0, -2.0  # what a word of the phrase is worth
WHOLE = 4.0  # worth of a phrase that is one of the job's names
UNSAID = 0.5  # taken off for each word of a title that was not said
ROOT, ENDING = 4, 3  # letters that words of one root share, and that may differ at the end
LONGEST_ENDING = 5  # letters that the longer of them may have beyond


@dataclass(frozen=True)
class _Rung:
    place: str
    titles: tuple[frozenset[str], ...]  # in each language
    names: frozenset[frozenset[str]]  # each as a set of its words
    aliases: frozenset[str]
    ladder: frozenset[str]
    paid: bool  # False: BLS gives no wage of its own for this step

    @property
    def steps(self) -> frozenset[str]:
        """Name the step of its trade, as far as every language's title does."""
        return frozenset.intersection(*self.titles) & _levels()

    @property
    def words(self) -> frozenset[str]:
        return frozenset().union(*self.titles)


class JobIndex:
    """The names of the rungs of one release."""

    def __init__(self, ladders: Iterable[Ladder], jobs: Mapping[str, Occupation]) -> None:
        self._rungs = [
            _named(ladder, at, jobs.get(rung.soc))
            for ladder in ladders
            for at, rung in enumerate(ladder.rungs)
        ]

        self._by_root: dict[str, set[str]] = defaultdict(set)
        for rung in self._rungs:
            for word in rung.words | rung.aliases | rung.ladder:
                self._by_root[word[:ROOT]].add(word)

    def _near(self, word: str) -> frozenset[str]:
        """Words of the names that are of one root with a word said; they begin alike."""
        return frozenset(one for one in self._by_root.get(word[:ROOT], ()) if _alike(word, one))

    def find(self, phrase: str) -> tuple[str, ...]:
        """List the rungs that a phrase names best, in any language; none when it names none.

        Words such as “supervisor” alone name that step of every ladder.
        """
        said = _words(phrase)
        near = {word: self._near(word) for word in said}
        steps = said & _levels()
        if said == steps:
            return tuple(rung.place for rung in self._rungs if steps and steps <= rung.steps)
        fitting = (rung for rung in self._rungs if steps <= rung.words)
        scored = [(_score(near, rung), rung.place) for rung in fitting]
        best = max((score for score, _ in scored if score is not None), default=None)
        return tuple(place for score, place in scored if score is not None and score == best)


def _named(ladder: Ladder, at: int, job: Occupation | None) -> _Rung:
    titles = list(ladder.rungs[at].title.values())
    paid = ladder.rungs[at].median_wage_usd is not None
    called = [name for names in job.aliases.values() for name in names] if job else []
    names = [part for title in titles for part in EITHER.split(title)]
    return _Rung(
        rung_id(ladder.id, at),
        tuple(map(_words, titles)),
        frozenset(filter(None, map(_words, [*names, *called] if paid else names))),
        frozenset().union(*map(_words, called)),
        frozenset().union(*map(_words, ladder.name.values())),
        paid,
    )


def _score(near: Mapping[str, frozenset[str]], rung: _Rung) -> float | None:
    """Add up what each word said is worth; None when no word but a step's is the job's own.

    `near` holds, for each word said, the words of all names that are of one root with it.
    """
    said, heard = frozenset(near), frozenset().union(*near.values())
    telling = said - _levels()
    worths = [_worth(near[word], rung) for word in telling]
    if max(worths) < IN_LADDER:
        return None
    titles = (title - {FULL} for title in rung.titles)
    left = min(len(title - heard) for title in titles)
    entry = len((rung.steps & ENTRY) - said) or int(not rung.paid)
    whole = WHOLE if said in rung.names or telling in rung.names else 0.0
    return sum(worths) + whole - UNSAID * (left + 4 * entry)


def _worth(near: frozenset[str], rung: _Rung) -> float:
    places = ((rung.words, IN_TITLE), (rung.aliases, IN_ALIAS), (rung.ladder, IN_LADDER))
    return next((worth for words, worth in places if not near.isdisjoint(words)), NOWHERE)


def _alike(one: str, other: str) -> bool:
    """Tell words of one root, such as welding and welder, electrician and electrical."""
    shorter, longer = sorted((len(one), len(other)))
    shared = max(ROOT, shorter - ENDING)
    near = shorter >= ROOT and longer - shared <= LONGEST_ENDING
    return one == other or (near and one[:shared] == other[:shared])


def _words(phrase: str) -> frozenset[str]:
    forms = (token.form for token in tokens_of(phrase))
    return frozenset(_steps().get(form, form) for form in forms if form not in _small())


@cache
def _written() -> Mapping[str, Sequence[str]]:
    written: Mapping[str, Sequence[str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return written


@cache
def _small() -> frozenset[str]:
    return frozenset(form_of(str(word)) for word in _written()["small"])


@cache
def _levels() -> frozenset[str]:
    return frozenset(_written()) - {"small"}


@cache
def _steps() -> Mapping[str, str]:
    return {form_of(word): step for step in _levels() for word in _written()[step]}
