"""Takes one written program or ladder into what is being read, checked, or notes what to mend."""

from __future__ import annotations

from pathlib import Path as FilePath

from knowledge.content_files.complaints import shaped
from knowledge.content_files.folder import Folder
from knowledge.content_files.ladder_shape import LadderShape
from knowledge.content_files.ladders import ladder_faults, ladder_from
from knowledge.content_files.place_names import place_complaints
from knowledge.content_files.program_checks import cautions_of, faults_of
from knowledge.content_files.program_shape import ProgramShape
from knowledge.content_files.programs import programs_of
from knowledge.content_files.references import ids_in
from knowledge.content_files.yaml_text import Complaint, Path, Written


def take_program(found: Folder, path: FilePath, written: Written) -> None:
    """Take a program and its offerings in, or note why not."""
    shape, complaints = shaped(written, ProgramShape)
    found.note(path, complaints)
    if shape is None or not found.checked(path, written, shape, faults_of(shape)):
        found.broken |= ids_in(written.value)
        return
    if found.gazetteer and found.note(path, place_complaints(written, shape, found.gazetteer)):
        found.broken |= ids_in(written.value)
        return
    found.warn(path, written, cautions_of(shape))
    _note_name(found, path, shape.id)
    for number, program in enumerate(programs_of(shape, found.locate)):
        at: Path = ("offerings", number - 1) if number else ()
        if found.place(path, written, program.id, at):
            found.programs[program.id] = program


def take_ladder(found: Folder, path: FilePath, written: Written) -> None:
    """Take a ladder in, or note why not."""
    shape, complaints = shaped(written, LadderShape)
    found.note(path, complaints)
    if shape is None or not found.checked(path, written, shape, ladder_faults(shape)):
        found.broken |= ids_in(written.value)
        return
    _note_name(found, path, shape.id)
    if found.place(path, written, f"ladder {shape.id}", ()):
        found.ladders[shape.id] = ladder_from(shape)


def _note_name(found: Folder, path: FilePath, name: str) -> None:
    if path.stem != name:
        message = f"is named {path.name}: call it {name}.yml, so that it is found"
        found.note(path, [Complaint(1, ("id",), message, "warning")])
