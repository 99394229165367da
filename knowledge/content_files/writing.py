"""Records as documents: plain data in the shape of their files. Read back, they are equal records.

A part of a program is a document of its own, with `part_of`. What reading fills in by itself is
left out: where a site stands, ladders that follow from the jobs, the poverty line of the year.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from knowledge.content import Content, Occupation
from knowledge.content_files.coordinates import Locator
from knowledge.content_files.linking import linked
from knowledge.content_files.poverty import PERCENT
from knowledge.content_files.program_shape import ProgramShape
from knowledge.content_files.writing_requirements import LINE, requirement_documents
from matching.program import (
    Ladder,
    Leaf,
    Move,
    Program,
    Rung,
    ServiceArea,
    Site,
    Source,
    Term,
    leaves_of,
)

Json = dict[str, Any]
FIRST = ("id", "part_of")
TERMS = ("cost", "pay_while_training", "length", "opening_hours")


@dataclass(frozen=True)
class FilledIn:
    """What documents leave out, because reading them puts it in."""

    locate: Locator | None = None
    linked: Collection[str] = frozenset()  # ids of programs whose ladders follow from their jobs


def filled_in(content: Content, locate: Locator | None = None) -> FilledIn:
    """Find out what documents of this content may leave out."""
    bare = {name: replace(one, ladder_ids=()) for name, one in content.programs.items()}
    again = linked(bare, content.ladders)
    own = (name for name, one in content.programs.items() if again[name] == one)
    return FilledIn(locate, frozenset(own))


def program_document(program: Program, left: FilledIn | None = None) -> Json:
    """Write a program, or a part of one, as its file would say it."""
    left = left or FilledIn()
    written = {
        "serves": _area(program.serves),
        "sites": [_site(site, left.locate) for site in program.sites],
        "requirements": requirement_documents(program),
        **{name: _term(getattr(program, name)) for name in TERMS},
        "figures": [_stated(figure, "text", "value", "unit", "year") for figure in program.figures],
        "ladder_ids": () if program.id in left.linked else program.ladder_ids,
        "sources": [source_document(source) for source in _own_sources(program)],
    }
    fields = (name for name in ProgramShape.model_fields if name != "offerings")
    said = {name: written.get(name, getattr(program, name)) for name in fields}
    return _plain({name: said[name] for name in sorted(said, key=_place)})


def _place(name: str) -> int:
    """Keep the order of the content guide, where a part's whole stands right below its id."""
    return 0 if name in FIRST else 1


def ladder_document(ladder: Ladder) -> Json:
    """Write a ladder as its file would say it."""
    document = {
        "id": ladder.id,
        "name": ladder.name,
        "sector": ladder.sector,
        "rungs": [_rung(rung) for rung in ladder.rungs],
        "moves": [_move(move) for move in ladder.moves],
        "sources": [source_document(source) for source in ladder.sources],
        "notes": ladder.notes,
    }
    return _plain(document)


def occupation_document(job: Occupation) -> Json:
    """Write an occupation as the list of occupations says it."""
    document = {
        "soc": job.soc,
        "title": job.title,
        "sector": job.sector,
        "aliases": {language: list(names) for language, names in job.aliases.items()},
        "typical_education": job.typical_education,
        "job_zone": job.job_zone,
        "riasec": job.riasec,
        "national_median_usd": job.national_median_usd,
        "annual_openings": job.annual_openings,
    }
    return _plain(document)


def guidelines_document(programs: Iterable[Program]) -> Json | None:
    """Write the poverty guidelines that the rules of programs are measured by; None: no rule is."""
    for program in programs:
        for leaf in _leaves(program):
            if LINE in leaf.rule:
                lines = dict(leaf.rule[LINE])
                cited = program.sources[lines.pop("source")]
                return _plain({**lines, "source": source_document(cited)})
    return None


def source_document(source: Source) -> Json:
    """Write who says so."""
    document = _stated(source, "title", "url", "as_of", "verified_on", "kind")
    if source.url and not source.link:
        document["link"] = False
    return document


def _own_sources(program: Program) -> tuple[Source, ...]:
    """Leave out the source of the poverty guidelines, which stands last and comes with them."""
    measured = any(PERCENT in leaf.rule and LINE in leaf.rule for leaf in _leaves(program))
    return program.sources[:-1] if measured else program.sources


def _leaves(program: Program) -> list[Leaf]:
    return [leaf for entry in program.requirements for leaf in leaves_of(entry)]


def _area(area: ServiceArea | None) -> Json | None:
    if area is None:
        return None
    named = _stated(area, "states", "counties", "cities")
    return {"nationwide": area.nationwide, **named} if area.nationwide or not named else named


def _site(site: Site, locate: Locator | None) -> Json:
    found = locate(site.city, site.state, site.zip) if locate else None
    document = _stated(site, "address", "city", "state", "zip")
    if site.lat is not None and site.lon is not None and found != (site.lat, site.lon):
        document.update(lat=site.lat, lon=site.lon)
    return document


def _term(term: Term | None) -> Json | None:
    return _stated(term, "text", "usd", "kind", "weeks", "hours") if term else None


def _rung(rung: Rung) -> Json:
    names = (
        "title", "soc", "typical_education", "typical_years_before", "on_the_job_training",
        "median_wage_usd", "wage_source", "wage_note", "credential",
    )  # fmt: skip
    needs = [{"text": text, "source": source} for text, source in rung.needs_to_enter]
    return {**_stated(rung, *names), **({"needs_to_enter": needs} if needs else {})}


def _move(move: Move) -> Json:
    stated = _stated(move, "kind", "needs", "typical_years", "wage_note")
    return {"from": move.start, "to": move.end, **stated}


def _stated(record: Any, *names: str) -> Json:
    """Take the named fields that say something, and the number of the source where there is one."""
    found = {name: getattr(record, name) for name in (*names, "source") if hasattr(record, name)}
    return {name: value for name, value in found.items() if value not in (None, ())}


def _plain(document: Mapping[str, Any]) -> Json:
    """Leave out what says nothing, and turn everything into dicts and lists."""
    return {name: plain(value) for name, value in document.items() if value not in (None, (), [])}


def plain(value: Any) -> Any:
    """Turn mappings and sequences into dicts and lists; empty lists within say nothing."""
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(inner) for inner in value]
    return value
