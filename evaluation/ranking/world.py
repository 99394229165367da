"""What rankings are measured on: the programs that ship, places, and one day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from evaluation.ranking.personas import Persona
from knowledge.advice import Advice
from knowledge.content_files import load
from knowledge.content_files.coordinates import locator
from knowledge.home import SHIPPED
from knowledge.reader import Release
from knowledge.whereabouts import whereabouts
from matching.families import root_of
from matching.judging import judge_all
from matching.match import Match
from matching.program import Program
from matching.ranking import finds
from matching.rules.case import Case
from matching.where import Whereabouts
from places.gazetteer import Gazetteer

GRADED_ON = date(2026, 11, 27)  # ages and the freshness of facts are counted from here


@dataclass(frozen=True)
class World:
    """One release on one day."""

    release: Release
    gazetteer: Gazetteer
    today: date = GRADED_ON

    def shown(self, persona: Persona, limit: int) -> list[str]:
        """Return the ids of the programs the persona is shown, best first."""
        advice = Advice(self.release, self.gazetteer, self.today)
        return [one.program_id for one in finds(advice.ranked(persona.profile), limit)]

    @cached_property
    def families(self) -> Mapping[str, str]:
        """Name the whole of every program: a whole and its parts are one thing to show."""
        programs = self.release.programs
        return {name: root_of(program, programs) for name, program in programs.items()}

    def where(self, persona: Persona) -> Whereabouts:
        """Find the persona on the map."""
        return whereabouts(persona.profile.location, self.gazetteer)

    def judged(self, persona: Persona) -> list[Match]:
        """Judge every program for the persona, in the order of their ids."""
        case = Case(persona.profile, self.where(persona), self.today)
        return judge_all(case, self.programs())

    def programs(self) -> list[Program]:
        """List every program by id."""
        return [self.release.programs[name] for name in sorted(self.release.programs)]


def world_of(content: Path = SHIPPED) -> World:
    """Build the world from content files."""
    read = load(content, locator()).content
    return World(Release("0-files", 0, f"{GRADED_ON}T00:00:00+00:00", "", read), Gazetteer.open())
