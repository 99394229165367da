"""Conditions no record lists yet every program has: where it serves, rules not published."""

from __future__ import annotations

from matching.program import Leaf, Program

OPEN_TO_ANYONE = "job_center"  # public offices; their doors have no entry rules to publish


def location_leaf(program: Program) -> Leaf:
    """State that a program serves some places and not others."""
    text = {"en": "Live where the program serves", "es": "Vivir donde el programa da servicio"}
    return Leaf(f"{program.id}#location", "location", text, {"implied": "location"}, 0)


def entry_leaf(program: Program) -> Leaf | None:
    """State that a program which names no rule may still have some; None when it names any."""
    if program.requirements or program.kind == OPEN_TO_ANYONE:
        return None
    text = {
        "en": "Its entry rules: no source we read states any, so ask the program",
        "es": "Sus reglas de ingreso: ninguna fuente que leímos las dice; pregunta al programa",
    }
    return Leaf(f"{program.id}#entry", "other", text, {"unstated": True}, 0)
