"""A content folder while it is read: what was found, where it stands, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import NamedTuple

from knowledge.content import Occupation, WageTable
from knowledge.content_files.coordinates import Locator
from knowledge.content_files.fields import Shape
from knowledge.content_files.program_checks import untranslated
from knowledge.content_files.requirement_checks import Finding
from knowledge.content_files.yaml_text import Complaint, Path, Written, read_yaml
from knowledge.problems import Problem
from matching.program import Ladder, Program
from places.gazetteer import Gazetteer

MAX_FILES = 50_000


class Standing(NamedTuple):
    """Where a record stands."""

    file: str
    written: Written
    at: Path

    def is_named_for(self, name: str) -> bool:
        """Say whether the file's name is the record's id; a ladder's has `ladder ` before."""
        return not self.at and FilePath(self.file).stem == name.rpartition(" ")[2]


@dataclass
class Folder:
    root: FilePath
    locate: Locator | None
    languages: Sequence[str]
    gazetteer: Gazetteer | None = None
    programs: dict[str, Program] = field(default_factory=dict)
    ladders: dict[str, Ladder] = field(default_factory=dict)
    occupations: dict[str, Occupation] = field(default_factory=dict)
    wages: WageTable | None = None
    where: dict[str, Standing] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)  # ids of records that did not load

    def files(self, pattern: str) -> Iterator[FilePath]:
        """List files below the folder in a fixed order; links that lead out are left alone."""
        for path in sorted(self.root.glob(pattern))[:MAX_FILES]:
            if path.is_file() and path.resolve().is_relative_to(self.root.resolve()):
                yield path

    def note_strays(self, folder: str) -> None:
        """Warn of files that somebody may take for records and that are never read."""
        for path in self.files(f"{folder}/**/*"):
            guide = path.name.startswith("README") and path.suffix == ".md"
            if path.suffix != ".yml" and not guide and not path.name.startswith("."):
                message = "is not read: only files that end in .yml are; rename it or take it away"
                self.note(path, [Complaint(1, (), message, "warning")])

    def written(self, path: FilePath) -> Written | None:
        """Read one YAML file and note what is wrong with it."""
        try:
            written, complaints = read_yaml(path.read_bytes())
        except OSError as error:
            written, complaints = None, [Complaint(1, (), f"cannot be read ({error.strerror})")]
        self.note(path, complaints)
        return written

    def note(self, path: FilePath, complaints: Iterable[Complaint]) -> bool:
        """Keep complaints as problems of a file; say whether one of them is an error."""
        file = path.relative_to(self.root).as_posix()
        broken = False
        for complaint in complaints:
            broken = broken or complaint.severity == "error"
            name = ".".join(map(str, complaint.path))
            self.problems.append(
                Problem(file, complaint.line, name, complaint.message, complaint.severity)
            )
        return broken

    def checked(
        self, path: FilePath, written: Written, shape: Shape, faults: Iterable[Finding]
    ) -> bool:
        """Note the faults of a record that has the right shape; say whether it can be used."""
        self.warn(path, written, untranslated(shape, self.languages))
        return not self.note(
            path, (Complaint(written.line_of(at), at, message) for at, message in faults)
        )

    def warn(self, path: FilePath, written: Written, cautions: Iterable[Finding]) -> None:
        """Note what an operator should look at and may leave."""
        self.note(
            path, (Complaint(written.line_of(at), at, text, "warning") for at, text in cautions)
        )

    def place(self, path: FilePath, written: Written, name: str, at: Path) -> bool:
        """Remember where a record stands; say no if its id belongs to another.

        Of two records with one id, the file that is named for it keeps it.
        """
        here = Standing(path.relative_to(self.root).as_posix(), written, at)
        former = self.where.setdefault(name, here)
        if former is here:
            return True
        moved = here.is_named_for(name) and not former.is_named_for(name)
        kept, wrong = (here, former) if moved else (former, here)
        self.where[name] = kept
        message = f"“{name}” is taken by {kept.file}: choose another id"
        field = (*wrong.at, "id")
        self.note(self.root / wrong.file, [Complaint(wrong.written.line_of(field), field, message)])
        return moved
