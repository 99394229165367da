"""What the content guide shows can be copied into a file and loads."""

from __future__ import annotations

import re
from pathlib import Path

from knowledge.content_files import load
from knowledge.home import SHIPPED
from tests.unit.knowledge.folders import a_folder, program_text


def test_the_full_example_of_the_guide_loads_without_a_problem(tmp_path: Path) -> None:
    guide = (SHIPPED / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(id: .*?)```", guide, re.DOTALL)
    assert example
    loaded = load(a_folder(tmp_path, example[1], program_text("building-trades-apprenticeship")))
    told = [
        str(problem)
        for problem in loaded.problems
        if "is not in occupations" not in problem.message
    ]
    assert told == []
