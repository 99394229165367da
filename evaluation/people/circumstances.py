"""Facts of life that fit an age and each other, for invented people."""

from __future__ import annotations

from random import Random

FROM_AGE = {  # the youngest of whom it is true
    "driver_license": 17,
    "own_transport": 18,
    "veteran": 22,
    "justice_involved": 18,
    "parent_or_pregnant": 18,
    "employed": 16,
    "laid_off": 20,
    "union_member": 20,
    "homeless": 18,
    "low_income": 14,
    "needs_childcare": 18,
    "foster_youth": 14,
    "english_learner": 14,
}
# What people also tell when it is not so.
ALSO_FALSE = (
    "driver_license",
    "own_transport",
    "veteran",
    "justice_involved",
    "parent_or_pregnant",
    "employed",
    "union_member",
)
MOST = 3
KNOWN_QUIETLY = 0.6
IMPLIES = {
    ("laid_off", True): ("employed", False),
    ("needs_childcare", True): ("parent_or_pregnant", True),
    ("own_transport", True): ("driver_license", True),
    ("driver_license", False): ("own_transport", False),
    ("employed", True): ("laid_off", False),
    ("parent_or_pregnant", False): ("needs_childcare", False),
}
Facts = dict[str, bool]


def facts_of(age: int, random: Random) -> Facts:
    """Choose none to three facts that matter to a person."""
    chosen: Facts = {}
    flags = random.sample(sorted(FROM_AGE), len(FROM_AGE))
    for flag in flags[: random.randint(0, MOST)]:
        value = _value(flag, age, random)
        if value is not None and agrees(chosen, flag, value):
            chosen[flag] = value
    return chosen


def _value(flag: str, age: int, random: Random) -> bool | None:
    """Choose true or false; None: too young for it to be worth a word."""
    if age < FROM_AGE[flag]:
        return False if flag in ("driver_license", "parent_or_pregnant") else None
    return random.random() < 0.6 if flag in ALSO_FALSE else True


def agrees(facts: Facts, flag: str, value: bool) -> bool:
    """Say whether a fact can stand beside the others."""
    return not contradictions({**facts, flag: value})


def contradictions(facts: Facts) -> list[str]:
    """List what cannot be true together."""
    return [
        f"{flag} {value} beside {other} {not wanted}"
        for (flag, value), (other, wanted) in IMPLIES.items()
        if facts.get(flag) is value and facts.get(other) is (not wanted)
    ]


def quiet_of(age: int, facts: Facts, random: Random) -> Facts:
    """Choose what a person knows besides and says only when asked."""
    known: Facts = {}
    for flag in ALSO_FALSE:
        value = age >= FROM_AGE[flag] and random.random() < 0.4
        sure = random.random() < KNOWN_QUIETLY
        if sure and flag not in facts and agrees({**facts, **known}, flag, value):
            known[flag] = value
    return known
