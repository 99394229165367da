"""Every figure of the people part, by noise level, with intervals. Pure."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from evaluation.intervals import Figure, ratio, with_interval
from evaluation.people.judging import Judged

Share = Callable[[Judged], tuple[float, float]]  # part and whole
MOST_CAUSES = 40


def figures(judged: Sequence[Judged]) -> dict[str, Any]:
    """Work out every figure, over all and by noise level and language."""
    noise = sorted({one.talk.noise for one in judged})
    languages = sorted({one.talk.person.language for one in judged})
    return {
        "talks": len(judged),
        "people": len({one.talk.person.number for one in judged}),
        "all": group(judged),
        "by_noise": {
            str(level): group([one for one in judged if one.talk.noise == level]) for level in noise
        },
        "by_language": {
            language: group([one for one in judged if one.talk.person.language == language])
            for language in languages
        },
        "causes": dict(causes(judged).most_common(MOST_CAUSES)),
    }


def group(judged: Sequence[Judged]) -> dict[str, Any]:
    """Work out the figures of some talks."""
    return {
        "talks": len(judged),
        **{name: _share(judged, share) for name, share in SHARES.items()},
        **{name: sum(one.count(name) for one in judged) for name in COUNTED},
        "turns_to_match": _turns_to_match(judged),
        "turns": statistics.fmean(len(one.talk.turns) for one in judged) if judged else None,
    }


def causes(judged: Iterable[Judged]) -> Counter[str]:
    """Count problems by their kind and what they are about, without the value."""
    found = (problem for one in judged for problem in one.problems)
    return Counter(f"{one.kind}: {_about(one.what)}" for one in found)


def _about(what: str) -> str:
    return what.split(" = ")[0].split("#")[0].split(": ")[0][:60]


def _share(judged: Sequence[Judged], share: Share) -> Figure:
    """Take a share of talks; a person's talks are alike, so whole people are resampled."""
    by_person: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for one in judged:
        by_person[one.talk.person.number].append(share(one))
    rows = [np.array(pairs).sum(axis=0) for pairs in by_person.values()]
    return with_interval(np.array(rows).reshape(-1, 2), ratio)


def _recall(one: Judged) -> tuple[float, float]:
    told = len(one.talk.told.slots)
    return told - one.count("missed"), told


def _question(one: Judged) -> tuple[float, float]:
    asks = one.talk.got_answer is not None
    return float(bool(one.talk.got_answer)), float(asks)


def _talks_with(kind: str) -> Share:
    return lambda one: (float(bool(one.count(kind))), 1.0)


SHARES: dict[str, Share] = {
    "success": lambda one: (float(one.succeeded), 1.0),
    "sound": lambda one: (float(one.is_sound), 1.0),
    "slot_recall": _recall,
    "question_answered": _question,
    "patience_run_out": lambda one: (float(not one.talk.is_done), 1.0),
    "talks_with_invented": _talks_with("invented"),
    "talks_with_violation": _talks_with("limit"),
}
COUNTED: tuple[str, ...] = (
    *("invented", "limit", "verdict", "list", "untrue", "repeat", "dead_end"),
    *("asked_again", "language", "unavailable"),
)


def _turns_to_match(judged: Sequence[Judged]) -> dict[str, Any]:
    counted = [one.turns_to_match for one in judged if one.turns_to_match is not None]
    return {
        "talks": len(counted),
        "median": statistics.median(counted) if counted else None,
        "within_two": sum(turns <= 2 for turns in counted) / max(1, len(judged)),
        "most": max(counted, default=None),
    }
