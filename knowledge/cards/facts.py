"""What matches, records and ladders share: sources, figures, terms, sites, what comes after."""

from __future__ import annotations

from typing import Any

import locales
from knowledge.cards.wording import job_title
from knowledge.release import Release
from matching.program import Figure, Program, Site, Source, Term, Words, in_language

Json = dict[str, Any]


def in_words(words: Words | None, language: str) -> str | None:
    """Read words in a language; None stays None."""
    return in_language(words, language) if words else None


def source_json(source: Source) -> Json:
    """Show a source. `link` false: shown with its date, not made a link that people press."""
    return {
        "title": source.title,
        "url": source.url,
        "as_of": source.as_of,
        "verified_on": source.verified_on,
        "kind": source.kind,
        "link": source.link,
    }


def figure_json(figure: Figure, language: str) -> Json:
    """Show a figure with its source."""
    return {
        "text": in_language(figure.text, language),
        "source": figure.source,
        "value": figure.value,
        "unit": figure.unit,
        "year": figure.year,
    }


def term_json(term: Term | None, language: str) -> Json | None:
    """Show what it costs, pays or lasts."""
    if term is None:
        return None
    return {
        "text": in_language(term.text, language),
        "source": term.source,
        "usd": term.usd,
        "kind": term.kind,
        "weeks": term.weeks,
        "hours": term.hours,
    }


def site_json(site: Site) -> Json:
    """Show a door one can walk through."""
    return {
        "city": site.city,
        "state": site.state,
        "zip": site.zip,
        "address": site.address,
        "lat": site.lat,
        "lon": site.lon,
    }


def shared_json(program: Program, release: Release, language: str) -> Json:
    """Show what a match and a full record have in common."""
    return {
        "part_of": program.part_of,
        "name": in_language(program.name, language),
        "kind": program.kind,
        "sectors": list(program.sectors),
        "status": program.status,
        "succeeded_by": in_words(program.succeeded_by, language),
        "successor_ids": list(program.successor_ids),
        "leads_to": [after.id for after in release.leads_to(program)],
        "jobs": jobs_json(release.jobs_after(program), release, language),
        "onward": onward(program, release, language),
        "ladder_ids": list(program.ladder_ids),
        "facts": [figure_json(figure, language) for figure in program.figures],
        "sources": [source_json(source) for source in program.sources],
        "summary": in_language(program.summary, language),
        "cost": term_json(program.cost, language),
        "pay_while_training": term_json(program.pay_while_training, language),
        "length": term_json(program.length, language),
        "schedule": list(program.schedule),
        "supports": list(program.supports),
        "url": program.url,
        "phone": program.phone,
        "how_to_apply": in_words(program.how_to_apply, language),
        "notes": in_words(program.notes, language),
    }


def jobs_json(codes: tuple[str, ...], release: Release, language: str) -> list[Json]:
    """Show occupations by code and title."""
    return [{"soc": soc, "title": _title(soc, release, language)} for soc in codes]


def onward(program: Program, release: Release, language: str) -> list[str]:
    """Name what a program leads to: programs, then jobs."""
    programs = [in_language(after.name, language) for after in release.leads_to(program)]
    jobs = release.jobs_after(program)
    return programs + [_title(soc, release, language) for soc in jobs]


def _title(soc: str, release: Release, language: str) -> str:
    title = job_title(soc, release)
    return title if isinstance(title, str) else in_language(title, language)


def coded(group: str, code: str | None, language: str) -> Json | None:
    """Show a code beside its word."""
    return {"code": code, "text": locales.say(f"{group}.{code}", language)} if code else None
