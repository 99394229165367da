"""Schooling that fits an age, for invented people."""

from __future__ import annotations

from random import Random

YEARS_AT_GRADE = 5  # a child in grade 9 is 14, or 15 after a birthday
LAST_GRADE = 12
FROM_AGE = {  # the youngest at which it is likely
    "ged_in_progress": 17,
    "some_high_school": 17,
    "no_high_school": 16,
    "high_school": 18,
    "some_college": 19,
    "certificate": 19,
    "associate": 20,
    "bachelor": 22,
    "graduate": 25,
}
OFTEN = {  # how often among those old enough
    "some_high_school": 6,
    "ged_in_progress": 3,
    "no_high_school": 2,
    "high_school": 8,
    "some_college": 3,
    "certificate": 3,
    "associate": 2,
    "bachelor": 1,
    "graduate": 1,
}


def schooling_of(age: int, random: Random) -> tuple[str, int | None]:
    """Choose a level of schooling and the grade that belongs to it; None where none does."""
    if age <= 16 or (age <= 18 and random.random() < 0.6):
        grade = age - YEARS_AT_GRADE - random.randint(0, 1)
        return "in_high_school", min(LAST_GRADE, max(9, grade))
    levels = [level for level, least in FROM_AGE.items() if age >= least]
    level = random.choices(levels, [OFTEN[level] for level in levels])[0]
    if level == "some_high_school":
        return level, random.randint(9, 11)
    return level, random.randint(5, 8) if level == "no_high_school" else None
