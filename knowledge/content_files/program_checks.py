"""Checks one program file as a whole: every fact has a source, every text its languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from knowledge.content_files.hints import HINTS
from knowledge.content_files.program_shape import (
    OfferingShape,
    ProgramShape,
    RequirementShape,
    SourceShape,
)
from knowledge.content_files.requirement_checks import Finding, faults_in
from knowledge.content_files.yaml_text import Path

WITHOUT_SECTOR = ("job_center", "support", "college")
ENDED = ("renamed", "closed")


def faults_of(program: ProgramShape) -> Iterator[Finding]:
    """Find what makes a program file unfit to load."""
    if not program.sectors and program.kind not in WITHOUT_SECTOR:
        yield ("sectors",), f"is missing: {HINTS['sectors']}"
    yield from _record_faults(program, (), program.sources)
    yield from _own_successors(program, ())
    for number, offering in enumerate(program.offerings):
        path: Path = ("offerings", number)
        sources = offering.sources if offering.sources is not None else program.sources
        if not sources:
            yield (*path, "sources"), f"is empty: {HINTS['sources']}"
        yield from _record_faults(offering, path, sources)
        yield from _own_successors(offering, path)


def _own_successors(record: OfferingShape, path: Path) -> Iterator[Finding]:
    for number, successor in enumerate(record.successor_ids):
        if successor == record.id:
            message = f"“{successor}” is this program itself: write the id of what came after it"
            yield (*path, "successor_ids", number), message


def cautions_of(program: ProgramShape) -> Iterator[Finding]:
    """Find what leaves people with nowhere to turn, though the file can load."""
    records = [((), program), *((("offerings", n), o) for n, o in enumerate(program.offerings))]
    for path, record in records:
        if record.status in ENDED and record.succeeded_by is None:
            hint = HINTS["succeeded_by"]
            yield (*path, "succeeded_by"), f"is missing beside status: {record.status}: {hint}"


def _record_faults(
    record: OfferingShape, path: Path, sources: Sequence[SourceShape]
) -> Iterator[Finding]:
    for number, requirement in enumerate(record.requirements):
        yield from faults_in(requirement, (*path, "requirements", number))
    yield from _beyond(_cited(record, path), len(sources))


def citation_faults(requirement: RequirementShape, path: Path, sources: int) -> Iterator[Finding]:
    """Find conditions of a requirement that name a source which is not there."""
    yield from _beyond(_cited_by(requirement, path), sources)


def _beyond(cited: Iterator[tuple[Path, int]], sources: int) -> Iterator[Finding]:
    for at, source in cited:
        if source >= sources:
            yield at, f"“{source}” names a source that is not there: write 0 to {sources - 1}"


def _cited(record: OfferingShape, path: Path) -> Iterator[tuple[Path, int]]:
    for name in ("cost", "pay_while_training", "length", "opening_hours"):
        term = getattr(record, name)
        if term is not None:
            yield (*path, name, "source"), term.source
    for number, figure in enumerate(record.figures):
        yield (*path, "figures", number, "source"), figure.source
    for number, requirement in enumerate(record.requirements):
        yield from _cited_by(requirement, (*path, "requirements", number))


def _cited_by(requirement: RequirementShape, path: Path) -> Iterator[tuple[Path, int]]:
    if requirement.source is not None:
        yield (*path, "source"), requirement.source
    for mode in (*requirement.modes, *(["waived_by"] if requirement.waived_by else [])):
        for number, child in enumerate(getattr(requirement, mode)):
            yield from _cited_by(child, (*path, mode, number))


def untranslated(shape: BaseModel, languages: Sequence[str]) -> Iterator[Finding]:
    """Find texts that a language lacks; its readers are shown the English."""
    for path, words in _texts(shape.model_dump(by_alias=True, exclude_none=True), ()):
        for language in languages:
            if language not in words:
                yield path, f"has no “{language}” text: its readers are shown the English"


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    if isinstance(value, dict):
        if isinstance(value.get("en"), str):
            yield path, value
            return
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))
