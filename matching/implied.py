"""Conditions no record lists yet that hold: where it serves, rules not published, what law bars."""

from __future__ import annotations

from functools import lru_cache

from matching.program import Leaf, Program, Requirement, leaves_of

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


HAZARDOUS = ("45-4", "47-", "49-3", "49-9", "51-3", "51-4", "51-8", "53-3", "53-7")
GROWN = 18  # years


def minors_leaf(program: Program) -> Leaf | None:
    """State that law keeps people under 18 from some dangerous tasks, where no rule does.

    Apprentices of 16 and 17 may do some of them, so it never closes a door: it is to be asked.
    Source: 29 CFR part 570, subpart E, and 570.50.
    """
    if not any(soc.startswith(HAZARDOUS) for soc in program.occupations) or _for_adults(program):
        return None
    return _minors_leaf(program.id)


def _for_adults(program: Program) -> bool:
    """Say whether a rule of its own already keeps everyone under 18 out."""
    ages = (
        leaf.rule.get(key, 0)
        for entry in program.requirements
        if isinstance(entry, Leaf) and entry.track is None
        for leaf in (entry,)
        for key in ("apply_at", "start_at")
    )
    return any(age >= GROWN for age in ages)


@lru_cache(maxsize=LEAVES_KEPT)
def _minors_leaf(program_id: str) -> Leaf:
    text = {
        "en": "Under 18: federal law (29 CFR 570) bars some dangerous tasks; ask the program",
        "es": "Menores de 18: la ley federal (29 CFR 570) prohíbe algunas tareas peligrosas; "
        "pregunta al programa",
    }
    rule = {"start_at": GROWN, "sometimes": True, "layer": "federal"}
    return Leaf(f"{program_id}#minors", "age", text, rule, 0)


APPRENTICE_FROM = 16  # years


def floor_leaf(program: Program) -> Leaf | None:
    """State how old any registered apprentice must be, where no rule of the program's own does.

    Sponsors and states may ask for more. Source: Texas Workforce Commission, Apprenticeship
    Training Program for Job Seekers.
    """
    leaves = (leaf for entry in program.requirements for leaf in leaves_of(entry))
    if program.kind != "apprenticeship" or any(map(_says_how_old, leaves)):
        return None
    return _floor_leaf(program.id)


def _says_how_old(leaf: Leaf) -> bool:
    return not AGES.isdisjoint(leaf.rule)


AGES = frozenset({"apply_at", "start_at", "apply_at_by_state"})


@lru_cache(maxsize=LEAVES_KEPT)
def _floor_leaf(program_id: str) -> Leaf:
    text = {
        "en": "16 or older, as for any registered apprenticeship",
        "es": "16 años o más, como en todo aprendizaje registrado",
    }
    rule = {"apply_at": APPRENTICE_FROM, "layer": "federal"}
    return Leaf(f"{program_id}#youngest", "age", text, rule, 0)


WORKING_AGE = 14  # years


def child_leaf(program: Program) -> Leaf | None:
    """State that a program which names no age is not for children, who may hold almost no job.

    Schools' own programs are for pupils. Source: 29 CFR 570.2.
    """
    leaves = [leaf for entry in program.requirements for leaf in leaves_of(entry)]
    named = any(not AGES.isdisjoint(leaf.rule) or "grades" in leaf.rule for leaf in leaves)
    return None if program.kind == OF_SCHOOLS or named else _child_leaf(program.id)


OF_SCHOOLS = "high_school_program"


@lru_cache(maxsize=LEAVES_KEPT)
def _child_leaf(program_id: str) -> Leaf:
    text = {
        "en": "For older people: no source names an age, and under 14 the law allows few jobs "
        "(29 CFR 570)",
        "es": "Para gente mayor: ninguna fuente dice la edad, y antes de los 14 la ley permite "
        "pocos trabajos (29 CFR 570)",
    }
    return Leaf(f"{program_id}#child", "other", text, {"no_child": WORKING_AGE}, 0)


def by_law(program: Program) -> tuple[Leaf, ...]:
    """List what federal law asks of the young where the program's own rules are silent."""
    implied = (floor_leaf(program), minors_leaf(program), child_leaf(program))
    return tuple(leaf for leaf in implied if leaf)


def asked(program: Program) -> tuple[Requirement, ...]:
    """List what a program asks that can be judged: its own rules, and what law adds."""
    return (*program.requirements, *by_law(program))


def asked_at(program: Program, age: int | None) -> tuple[Requirement, ...]:
    """List what a program asks of somebody of an age: the law for children is told to them only."""
    if age is not None and age >= GROWN:
        return program.requirements
    child = age is not None and age < WORKING_AGE
    return tuple(one for one in asked(program) if child or not _is_for_children(one))


def _is_for_children(requirement: Requirement) -> bool:
    return isinstance(requirement, Leaf) and "no_child" in requirement.rule
