"""Which program a few words tell of: part of its name, its trade, what kind of thing it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import locales
from actions.asked import untelling
from actions.buttons import ALWAYS_THERE
from actions.phrases import is_of_one_root, plain
from actions.turn import Turn
from matching.program import Program, Words

LONG = 4  # letters of a rare word
SHORTEST = 3  # letters of a word that tells something: EMT
FEW_NAMED = 6  # programs that a telling word of a name stands for at most
NAMED = 3  # a word of the name counts as much as this many of the trade


def likest(turn: Turn, words: str, among: Iterable[Program]) -> Program | None:
    """Pick the first of the programs that the words tell most of; None when they tell of none."""
    wanted, run = _telling(words), " ".join(re.findall(r"\w+", plain(words)))
    scored = [(_score(turn, wanted, one) + _said_in(run, one), one) for one in among if wanted]
    best = max((score for score, _ in scored), default=0)
    return next((one for score, one in scored if score == best), None) if best else None


def sectors_told_of(turn: Turn, words: str) -> list[str]:
    """List the kind of work of the first job whose title holds one of the words."""
    wanted = _telling(words)
    for job in turn.release.occupations.values():
        title = _telling(" ".join(_all_of(job.title)))
        if job.sector and any(_is_among(word, title) for word in wanted):
            return [job.sector]
    return []


def is_called(program: Program, words: str) -> bool:
    """Tell whether some of the words stand in the name of a program, or in another name of it."""
    names = _names(program)
    return any(_is_among(word, names) for word in _telling(words))


def told_by_a_rare_name(turn: Turn, words: str) -> Program | None:
    """Find the program, wherever it is, by a word of few names that tells of no work: “Boeing”."""
    programs = turn.release.programs
    rare = [word for word in _telling(words) if not sectors_told_of(turn, word)]
    for word in sorted(rare, key=len, reverse=True):
        called = [one.id for one in programs.values() if word in _names(one)]
        if len(word) >= LONG and 0 < len(called) <= FEW_NAMED:
            judged = turn.advice.judged(turn.profile, called)
            best = sorted(judged, key=lambda one: (one.verdict == "closed", -one.score))
            return likest(turn, words, [programs[one.program_id] for one in best])
    return None


def shown_by_its_name(turn: Turn, words: str) -> Program | None:
    """Find the one program shown whose name holds a word said that tells of no work: “BMW”."""
    shown = [program for program in map(turn.program, turn.memory.shown) if program]
    rare = [word for word in _telling(words) if not sectors_told_of(turn, word)]
    called = [one for one in shown if any(word in _names(one) for word in rare)]
    return called[0] if len(called) == 1 else None


def _names(program: Program) -> frozenset[str]:
    return _telling(" ".join([*program.aliases, *_all_of(program.name)]))


def _score(turn: Turn, wanted: frozenset[str], program: Program) -> int:
    names = _names(program)
    trade = _kind(program) if program.kind in ALWAYS_THERE else _trade(turn, program)
    return sum(NAMED if _is_among(word, names) else int(_is_among(word, trade)) for word in wanted)


def _said_in(run: str, program: Program) -> int:
    """Count a name that begins with what was said, small words aside, once more."""
    tail = run.split()
    while tail and (tail[0] in untelling() or len(tail[0]) < SHORTEST):
        del tail[0]
    said = " ".join(tail)
    names = (plain(name) for name in _all_of(program.name))
    return int(bool(said) and any(name.startswith(said) for name in names))


def _trade(turn: Turn, program: Program) -> frozenset[str]:
    jobs = turn.release.occupations
    titles = [jobs[soc].title for soc in program.occupations if soc in jobs]
    codes = (f"codes.kind.{program.kind}", *(f"codes.sector.{one}" for one in program.sectors))
    labels = [locales.say(code, spoken) for code in codes for spoken in locales.languages()]
    return _telling(" ".join([*labels, *(part for title in titles for part in _all_of(title))]))


def _kind(program: Program) -> frozenset[str]:
    code = f"codes.kind.{program.kind}"
    return _telling(" ".join(locales.say(code, spoken) for spoken in locales.languages()))


def _all_of(words: Words) -> list[str]:
    return list(words.values())


@lru_cache(maxsize=2048)
@lru_cache(maxsize=8192)
def _telling(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", plain(text))
    return frozenset(one for one in words if len(one) >= SHORTEST and one not in untelling())


def _is_among(word: str, words: frozenset[str]) -> bool:
    return word in words or any(is_of_one_root(word, one) for one in words)
