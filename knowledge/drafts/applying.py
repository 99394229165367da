"""Puts edits over the content in force, by the checks that content files go through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.content import Content
from knowledge.content_files.coordinates import Locator
from knowledge.content_files.folder import Folder
from knowledge.content_files.linking import linked
from knowledge.content_files.loading import LANGUAGES
from knowledge.content_files.poverty import PovertyShape, guidelines_in, with_poverty_lines
from knowledge.content_files.references import Dangling, Known, dangling
from knowledge.content_files.shared_rules import SAME_AS, shared_rules, with_shared_rules
from knowledge.content_files.taking import take_ladder, take_program
from knowledge.content_files.writing import filled_in, guidelines_document
from knowledge.content_files.yaml_text import Written
from knowledge.drafts.edits import Edit
from knowledge.problems import Problem
from matching.program import Ladder, Program, leaves_of
from places.gazetteer import Gazetteer

DESK = Path("desk")  # edits stand in no file; their problems name the file they would be
FOLDERS = {"program": "programs", "ladder": "ladders"}


@dataclass(frozen=True)
class Surroundings:
    """What documents are read with: the map, and the folder of shared rules and guidelines."""

    files: Path
    locate: Locator | None = None
    gazetteer: Gazetteer | None = None


@dataclass(frozen=True)
class Applied:
    """The content as it would be. Edits with an error are left out of it."""

    content: Content
    problems: tuple[Problem, ...]  # each names the file its record would be

    def problems_of(self, edit: Edit) -> list[Problem]:
        """Return what is to mend, or to look at, in one edit."""
        return [one for one in self.problems if one.file == file_of(edit)]

    def is_refused(self, edit: Edit) -> bool:
        """Say whether an edit cannot be published as it is."""
        return any(one.severity == "error" for one in self.problems_of(edit))


def file_of(edit: Edit) -> str:
    """Name the file a record would be."""
    return f"{FOLDERS[edit.kind]}/{edit.record_id}.yml"


def applied(content: Content, edits: Sequence[Edit], around: Surroundings) -> Applied:
    """Read edits and put them over content; what is wrong with them is told, never raised."""
    found = Folder(DESK, around.locate, LANGUAGES, around.gazetteer)
    for edit in edits:
        _take(found, edit)
    read = _read(found, content, around)
    after = _over(content, edits, found, read)
    problems = list(found.problems) + _dangling(found, after, edits)
    errors = {one.file for one in problems if one.severity == "error"}
    if not errors:
        return Applied(after, tuple(sorted(problems)))
    kept = [edit for edit in edits if file_of(edit) not in errors]
    again = applied(content, kept, around) if kept else Applied(content, ())
    refused = [one for one in problems if one.file in errors]
    return Applied(again.content, tuple(sorted({*refused, *again.problems})))


def _take(found: Folder, edit: Edit) -> None:
    if edit.document is None:
        return
    if edit.document.get("id") != edit.record_id:
        _note(found, edit, "id", f"must stay {edit.record_id}: ids never change")
    elif edit.document.get("offerings"):
        message = "are records of their own here: write each with part_of"
        _note(found, edit, "offerings", message)
    else:
        take = take_program if edit.kind == "program" else take_ladder
        take(found, DESK / file_of(edit), Written(edit.document, {}))


def _note(found: Folder, edit: Edit, field: str, message: str) -> None:
    found.problems.append(Problem(file_of(edit), 1, field, message))


def _read(found: Folder, content: Content, around: Surroundings) -> Mapping[str, Program]:
    """Fill in what the documents only point at: shared rules, and this year's dollars."""
    files = Folder(around.files, around.locate, LANGUAGES)
    pointing = any(
        SAME_AS in leaf.rule
        for program in found.programs.values()
        for entry in program.requirements
        for leaf in leaves_of(entry)
    )
    ruled = with_shared_rules(found, shared_rules(files)) if pointing else found.programs
    return with_poverty_lines(ruled, _guidelines(content, files))


def _guidelines(content: Content, files: Folder) -> PovertyShape | None:
    """Take the guidelines that the release in force goes by, or those of the folder."""
    document = guidelines_document(content.programs.values())
    if document is None:
        return guidelines_in(files, files.root / "poverty.yml")
    return PovertyShape.model_validate(document)


def _over(
    content: Content, edits: Iterable[Edit], found: Folder, read: Mapping[str, Program]
) -> Content:
    gone = {(edit.kind, edit.record_id) for edit in edits if edit.document is None}
    ladders: dict[str, Ladder] = {
        name: one for name, one in content.ladders.items() if ("ladder", name) not in gone
    }
    programs = {
        name: one for name, one in content.programs.items() if ("program", name) not in gone
    }
    ladders.update(found.ladders)
    if ladders != content.ladders:  # ladders that followed from the jobs follow anew
        following = filled_in(content).linked
        programs.update(
            {n: replace(programs[n], ladder_ids=()) for n in following if n in programs}
        )
    programs.update(read)
    return Content(linked(programs, ladders), ladders, content.occupations, content.wages)


def _dangling(found: Folder, after: Content, edits: Iterable[Edit]) -> list[Problem]:
    """Find mentions of what is not there: in edits, and of records that edits take away."""
    jobs = {*after.occupations, *(after.wages.rows if after.wages else ())}
    gone = {edit.record_id: edit for edit in edits if edit.document is None}
    problems = []
    for mention in dangling(Known(after.programs, after.ladders, jobs, found.broken)):
        field = ".".join(map(str, mention.path))
        standing = found.where.get(mention.owner)
        if standing:
            problems.append(Problem(standing.file, 1, field, mention.message, mention.severity))
        elif mention.severity == "error":
            edit = gone.get(_target(mention, after) or "")
            if edit:
                message = f"is still named by {mention.owner}, in {field}: change that first"
                problems.append(Problem(file_of(edit), 1, "", message))
    return problems


def _target(mention: Dangling, content: Content) -> str | None:
    value = getattr(content.programs[mention.owner], str(mention.path[0]), None)
    return value[int(mention.path[1])] if isinstance(value, tuple) else value
