"""Whom a person can talk to: the job centers around them, and the people of a program."""

from __future__ import annotations

from typing import Any

from knowledge.cards.facts import in_words, site_json, term_json
from knowledge.cards.records import resource_card
from knowledge.cards.wording import IN_CITY_MILES
from knowledge.release import Release
from matching.program import Program, Site
from matching.requirements import Status
from matching.where import Whereabouts, lives_in, miles, nearest

Json = dict[str, Any]
EVERYWHERE = "american-job-centers"
MOST_CENTERS = 3
MOST_DOORS = 3


def national_center(release: Release) -> Program | None:
    """Return the record of all job centers, with the line and the finder of the country."""
    return release.programs.get(EVERYWHERE)


def centers_for(release: Release, where: Whereabouts) -> list[Program]:
    """Return the job centers that serve where a person lives, the nearest first.

    Those whose doors are not on the map come last. Empty where no state is known.
    """
    serving = [one for one in release.programs.values() if _is_center_of(one, where)]
    return sorted(serving, key=lambda one: (_miles_to(one, where), one.id))[:MOST_CENTERS]


def _is_center_of(program: Program, where: Whereabouts) -> bool:
    if program.kind != "job_center" or program.status == "closed" or program.serves is None:
        return False
    return where.state is not None and lives_in(where, program.serves) is Status.MET


def _miles_to(program: Program, where: Whereabouts) -> float:
    closest = nearest(where, program.sites)
    return closest[0] if closest else float("inf")


def contact_card(program: Program, release: Release, where: Whereabouts, language: str) -> Json:
    """Show how to reach the people of a program: a resource card, with its doors and hours.

    `doors` are the nearest first, each with `miles`, None where either end is unknown, and
    `near`, true where it is in the person's own town and a number would say too much;
    `hours` is None where no source says when somebody is there.
    """
    return {
        **resource_card(program, release, language),
        "sponsor": in_words(program.sponsor, language),
        "doors": _doors(program, where),
        "hours": term_json(program.opening_hours, language),
    }


def _doors(program: Program, where: Whereabouts) -> list[Json]:
    measured = [(_miles_of(site, where), site) for site in program.sites]
    measured.sort(key=lambda pair: float("inf") if pair[0] is None else pair[0])
    return [_door(site, far) for far, site in measured[:MOST_DOORS]]


def _door(site: Site, far: float | None) -> Json:
    return {**site_json(site), "miles": far, "near": far is not None and far < IN_CITY_MILES}


def _miles_of(site: Site, where: Whereabouts) -> float | None:
    if where.point is None or site.lat is None or site.lon is None:
        return None
    return miles(where.point, (site.lat, site.lon))
