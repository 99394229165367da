"""From judged requirements to one of the contract's five verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from matching.match import Judged
from matching.program import Leaf, Program, Words


def verdict_of(program: Program, judged: Sequence[Judged]) -> str:
    """Fold the requirements; only what closes the whole program can say no."""
    if program.status == "closed":
        return "closed"
    failed = [entry for entry in judged if entry.status == "not_met" and entry.closes]
    failed += _no_track_left(judged)
    if failed:
        one_step = len(failed) == 1 and failed[0].gainable and missing_in(failed[0]) == 1
        return "one_step_away" if one_step else "not_now"
    return "eligible" if all(entry.status == "met" for entry in judged) else "likely"


def missing_in(judged: Judged) -> int:
    """Count the conditions still to meet: all of an `all_of`, the easiest of an `any_of`."""
    if judged.status != "not_met":
        return 0
    if isinstance(judged.requirement, Leaf) or not judged.alternatives:
        return 1
    parts = judged.alternatives
    if judged.requirement.mode == "any_of":
        within_reach = [part for part in parts if part.gainable]
        return min(missing_in(part) for part in within_reach or parts)
    return sum(missing_in(part) for part in parts if part.closes)


def _no_track_left(judged: Sequence[Judged]) -> list[Judged]:
    """Name what closes a program that consists of tracks alone, when each one is closed.

    One track never speaks for the rest; but where every rule belongs to one of several
    named tracks, there is no rest.
    """
    own = [entry for entry in judged if not is_implied(entry)]
    by_track: dict[str, list[Judged]] = {}
    for entry in own:
        if entry.requirement.track is None:
            return []
        by_track.setdefault(_name(entry.requirement.track), []).append(entry)
    failed = [[e for e in entries if e.status == "not_met"] for entries in by_track.values()]
    if len(by_track) < 2 or not all(failed):
        return []
    return min(failed, key=lambda entries: (len(entries), not entries[0].gainable))


def is_implied(judged: Judged) -> bool:
    """Say whether the engine added it: the service area, or rules that nobody stated."""
    return judged.requirement.id.endswith(("#location", "#entry"))


def _name(words: Words) -> str:
    return words.get("en") or next(iter(words.values()))
