"""Reads a whole content folder. Problems are returned, never raised; what has none is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath

from knowledge.content import Content
from knowledge.content_files.complaints import shaped
from knowledge.content_files.coordinates import Locator
from knowledge.content_files.folder import Folder
from knowledge.content_files.ladder_shape import OccupationShape
from knowledge.content_files.ladders import occupation_from
from knowledge.content_files.linking import linked
from knowledge.content_files.poverty import guidelines_in, with_poverty_lines
from knowledge.content_files.references import Known, dangling
from knowledge.content_files.rescue_lines import rescue_complaints
from knowledge.content_files.shared_rules import shared_rules, with_shared_rules
from knowledge.content_files.taking import take_ladder, take_program
from knowledge.content_files.wages import read_wages
from knowledge.content_files.yaml_text import Complaint
from knowledge.problems import Problem
from matching.program import Program
from places.gazetteer import Gazetteer

LANGUAGES = ("es",)  # beside English, which every text must have


@dataclass
class Loaded:
    """What a folder holds, and everything there is to mend."""

    content: Content
    problems: list[Problem]
    broken: frozenset[str] = frozenset()  # ids of records that are there and did not load

    @property
    def errors(self) -> list[Problem]:
        """The problems that keep the content from being published."""
        return [problem for problem in self.problems if problem.severity == "error"]


def load(
    folder: FilePath,
    locate: Locator | None = None,
    languages: Sequence[str] = LANGUAGES,
    gazetteer: Gazetteer | None = None,
) -> Loaded:
    """Read programs, ladders, occupations and wages from a content folder.

    `locate` fills in where sites stand. Texts that one of `languages` lacks are warnings. Places
    are looked up when there is a `gazetteer`.
    """
    found = Folder(folder, locate, languages, gazetteer)
    if not folder.is_dir():
        return Loaded(Content(), [Problem(str(folder), 1, "", "is not a folder")])
    for path in found.files("programs/**/*.yml"):
        _take_program(found, path)
    for path in found.files("ladders/**/*.yml"):
        _take_ladder(found, path)
    found.note_strays("programs")
    found.note_strays("ladders")
    found.note_strays("rules")
    _take_occupations(found, folder / "occupations.yml")
    _take_wages(found)
    _check_rescue_lines(found, folder / "rescue.yml")
    _note_dangling(found)
    if not found.programs and not found.problems:
        found.problems.append(Problem("programs", 1, "", "holds no program: add programs/<id>.yml"))
    programs = _whole(found, folder)
    content = Content(programs, found.ladders, found.occupations, found.wages)
    return Loaded(content, sorted(found.problems), frozenset(found.broken))


def _whole(found: Folder, folder: FilePath) -> dict[str, Program]:
    """Fill in what programs only point at: shared rules, this year's dollars, ladders."""
    ruled = with_shared_rules(found, shared_rules(found))
    measured = with_poverty_lines(ruled, guidelines_in(found, folder / "poverty.yml"))
    return linked(measured, found.ladders)


def _take_program(found: Folder, path: FilePath) -> None:
    written = found.written(path)
    if written is not None:
        take_program(found, path, written)


def _take_ladder(found: Folder, path: FilePath) -> None:
    written = found.written(path)
    if written is not None:
        take_ladder(found, path, written)


def _take_occupations(found: Folder, path: FilePath) -> None:
    written = found.written(path) if path.is_file() else None
    if written is None:
        return
    if not isinstance(written.value, list):
        found.note(path, [Complaint(1, (), "must be a list: begin each line with `- `")])
        return
    for number in range(len(written.value)):
        shape, complaints = shaped(written, OccupationShape, (number,))
        found.note(path, complaints)
        if shape is None:
            continue
        occupation = occupation_from(shape)
        if occupation.soc in found.occupations:
            line = written.line_of((number,))
            found.note(path, [Complaint(line, (number, "soc"), f"“{shape.soc}” stands twice")])
        found.occupations[occupation.soc] = occupation


def _take_wages(found: Folder) -> None:
    """Read the newest year; older files may stay in the folder."""
    files = list(found.files("wages/oews_*.csv"))
    if not files:
        return
    try:
        table, complaints = read_wages(files[-1].name, files[-1].read_bytes())
    except OSError as error:
        table, complaints = None, [Complaint(1, (), f"cannot be read ({error.strerror})")]
    found.note(files[-1], complaints)
    found.wages = table


def _check_rescue_lines(found: Folder, path: FilePath) -> None:
    written = found.written(path) if path.is_file() else None
    if written is not None:
        found.note(path, rescue_complaints(written))


def _note_dangling(found: Folder) -> None:
    """Note mentions of what is not there; what is there but broken has its own problems."""
    jobs = {*found.occupations, *(found.wages.rows if found.wages else ())}
    for mention in dangling(Known(found.programs, found.ladders, jobs, found.broken)):
        file, written, at = found.where[mention.owner]
        path = (*at, *mention.path)
        name = ".".join(map(str, path))
        line = written.line_of(path)
        found.problems.append(Problem(file, line, name, mention.message, mention.severity))
