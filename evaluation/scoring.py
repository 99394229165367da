"""Every figure of the message part, from judged messages. Pure; asks nobody, prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from evaluation.intervals import (
    Figure,
    Floats,
    f1,
    mean,
    paired_difference,
    precision,
    recall,
    with_interval,
)
from evaluation.reading import CRISIS, ELSEWHERE, Judged
from evaluation.slots import Counts, field_of

BINS = 10  # of confidence, for calibration
Rows = Callable[[Judged], Iterable[float]]


def figures(judged: Sequence[Judged]) -> dict[str, Any]:
    """Work out every figure: overall, by language, by slice, by field."""
    return {
        "messages": len(judged),
        "overall": summary(judged),
        "by_language": _grouped(judged, lambda one: [one.message.language]),
        "by_slice": _grouped(judged, lambda one: one.message.slices),
        "by_field": by_field(judged),
        "languages_differ": _languages_differ(judged),
        "safety": safety(judged),
        "scope": scope(judged),
        "calibration": calibration(judged),
    }


def summary(judged: Sequence[Judged]) -> dict[str, Figure]:
    """The headline figures of some messages."""
    counts = rows_of(judged, lambda one: _numbers(one.counts))
    return {
        "slot_f1": with_interval(counts, f1),
        "slot_precision": with_interval(counts, precision),
        "slot_recall": with_interval(counts, recall),
        "joint": with_interval(_shares(judged, lambda one: one.is_joint), mean),
        "intent": with_interval(_shares(judged, lambda one: one.intent_is_fair), mean),
        "intent_main": with_interval(_shares(judged, lambda one: one.intent_is_main), mean),
        "language": with_interval(
            _shares(judged, lambda one: one.language == one.message.language), mean
        ),
    }


def by_field(judged: Sequence[Judged]) -> dict[str, dict[str, Any]]:
    """Precision, recall and F1 of each field that was said or read at all."""
    fields = sorted({field_of(slot) for one in judged for slot in one.outcomes})
    return {field: _of_field(judged, field) for field in fields}


def safety(judged: Sequence[Judged]) -> dict[str, Any]:
    """Danger that was missed, and alarms where there was none."""
    danger = [one for one in judged if one.message.intents[0] == CRISIS]
    calm = [one for one in judged if CRISIS not in one.message.intents]
    near = [one for one in calm if "near_crisis" in one.message.slices]
    alarms = [one for one in calm if one.intent == CRISIS]
    return {
        "danger": len(danger),
        "missed": sum(one.intent != CRISIS for one in danger),
        "calm": len(calm),
        "false_alarms": len(alarms),
        "false_alarm_rate": len(alarms) / max(1, len(calm)),
        "near_danger": len(near),
        "false_alarms_near_danger": sum(one.intent == CRISIS for one in near),
    }


def scope(judged: Sequence[Judged]) -> dict[str, Any]:
    """How much of what is not ours is recognised, and how much of what is ours is refused."""
    others = [one for one in judged if one.message.intents[0] == ELSEWHERE]
    own = [one for one in judged if ELSEWHERE not in one.message.intents]
    return {
        "recall": with_interval(_shares(others, lambda one: one.intent == ELSEWHERE), mean),
        "false_rejection": with_interval(_shares(own, lambda one: one.intent == ELSEWHERE), mean),
    }


def calibration(judged: Sequence[Judged]) -> dict[str, Any]:
    """Expected calibration error of the intent's confidence, and the bins behind it."""
    sure = np.array([one.confidence for one in judged])
    right = np.array([one.intent_is_fair for one in judged], dtype=float)
    at = np.minimum((sure * BINS).astype(int), BINS - 1)
    bins = [
        {"from": number / BINS, "count": int(inside.sum()),
         "confidence": float(sure[inside].mean()), "accuracy": float(right[inside].mean())}
        for number in range(BINS) if (inside := at == number).any()
    ]  # fmt: skip
    gaps = [one["count"] * abs(one["confidence"] - one["accuracy"]) for one in bins]
    return {"expected_error": sum(gaps) / max(1, len(judged)), "bins": bins}


def rows_of(judged: Sequence[Judged], numbers: Rows) -> Floats:
    """Lay out numbers of each message as a row."""
    return np.array([list(numbers(one)) for one in judged], dtype=float)


def slot_rows(judged: Sequence[Judged]) -> Floats:
    """Right, spurious and missed slots of each message."""
    return rows_of(judged, lambda one: _numbers(one.counts))


def beside(ours: Sequence[Judged], theirs: Sequence[Judged]) -> dict[str, Figure]:
    """Compare two readers of the same messages, ours minus theirs."""
    return {
        "slot_f1": paired_difference(slot_rows(ours), slot_rows(theirs), f1),
        "joint": _paired(ours, theirs, lambda one: one.is_joint),
        "intent": _paired(ours, theirs, lambda one: one.intent_is_fair),
    }


def _paired(
    ours: Sequence[Judged], theirs: Sequence[Judged], is_right: Callable[[Judged], bool]
) -> Figure:
    return paired_difference(_shares(ours, is_right), _shares(theirs, is_right), mean)


def _languages_differ(judged: Sequence[Judged]) -> dict[str, Figure]:
    """Spanish minus English, each resampled by itself."""
    return {
        "slot_f1": with_interval(_by_language(judged), _gap),
    }


def _by_language(judged: Sequence[Judged]) -> Floats:
    return rows_of(judged, lambda one: [*_numbers(one.counts), one.message.language == "es"])


def _gap(rows: Floats) -> float:
    spanish = rows[:, 3] == 1
    return f1(rows[spanish]) - f1(rows[~spanish])


def _of_field(judged: Sequence[Judged], field: str) -> dict[str, Any]:
    rows = rows_of(judged, lambda one: _numbers(one.counts_of(field)))
    total = rows.sum(axis=0)
    return {
        "said": int(total[0] + total[2]),
        "precision": precision(rows),
        "recall": recall(rows),
        "f1": f1(rows),
    }


def _grouped(
    judged: Sequence[Judged], names: Callable[[Judged], Iterable[str]]
) -> dict[str, dict[str, Any]]:
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        for name in names(one):
            groups.setdefault(name, []).append(one)
    return {
        name: {"messages": len(members), **summary(members)}
        for name, members in sorted(groups.items())
    }


def _shares(judged: Sequence[Judged], is_right: Callable[[Judged], bool]) -> Floats:
    return np.array([[float(is_right(one))] for one in judged]).reshape(-1, 1)


def _numbers(counts: Counts) -> list[float]:
    return [counts.right, counts.spurious, counts.missed]
