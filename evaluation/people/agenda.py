"""What an invented person tells unasked, in which order, and what they get wrong at first."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from evaluation.people.jobs import sectors_of_jobs
from evaluation.people.persona import Item, Persona, Slip
from evaluation.people.places import Place, places
from matching.profile import SECTORS

YOUNGEST = 14
TELLS_UNASKED = 0.75
SLIPS = 0.2


def with_agenda(person: Persona, random: Random) -> Persona:
    """Decide what is told unasked and in which order; somebody tells nothing only by asking."""
    told = [item for item in person.items if random.random() < TELLS_UNASKED]
    told = told or [person.items[0]]
    random.shuffle(told)
    slip = _slip(person, told, random) if random.random() < SLIPS else None
    patience = person.patience + len(told)
    return replace(person, volunteers=tuple(told), slip=slip, patience=patience)


def _slip(person: Persona, told: list[Item], random: Random) -> Slip | None:
    """Choose something told unasked to get wrong at first; another state, so that it shows."""
    wrong = [item for item in told if item in ("age", "place") or item.startswith("likes.")]
    if not wrong:
        return None
    item = random.choice(wrong)
    if item == "age":
        others = [age for age in range(person.age - 3, person.age + 10) if age != person.age]
        return Slip(item, age=random.choice([age for age in others if age >= YOUNGEST]))
    if item == "place":
        return Slip(item, place=random.choice(_elsewhere(person.place)))
    free = other_work(*person.likes, *person.dislikes, job=person.job)
    return Slip(item, sector=random.choice(free))


def other_work(*taken: str, job: str | None) -> list[str]:
    """List the kinds of work that are neither named nor that of the job."""
    own = sectors_of_jobs().get(job or "")
    return [sector for sector in SECTORS if sector not in taken and sector != own]


def _elsewhere(place: Place) -> list[Place]:
    return [one for one in places() if one.state != place.state]
