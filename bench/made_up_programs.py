"""Very many programs and people, made from a seed: skewed as cities and trades are skewed.

Their rules are drawn from the shipped programs, so trees are as deep and as alike as real ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from knowledge.content_files import load
from matching.profile import LEVELS, Education, Interests, Location, Profile
from matching.program import Group, Program, Requirement, ServiceArea, Site, Source, Term
from matching.where import Whereabouts
from places.place import Place
from places.table import Table

CONTENT = Path(__file__).resolve().parents[1] / "knowledge" / "content"
CITIES = 3000  # places with programs; their share falls as their rank
WIDE = 0.10  # of programs serve a whole state or the whole country
KINDS = ("apprenticeship", "pre_apprenticeship", "academy", "high_school_program", "training_fund")
KINDS += ("reentry_program",)
SUPPORTS = ("childcare", "transport", "stipend", "ged", "esl", "case_management", "job_placement")
FACTS: tuple[str, ...] = (
    "driver_license", "own_transport", "veteran", "justice_involved", "parent_or_pregnant",
    "low_income", "employed", "laid_off", "enrolled_in_school", "algebra_credit",
)  # fmt: skip


def cities() -> list[Place]:
    """The largest cities, the largest first."""
    table = Table.read()
    found = {place for key in table.names for place in table.named(key) if place.kind == "city"}
    return sorted(found, key=lambda place: (-place.population, place.name, place.state))[:CITIES]


def shares(count: int) -> list[float]:
    """Weights that fall as 1 / rank."""
    return [1 / rank for rank in range(1, count + 1)]


class World:
    """Programs and people from one seed; the same seed, the same world."""

    def __init__(self, seed: int = 11) -> None:
        self._random = Random(seed)
        self._cities = cities()
        self._city_shares = shares(len(self._cities))
        real = list(load(CONTENT).content.programs.values())
        self._rules = [one.requirements for one in real if one.requirements]
        self._jobs = sorted(
            {(soc, one.sectors) for one in real for soc in one.occupations if one.sectors}
        )
        self._random.shuffle(self._jobs)
        self._job_shares = shares(len(self._jobs))

    def programs(self, count: int) -> list[Program]:
        """Make programs, numbered from 0."""
        return [self._program(number) for number in range(count)]

    def people(self, count: int) -> Iterator[tuple[Profile, Whereabouts]]:
        """Make people: most say some of it, few say all."""
        for _ in range(count):
            yield self._person()

    def _city(self) -> Place:
        return self._random.choices(self._cities, self._city_shares)[0]

    def _job(self) -> tuple[str, tuple[str, ...]]:
        return self._random.choices(self._jobs, self._job_shares)[0]

    def _program(self, number: int) -> Program:
        random, city = self._random, self._city()
        soc, sectors = self._job()
        name = f"made-up-{number:06d}"
        return Program(
            id=name,
            name={"en": name},
            kind=random.choice(KINDS),
            sectors=sectors[:3],
            summary={"en": "made up"},
            status="active" if random.random() < 0.8 else "unknown",
            sources=(_source(random),),
            occupations=(soc,),
            serves=self._area(city),
            sites=self._sites(city),
            requirements=self._requirements(name),
            cost=random.choice(
                [None, Term({"en": "free"}, 0, usd=0), Term({"en": "$"}, 0, usd=90)]
            ),
            pay_while_training=random.choice([None, None, Term({"en": "paid"}, 0)]),
            length=random.choice([None, Term({"en": "weeks"}, 0, weeks=random.randint(2, 104))]),
            supports=tuple(random.sample(SUPPORTS, random.choice([0, 0, 1, 2, 3]))),
            typical_pay_usd=random.choice([None, 38_000, 52_000, 61_000, 78_000]),
        )

    def _area(self, city: Place) -> ServiceArea | None:
        drawn = self._random.random()
        if drawn < WIDE / 2:
            return ServiceArea(nationwide=True)
        if drawn < WIDE:
            return ServiceArea(states=(city.state,))
        if drawn < 0.2:
            return None
        if drawn < 0.4 and city.county:
            return ServiceArea(counties=(f"{city.county}, {city.state}",))
        return ServiceArea(cities=(f"{city.name}, {city.state}",))

    def _sites(self, city: Place) -> tuple[Site, ...]:
        if self._random.random() < 0.3:
            return ()
        near = self._random.gauss
        lat, lon = city.lat + near(0, 0.1), city.lon + near(0, 0.1)
        return (Site(city.name, city.state, None, None, lat, lon),)

    def _requirements(self, program_id: str) -> tuple[Requirement, ...]:
        """Take the rules of a real program, or rules of two."""
        random = self._random
        rules = random.choice(self._rules)
        if random.random() < 0.3:
            rules = (*rules[:3], *random.choice(self._rules)[:2])
        return tuple(_renamed(rule, f"{program_id}#r{at}") for at, rule in enumerate(rules))

    def _person(self) -> tuple[Profile, Whereabouts]:
        random, city = self._random, self._city()
        soc, sectors = self._job()
        level = random.choice([None, *LEVELS[:6]])
        wishes = Interests(
            likes=sectors[:1] if random.random() < 0.8 else (),
            dislikes=random.choice([(), (), (), (random.choice(self._jobs)[1][0],)]),
            occupations=(soc,) if random.random() < 0.3 else (),
        )
        profile = Profile(
            age=random.choice([None, *range(15, 60)]),
            education=Education(level, random.choice([None, 9, 10, 11]) if level else None),
            location=Location(city.name, city.state),
            interests=wishes,
            facts={
                name: random.random() < 0.5
                for name in random.sample(FACTS, random.choice([0, 1, 2, 4]))
            },
        )
        if random.random() < 0.1:
            return replace(profile, location=Location()), Whereabouts()
        return profile, Whereabouts(city.name, city.county, city.state, city.lat, city.lon)


def _source(random: Random) -> Source:
    return Source(
        "made up", None, random.choice([None, "2015", "2022", "2026-03"]), None, "official"
    )


def _renamed(requirement: Requirement, name: str) -> Requirement:
    if not isinstance(requirement, Group):
        return replace(requirement, id=name)
    parts: Sequence[Requirement] = requirement.children
    return replace(
        requirement,
        id=name,
        children=tuple(_renamed(part, f"{name}/{at}") for at, part in enumerate(parts)),
    )
