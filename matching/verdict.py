"""From judged requirements to one of the contract's five verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from matching.match import Judged
from matching.program import Leaf, Program, Requirement


def verdict_of(program: Program, judged: Sequence[Judged]) -> str:
    """Fold the requirements; only what closes the whole program can say no."""
    if program.status == "closed":
        return "closed"
    failed = [entry for entry in judged if entry.status == "not_met" and entry.closes]
    failed += _no_track_left(program, judged)
    if failed:
        one_step = len(failed) == 1 and is_one_gain(failed[0])
        return "one_step_away" if one_step else "not_now"
    return "eligible" if all(entry.status == "met" for entry in judged) else "likely"


def is_one_gain(judged: Judged) -> bool:
    """Say whether a requirement that failed can be met by gaining one thing."""
    return judged.gainable and missing_in(judged) == 1


def missing_in(judged: Judged) -> int:
    """Count the conditions still to meet: all of an `all_of`, else the easiest."""
    if judged.status != "not_met":
        return 0
    if isinstance(judged.requirement, Leaf) or not judged.alternatives:
        return 1
    parts = judged.alternatives
    if judged.requirement.mode != "all_of":
        within_reach = [part for part in parts if part.gainable]
        return min(missing_in(part) for part in within_reach or parts)
    return sum(missing_in(part) for part in parts if part.closes)


def has_tracks_only(program: Program) -> bool:
    """Say whether every rule belongs to one of several named tracks, so that there is no rest."""
    tracks = {track_name(entry) for entry in program.requirements}
    return "" not in tracks and len(tracks) > 1


def track_name(requirement: Requirement) -> str:
    """Name the track a requirement is of; nothing when it is of the whole program."""
    words = requirement.track
    return "" if words is None else words.get("en") or next(iter(words.values()))


def _no_track_left(program: Program, judged: Sequence[Judged]) -> list[Judged]:
    """Name what closes a program that consists of tracks alone, when each one is closed.

    One track never speaks for the rest.
    """
    if not has_tracks_only(program):
        return []
    by_track: dict[str, list[Judged]] = {}
    for entry in judged:
        track = track_name(entry.requirement)
        if track:
            by_track.setdefault(track, []).extend([entry] if entry.status == "not_met" else [])
    if not all(by_track.values()):
        return []
    return min(by_track.values(), key=lambda failed: (len(failed), not is_one_gain(failed[0])))
