"""A program's full record, and a place to turn to, in the words of one language."""

from __future__ import annotations

from knowledge.cards.facts import (
    Json,
    figure_json,
    in_words,
    jobs_json,
    shared_json,
    site_json,
    source_json,
)
from knowledge.cards.notes import NOTHING, notes_of
from knowledge.release import Release
from matching.program import Group, Program, Requirement, in_language


def program_record(program: Program, release: Release, language: str) -> Json:
    """Show everything known of a program, with its sources."""
    return {
        "id": program.id,
        "release": release.id,
        **shared_json(program, release, language),
        "full_name": in_words(program.full_name, language),
        "aliases": list(program.aliases),
        "sponsor": in_words(program.sponsor, language),
        "occupations": jobs_json(program.occupations, release, language),
        "serves": _serves(program),
        "sites": [site_json(site) for site in program.sites],
        "requirements": [_requirement(one, language) for one in program.requirements],
        "credentials": list(program.credentials),
        "parts": [_part(part, language) for part in release.children(program.id)],
    }


def _serves(program: Program) -> Json | None:
    """Show whom it serves; None: not stated, ask the program."""
    area = program.serves
    if area is None:
        return None
    return {
        "nationwide": area.nationwide,
        "states": list(area.states),
        "counties": list(area.counties),
        "cities": list(area.cities),
    }


def _requirement(requirement: Requirement, language: str) -> Json:
    shown: Json = {
        "id": requirement.id,
        "about": requirement.about,
        "text": in_language(requirement.text, language),
        "source": requirement.source,
        "track": in_words(requirement.track, language),
    }
    if isinstance(requirement, Group):
        parts = [_requirement(part, language) for part in requirement.children]
        return {**shown, "mode": requirement.mode, "alternatives": parts}
    return {**shown, "rule": dict(requirement.rule), **notes_of(requirement, NOTHING, language)}


def _part(program: Program, language: str) -> Json:
    return {
        "id": program.id,
        "name": in_language(program.name, language),
        "kind": program.kind,
        "status": program.status,
    }


def resource_card(program: Program, release: Release, language: str) -> Json:
    """Show a place to turn to: a job center, a college, a support."""
    whole = release.programs.get(program.part_of or "")
    return {
        "id": program.id,
        "program_id": program.id,
        "kind": program.kind,
        "name": in_language(program.name, language),
        "of": in_words(whole.name, language) if whole else None,
        "text": in_language(program.summary, language),
        "phone": program.phone,
        "url": program.url,
        "how_to_apply": in_words(program.how_to_apply, language),
        "facts": [figure_json(figure, language) for figure in program.figures],
        "sources": [source_json(source) for source in program.sources],
    }
