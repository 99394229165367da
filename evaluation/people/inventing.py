"""Invents people from a seed: their true profile, agenda, patience and slips. No one is real."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from evaluation.people import schooling
from evaluation.people.circumstances import facts_of, quiet_of
from evaluation.people.jobs import sectors_of_jobs
from evaluation.people.persona import Item, Persona, Slip
from evaluation.people.places import Place, places
from evaluation.people.wording import book_of
from matching.profile import SECTORS

SPEAKS_SPANISH = 0.4
QUESTIONS = ("pay", "cost", "apply", "ladder", None)
YOUNGEST, OLDEST = 14, 62
PATIENCE = (5, 9)  # turns, beside one for each thing they mean to tell
TELLS_UNASKED = 0.75
SLIPS = 0.2
LICENSES = {"cna": "healthcare", "cdl": "transportation"}  # only with a certificate
CARDS = ("osha-10", "forklift", "cpr", "servsafe")


def invent(number: int) -> Persona:
    """Make the person of a number."""
    random = Random(f"persona {number}")
    language = "es" if random.random() < SPEAKS_SPANISH else "en"
    age = _age(random)
    level, grade = schooling.schooling_of(age, random)
    place = random.choice(places())
    likes = tuple(random.sample(SECTORS, 1 if random.random() < 0.7 else 2))
    job = _job(language, random)
    others = _left(*likes, job=job)
    facts = facts_of(age, random)
    whole = Persona(
        number=number,
        language=language,
        age=age,
        level=level,
        grade=grade,
        place=place,
        likes=likes,
        dislikes=(random.choice(others),) if random.random() < 0.15 else (),
        job=job,
        facts=facts,
        quiet=quiet_of(age, facts, random),
        credential=_credential(age, level, random),
        volunteers=(),
        question=random.choice(QUESTIONS),
        patience=random.randint(*PATIENCE),
        slip=None,
    )
    return _with_agenda(whole, random)


def _age(random: Random) -> int:
    """Many are young, as the people are that programs are for."""
    if random.random() < 0.55:
        return random.randint(YOUNGEST, 26)
    return random.randint(27, OLDEST)


def _job(language: str, random: Random) -> str | None:
    return random.choice(sorted(book_of(language)["jobs"])) if random.random() < 0.3 else None


def _credential(age: int, level: str, random: Random) -> str | None:
    if age < 18 or random.random() > 0.18:
        return None
    licensed = level == "certificate" and random.random() < 0.5
    return random.choice(sorted(LICENSES) if licensed else CARDS)


def _with_agenda(person: Persona, random: Random) -> Persona:
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
    free = _left(*person.likes, *person.dislikes, job=person.job)
    return Slip(item, sector=random.choice(free))


def _left(*taken: str, job: str | None) -> list[str]:
    """List the kinds of work that are neither named nor that of the job."""
    own = sectors_of_jobs().get(job or "")
    return [sector for sector in SECTORS if sector not in taken and sector != own]


def _elsewhere(place: Place) -> list[Place]:
    return [one for one in places() if one.state != place.state]
