"""Every figure of the talk part, from played talks. Pure."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from evaluation.intervals import Figure, mean, with_interval
from evaluation.playing import MOST_WORDS, PlayedTalk, PlayedTurn
from evaluation.readability import english_grade, spanish_grade, words_in

SHORTEST = 4  # words; less is no text a formula can judge


def figures(played: Sequence[PlayedTalk]) -> dict[str, Any]:
    """Work out every figure: success, turns to a match, repeats, dead ends, how it reads."""
    turns = [turn for talk in played for turn in talk.turns]
    return {
        "talks": len(played),
        "turns": len(turns),
        "success": _success(played),
        "success_clean": _success([one for one in played if one.talk.noise == "clean"]),
        "success_noisy": _success([one for one in played if one.talk.noise == "noisy"]),
        "success_by_language": {
            language: _success([one for one in played if one.talk.language == language])
            for language in sorted({one.talk.language for one in played})
        },
        "turns_held": _share(not turn.problems for turn in turns),
        "repeats": sum(turn.repeats for turn in turns),
        "dead_ends": sum(turn.is_dead_end for turn in turns),
        "turns_to_match": _turns_to_match(played),
        "reading": reading(turns),
    }


def reading(turns: Iterable[PlayedTurn]) -> dict[str, Any]:
    """How hard the answers are to read, as school grades, and how long they are."""
    answers = [turn for turn in turns if sum(len(words_in(t)) for t in turn.texts) >= SHORTEST]
    grades = [grade_of(" ".join(turn.texts), turn.language) for turn in answers]
    return {
        "median_grade": statistics.median(grades) if grades else None,
        "highest_grade": max(grades, default=None),
        "most_words": max((turn.words for turn in answers), default=0),
        "longer_than_60_words": sum(turn.words > MOST_WORDS for turn in answers),
    }


def grade_of(text: str, language: str) -> float:
    """Return the school grade that a text asks for."""
    return spanish_grade(text) if language == "es" else english_grade(text)


def _success(played: Sequence[PlayedTalk]) -> Figure:
    return _share(one.holds for one in played)


def _share(holds: Iterable[bool]) -> Figure:
    return with_interval(np.array([[float(one)] for one in holds]).reshape(-1, 1), mean)


def _turns_to_match(played: Sequence[PlayedTalk]) -> dict[str, Any]:
    counted = [one.turns_to_match for one in played if one.turns_to_match is not None]
    return {
        "talks": len(counted),
        "median": statistics.median(counted) if counted else None,
        "within_two": sum(turns <= 2 for turns in counted) / max(1, len(counted)),
        "most": max(counted, default=None),
    }
