"""Conditions no record lists yet every program has: where it serves, rules not published."""

from __future__ import annotations

from functools import lru_cache

from matching.program import Leaf, Program

LEAVES_KEPT = 4096  # programs; the same leaf serves every person

OPEN_TO_ANYONE = "job_center"  # public offices; their doors have no entry rules to publish


@lru_cache(maxsize=LEAVES_KEPT)
def location_leaf(program_id: str) -> Leaf:
    """State that a program serves some places and not others."""
    text = {"en": "Live where the program serves", "es": "Vivir donde el programa da servicio"}
    return Leaf(f"{program_id}#location", "location", text, {"implied": "location"}, 0)


def entry_leaf(program: Program) -> Leaf | None:
    """State that a program which names no rule may still have some; None when it names any."""
    if program.requirements or program.kind == OPEN_TO_ANYONE:
        return None
    return _entry_leaf(program.id)


@lru_cache(maxsize=LEAVES_KEPT)
def _entry_leaf(program_id: str) -> Leaf:
    text = {
        "en": "Its entry rules: no source we read states any, so ask the program",
        "es": "Sus reglas de ingreso: ninguna fuente que leímos las dice; pregunta al programa",
    }
    return Leaf(f"{program_id}#entry", "other", text, {"unstated": True}, 0)
