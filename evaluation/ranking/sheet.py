"""What a grader reads: a persona and, of each program, what a counselor would see. No scores."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from evaluation.ranking.personas import Persona
from evaluation.ranking.world import World
from knowledge.cards.wording import job_title
from matching.match import Match
from matching.program import Program, ServiceArea, Site, Term, in_language
from matching.reasons import newest_year

LANGUAGE = "en"  # of the programs; the persona is in words of its own
PLACES_SHOWN = 4


def sheet(world: World, pools: Sequence[tuple[Persona, Sequence[str]]]) -> str:
    """Write one sheet for several personas and their programs."""
    return "\n".join(
        line for persona, pool in pools if pool for line in _persona(world, persona, pool)
    )


def _persona(world: World, persona: Persona, pool: Sequence[str]) -> Iterator[str]:
    yield f"## {persona.id}\n\n{persona.about}\n"
    yield f"Profile: `{json.dumps(persona.written, ensure_ascii=False)}`\n"
    matches = {match.program_id: match for match in world.judged(persona)}
    for name in pool:
        program = world.release.programs[name]
        yield f"### {persona.id} {name}\n"
        yield from (f"- {what}: {said}" for what, said in _facts(world, program, matches[name]))
        yield ""


def _facts(world: World, program: Program, match: Match) -> Iterator[tuple[str, str]]:
    yield "name", in_language(program.full_name or program.name, LANGUAGE)
    whole = world.release.programs.get(program.part_of or "")
    yield "kind", program.kind + (f", part of {whole.name[LANGUAGE]}" if whole else "")
    yield "sectors", ", ".join(program.sectors) or "none"
    yield "what", in_language(program.summary, LANGUAGE).strip()
    yield "leads to", _jobs(world, program)
    yield "places", _places(program, match)
    yield "serves people living in", _area(program.serves)
    yield "asks", _asked(match)
    for what, term in (
        ("cost", program.cost),
        ("pay while training", program.pay_while_training),
        ("length", program.length),
    ):
        yield what, _term(term)
    yield "supports", ", ".join(program.supports) or "none stated"
    yield "known to run", _known(program)


def _jobs(world: World, program: Program) -> str:
    named = [*program.occupations, *program.leads_to]
    jobs = [_named(world, name) for name in dict.fromkeys(named)]
    pay = program.typical_pay_usd
    return ("; ".join(jobs) or "not stated") + (f" (typically ${pay:,} a year)" if pay else "")


def _named(world: World, name: str) -> str:
    program = world.release.programs.get(name)
    return (
        program.name[LANGUAGE] if program else in_language(job_title(name, world.release), LANGUAGE)
    )


def _places(program: Program, match: Match) -> str:
    if not program.sites:
        return "no address known"
    shown = "; ".join(map(_place, program.sites[:PLACES_SHOWN]))
    more = len(program.sites) - PLACES_SHOWN
    miles = match.distance_miles
    far = "distance unknown" if miles is None else f"the nearest is {miles:g} miles away"
    return shown + (f" and {more} more" if more > 0 else "") + f" ({far})"


def _place(site: Site) -> str:
    return f"{site.city}, {site.state}"


def _area(area: ServiceArea | None) -> str:
    if area is None:
        return "not stated"
    if area.nationwide:
        return "the whole country"
    return "; ".join((*area.cities, *area.counties, *area.states)) or "not stated"


def _asked(match: Match) -> str:
    """List what it asks, the service area left out."""
    asked = [one.requirement for one in match.requirements[1:]]
    texts = [
        in_language(one.text, LANGUAGE)
        + (f" [only for: {in_language(one.track, LANGUAGE)}]" if one.track else "")
        for one in asked
    ]
    return " · ".join(texts) or "nothing stated"


def _term(term: Term | None) -> str:
    return "not stated" if term is None else in_language(term.text, LANGUAGE)


def _known(program: Program) -> str:
    year = newest_year(program)
    runs = "yes" if program.status == "active" else "not confirmed"
    return f"{runs}, {f'newest source of {year}' if year else 'sources carry no date'}"
