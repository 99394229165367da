"""Talks that went wrong, written out. These people are invented, so all of it may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from evaluation.people.judging import Judged
from evaluation.people.problem import Problem

SHOWN = 20
ORDER: tuple[str, ...] = (
    *("limit", "untrue", "verdict", "list", "unavailable", "dead_end", "repeat"),
    *("invented", "missed", "unanswered", "language", "asked_again"),
)


def examples(judged: Iterable[Judged], most: int = SHOWN) -> list[dict[str, Any]]:
    """Pick failures of as many kinds as there are, the gravest kinds first."""
    wrong = [one for one in judged if one.problems]
    by_kind = {kind: [one for one in wrong if one.count(kind)] for kind in ORDER}
    picked: dict[tuple[int, int], Judged] = {}
    while len(picked) < most and any(by_kind.values()):
        for left in by_kind.values():
            if left and len(picked) < most:
                one = left.pop(0)
                picked.setdefault((one.talk.person.number, one.talk.seed), one)
    return [written(one) for one in picked.values()]


def written(one: Judged) -> dict[str, Any]:
    """Write a talk out as plain data."""
    return {
        "person": one.talk.person.number,
        "seed": one.talk.seed,
        "noise": one.talk.noise,
        "language": one.talk.person.language,
        "problems": [f"turn {p.turn + 1}: {p.kind}: {p.what}" for p in one.problems],
        "turns": [
            {"said": turn.line.text, "answered": list(turn.texts), "shown": _ids(turn.cards)}
            for turn in one.talk.turns
        ],
    }


def as_text(failures: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Write failures for reading."""
    for one in failures:
        yield f"person {one['person']}, seed {one['seed']}, {one['language']}"
        for turn in one["turns"]:
            yield f"    > {turn['said']}\n      {' / '.join(turn['answered'])}"
        yield from (f"      !! {problem}" for problem in one["problems"])


def line_of(one: Judged, problem: Problem) -> str:
    """Return the message in whose turn a problem came."""
    return one.talk.turns[problem.turn].line.text if problem.turn >= 0 else ""


def _ids(cards: Sequence[dict[str, Any]]) -> list[str]:
    return [f"{card['program_id']} ({card['verdict']})" for card in cards]
