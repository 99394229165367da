"""What a turn asks of memory, and the loading before it: `python -m bench.held_in_memory`.

Loading the shipped release, asking which release is in force, finding a program's name in a long
message, and wording one sentence. Each figure is the best of several runs.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.measuring import kept, machine, timed
from knowledge.content import Content
from knowledge.content_files import load
from knowledge.documents import decoded, digest_of, encoded
from knowledge.names import NameIndex
from knowledge.prose import prose_of
from knowledge.reader import Library
from knowledge.shelf import document_of, document_path, pointer_path, release_id
from locales import say

CONTENT = Path(__file__).resolve().parent.parent / "knowledge" / "content"
LONG_MESSAGE = "i left school in 10th grade and maybe wrtp or somthing simlar in milwakee " * 4
JOB = {"en": "Welder", "es": "Soldador"}
WAGE = {"job": JOB, "wage": {"usd": 51000}, "as_of": {"date": "2025-05"},
        "state": {"code": "states.WI"}}  # fmt: skip


def best_of(runs: int, calls: int, work: Callable[[], object]) -> float:
    """Microseconds that one call takes in the best of several runs."""
    took = [timed(lambda: [work() for _ in range(calls)]) / calls for _ in range(runs)]
    return round(min(took) * 1e6, 1)


def library_of(home: Path, document: bytes) -> Library:
    """Put a release in force in a folder."""
    name = release_id(1, digest_of(document))
    document_path(home, name).parent.mkdir(parents=True)
    document_path(home, name).write_bytes(document_of(1, "2026-01-01T00:00:00", document))
    pointer_path(home).write_text(name, encoding="utf-8")
    return Library(home)


def measured(content: Content, home: Path) -> dict[str, float]:
    """Measure each piece of work, in microseconds."""
    document = encoded(content)
    names = NameIndex(content.programs.values(), prose_of(content))
    library = library_of(home, document)
    return {
        "load_us": best_of(5, 1, lambda: decoded(json.loads(document))),
        "current_us": best_of(5, 1000, library.current),
        "find_name_us": best_of(5, 20, lambda: names.find(LONG_MESSAGE[:300], "en")),
        "say_us": best_of(5, 200, lambda: say("pay.after_state", "es", WAGE)),
    }


def main() -> None:
    """Measure with the shipped content, print and keep."""
    with tempfile.TemporaryDirectory() as home:
        found = measured(load(CONTENT).content, Path(home))
    kept(
        "held_in_memory", {"measured_on": time.strftime("%Y-%m-%d"), "machine": machine(), **found}
    )


if __name__ == "__main__":
    main()
