"""Invents people from a number: what is true of them, and how patient they are. No one is real."""

from __future__ import annotations

from random import Random

from evaluation.people.agenda import YOUNGEST, other_work, with_agenda
from evaluation.people.circumstances import facts_of, quiet_of
from evaluation.people.persona import Persona
from evaluation.people.places import places
from evaluation.people.schooling import schooling_of
from evaluation.people.told import LICENSED
from evaluation.people.wording import book_of
from matching.profile import SECTORS

SPEAKS_SPANISH = 0.4
QUESTIONS = ("pay", "cost", "apply", "ladder", None)
OLDEST = 62
HAS_A_DISLIKE = 0.15
PATIENCE = (5, 9)  # turns, beside one for each thing they mean to tell
CARDS = ("osha-10", "forklift", "cpr", "servsafe")


def invent(number: int) -> Persona:
    """Make the person of a number."""
    random = Random(f"persona {number}")
    language = "es" if random.random() < SPEAKS_SPANISH else "en"
    age = _age(random)
    level, grade = schooling_of(age, random)
    place = random.choice(places())
    likes = tuple(random.sample(SECTORS, 1 if random.random() < 0.7 else 2))
    job = _job(language, random)
    facts = facts_of(age, random)
    whole = Persona(
        number=number,
        language=language,
        age=age,
        level=level,
        grade=grade,
        place=place,
        likes=likes,
        dislikes=_dislikes(likes, job, random),
        job=job,
        facts=facts,
        quiet=quiet_of(age, facts, random),
        credential=_credential(age, level, random),
        question=random.choice(QUESTIONS),
        patience=random.randint(*PATIENCE),
    )
    return with_agenda(whole, random)


def _age(random: Random) -> int:
    """Many are young, as the people are that programs are for."""
    if random.random() < 0.55:
        return random.randint(YOUNGEST, 26)
    return random.randint(27, OLDEST)


def _dislikes(likes: tuple[str, ...], job: str | None, random: Random) -> tuple[str, ...]:
    if random.random() >= HAS_A_DISLIKE:
        return ()
    return (random.choice(other_work(*likes, job=job)),)


def _job(language: str, random: Random) -> str | None:
    return random.choice(sorted(book_of(language)["jobs"])) if random.random() < 0.3 else None


def _credential(age: int, level: str, random: Random) -> str | None:
    if age < 18 or random.random() > 0.18:
        return None
    licensed = level == "certificate" and random.random() < 0.5
    return random.choice(sorted(LICENSED) if licensed else CARDS)
