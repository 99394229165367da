"""What of a profile a plan keeps: only what makes a difference to its own programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from knowledge.advice import Advice
from matching.match import Judged, Match
from matching.profile import Profile
from matching.profile_json import json_of, profile_from

Json = Mapping[str, Any]
NOBODY = json_of(Profile())
BY_ENTRY = ("facts", "test_scores", "experience_hours", "confirmed")  # left out one by one


def kept_of(profile: Json, program_ids: Sequence[str], advice: Advice) -> dict[str, Any]:
    """Leave out of a profile whatever these programs are judged the same without.

    Interests are never kept, nor is a fact that none of the programs asks about.
    """
    kept = {**json_of(profile_from(profile)), "interests": NOBODY["interests"]}
    standing = _standing(kept, program_ids, advice)
    for path in tuple(_told(kept)):
        less = _without(kept, path)
        if _standing(less, program_ids, advice) == standing:
            kept = less
    return {name: value for name, value in kept.items() if value != NOBODY[name]}


def judged_alike(one: Json, other: Json, program_ids: Sequence[str], advice: Advice) -> bool:
    """Tell whether these programs stand the same to two profiles."""
    return _standing(one, program_ids, advice) == _standing(other, program_ids, advice)


def _told(profile: Json) -> Iterator[tuple[str, ...]]:
    for name, value in profile.items():
        if name in BY_ENTRY:
            yield from ((name, entry) for entry in value)
        elif value != NOBODY[name]:
            yield (name,)


def _without(profile: Json, path: tuple[str, ...]) -> dict[str, Any]:
    name = path[0]
    left = NOBODY[name]
    if len(path) > 1:
        left = {key: value for key, value in profile[name].items() if key != path[1]}
    return {**profile, name: left}


def _standing(profile: Json, program_ids: Sequence[str], advice: Advice) -> list[Any]:
    return [_seen(match) for match in advice.judged(profile_from(profile), program_ids)]


def _seen(match: Match) -> tuple[Any, ...]:
    statuses = tuple(_statuses(match.requirements))
    return match.verdict, match.missing, match.path, match.distance_miles, match.only_if, statuses


def _statuses(judged: Sequence[Judged]) -> Iterator[Any]:
    for one in judged:
        yield one.status
        yield from _statuses(one.alternatives)
