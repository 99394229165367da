"""Whether a whole talk went right, from everything that was found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from evaluation.people.desk import Desk
from evaluation.people.hearing import misheard
from evaluation.people.manners import lapses
from evaluation.people.problem import Problem
from evaluation.people.shown import wrongly_shown
from evaluation.people.talking import PlayedTalk
from evaluation.playing import USEFUL

GRATES = ("missed", "unanswered", "repeat", "dead_end", "unavailable")
UNSOUND = ("invented", "untrue", "limit", "verdict", "list")


@dataclass(frozen=True)
class Judged:
    """A talk and everything found in it."""

    talk: PlayedTalk
    problems: tuple[Problem, ...]
    turns_to_match: int | None  # from 1; None: no useful match was shown
    none_to_find: bool  # no useful match was shown, and there is none

    def count(self, *kinds: str) -> int:
        """Count the problems of some kinds."""
        return sum(problem.kind in kinds for problem in self.problems)

    def lightened(self) -> Judged:
        """Let go of everything shown that is not needed to tell what went wrong."""
        turns = tuple(turn.lightened() for turn in self.talk.turns)
        return replace(self, talk=replace(self.talk, turns=turns))

    @property
    def succeeded(self) -> bool:
        """All told is known, a match was found, the question answered, and nothing grated."""
        found = self.turns_to_match is not None or self.none_to_find
        return self.talk.is_done and found and not self.count(*GRATES)

    @property
    def is_sound(self) -> bool:
        """Nothing was invented, no limit broken, and every list and card was right."""
        return not self.count(*UNSOUND)


def judge(talk: PlayedTalk, desk: Desk, sectors: Mapping[str, str]) -> Judged:
    """Judge a talk. `sectors`: of jobs, by SOC code."""
    found = [*misheard(talk, sectors), *lapses(talk), *wrongly_shown(talk.turns, desk)]
    useful = (
        at
        for at, turn in enumerate(talk.turns, start=1)
        if any(card["verdict"] in USEFUL for card in turn.cards)
    )
    first = next(useful, None)
    return Judged(talk, tuple(found), first, first is None and _finds_nothing(talk, desk))


def _finds_nothing(talk: PlayedTalk, desk: Desk) -> bool:
    """Ask brute force whether there was nothing to show."""
    if not talk.turns:
        return False
    answer = talk.turns[-1].answer
    matches = desk.matches(answer["profile"], answer["language"])
    return not any(match["verdict"] in USEFUL for match in matches)
