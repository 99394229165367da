"""Publishing is all or nothing, one at a time, and taken back in one step."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import publishing
from knowledge.home import CONTENT_SETTING, DATABASE_SETTING
from knowledge.problems import (
    ContentRefused,
    NothingToPublish,
    NothingToUndo,
    StoreUnavailable,
)
from knowledge.publishing import durable
from knowledge.publishing.lock import alone
from knowledge.reader import CatalogUnavailable, Library
from knowledge.setup import prepare
from knowledge.shelf import FOLDER
from tests.unit.knowledge.folders import a_folder, program_text

pytestmark = pytest.mark.slow  # processes, crashes and waiting for locks


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content folder of an operator; there is no release yet."""
    folder = a_folder(tmp_path / "content")
    monkeypatch.setenv(CONTENT_SETTING, str(folder))
    monkeypatch.delenv(DATABASE_SETTING, raising=False)
    return folder


@pytest.fixture
def home(tmp_path: Path, content: Path) -> Path:
    """An installation with its first release."""
    prepare(tmp_path / "home")
    return tmp_path / "home"


def edit(content: Path, summary: str) -> None:
    a_folder(content, program_text(summary=summary))


def spoil(content: Path) -> None:
    a_folder(content, program_text().replace("usd: 0", "usd: call us"))


def summary_in(home: Path) -> str:
    return Library(home).current().programs["high-step"].summary["en"]


def test_a_published_edit_is_read_at_once_and_taken_back_in_one_step(
    home: Path, content: Path
) -> None:
    library = Library(home)
    first = library.current()
    edit(content, "It teaches welding.")
    done = publishing.publish(home)
    assert done.changes.changed == ("program high-step",)
    assert library.current().id == done.release
    assert library.current().programs["high-step"].summary["en"] == "It teaches welding."
    assert publishing.undo(home).release == first.id
    assert library.current() is first


def test_a_new_program_needs_only_a_file(home: Path, content: Path) -> None:
    text = program_text("harbor-start", "Harbor Start")
    (content / "programs" / "harbor-start.yml").write_text(text, encoding="utf-8")
    assert publishing.publish(home).changes.added == ("program harbor-start",)
    [hit] = Library(home).current().names.find("is harbor start free?", "en")
    assert hit.program_id == "harbor-start"


def test_publishing_the_same_again_is_nothing_to_publish(home: Path) -> None:
    with pytest.raises(NothingToPublish, match=Library(home).current().id):
        publishing.publish(home)


def test_the_first_release_cannot_be_taken_back(home: Path) -> None:
    with pytest.raises(NothingToUndo):
        publishing.undo(home)


def test_each_undo_goes_one_release_further_back(home: Path, content: Path) -> None:
    edit(content, "Two.")
    publishing.publish(home)
    edit(content, "Three.")
    publishing.publish(home)
    assert [publishing.undo(home) and summary_in(home) for _ in range(2)] == [
        "Two.",
        "It teaches building.",
    ]
    publishing.publish(home)
    assert summary_in(home) == "Three."
    publishing.undo(home)
    assert summary_in(home) == "It teaches building."


def test_files_with_a_problem_change_nothing(home: Path, content: Path) -> None:
    before = Library(home).current().id
    spoil(content)
    with pytest.raises(ContentRefused) as refused:
        publishing.publish(home)
    assert refused.value.problems
    assert Library(home).current().id == before


def test_check_tells_what_would_change_and_changes_nothing(home: Path, content: Path) -> None:
    edit(content, "Other.")
    before = Library(home).current().id
    found = publishing.check(home)
    assert (found.programs, found.errors, found.changes.changed) == (1, (), ("program high-step",))
    assert Library(home).current().id == before


def operations() -> tuple[str, ...]:
    return ("fsync", "replace", "open")


class Fails:
    """Lets so many file operations pass, and fails all after them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, passing: int) -> None:
        self.left = passing
        for name in operations():
            monkeypatch.setattr(durable.os, name, self.wrapped(getattr(os, name)))

    def wrapped(self, operation: Callable[..., object]) -> Callable[..., object]:
        def run(*args: object) -> object:
            if self.left == 0:
                raise OSError(28, "No space left on device")
            self.left -= 1
            return operation(*args)

        return run


@pytest.mark.parametrize("passing", range(8))
def test_wherever_a_disk_fills_up_readers_see_one_whole_release(
    home: Path, content: Path, passing: int
) -> None:
    before = Library(home).current().id
    edit(content, "It teaches welding.")
    with pytest.MonkeyPatch.context() as failing:
        Fails(failing, passing)
        with pytest.raises(StoreUnavailable, match="run the command again"):
            publishing.publish(home)
    assert Library(home).current().id[:2] in (before[:2], "2-")
    repaired = prepare(home)
    assert Library(home).current().id == repaired.release
    assert summary_in(home) == "It teaches welding."
    assert not list((home / FOLDER).glob("*.half"))


KILLED = """
import os, signal, sys
from pathlib import Path
from knowledge.publishing import acts
setattr(acts, sys.argv[2], lambda *_: os.kill(os.getpid(), signal.SIGKILL))
acts.publish(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("step", ["shelve", "point_to"])
def test_a_process_killed_after_the_commit_is_caught_up_with(
    home: Path, content: Path, checkout: Path, step: str
) -> None:
    before = Library(home).current().id
    (home / FOLDER / ".current.1.half").write_text("2-")
    edit(content, "It teaches welding.")
    command = [sys.executable, "-c", KILLED, str(home), step]
    assert subprocess.run(command, cwd=checkout, check=False).returncode == -9
    assert Library(home).current().id == before
    prepare(home)
    assert summary_in(home) == "It teaches welding."
    assert not list((home / FOLDER).glob("*.half"))


def test_a_release_file_that_was_lost_is_written_again(home: Path) -> None:
    release = Library(home).current()
    (home / FOLDER / f"{release.id}.json").unlink()
    (home / FOLDER / "current").unlink()
    with pytest.raises(CatalogUnavailable):
        Library(home).current()
    prepare(home)
    assert Library(home).current() == release


PUBLISH = "import sys, pathlib; from knowledge import publishing;"
PUBLISH += "print(publishing.publish(pathlib.Path(sys.argv[1])).release)"


def test_two_publishes_at_once_make_two_releases(
    home: Path, tmp_path: Path, checkout: Path
) -> None:
    running = []
    for word in ("One", "Two"):
        folder = a_folder(tmp_path / word, program_text(summary=f"{word}."))
        environ = {**os.environ, CONTENT_SETTING: str(folder)}
        command = [sys.executable, "-c", PUBLISH, str(home)]
        running.append(
            subprocess.Popen(command, cwd=checkout, env=environ, stdout=subprocess.PIPE, text=True)
        )
    released = sorted(process.communicate()[0].strip() for process in running)
    assert [name[:2] for name in released] == ["2-", "3-"]
    library = Library(home)
    assert library.current().id == released[1]
    summaries = {library.release(name).programs["high-step"].summary["en"] for name in released}
    assert summaries == {"One.", "Two."}


def test_who_waits_too_long_for_another_is_told(home: Path) -> None:
    with (
        alone(home),
        pytest.raises(StoreUnavailable, match="someone else is publishing"),
        alone(home, patience_s=0.1),
    ):
        pass


def test_a_first_start_publishes_what_ships(tmp_path: Path, content: Path) -> None:
    done = prepare(tmp_path / "home")
    assert (done.state, done.release[:2]) == ("first", "1-")
    assert prepare(tmp_path / "home").state == "unchanged"


def test_a_first_start_with_broken_files_says_what_to_mend(tmp_path: Path, content: Path) -> None:
    spoil(content)
    with pytest.raises(ContentRefused):
        prepare(tmp_path / "home")


def test_a_newer_checkout_brings_its_facts_until_an_operator_publishes(
    home: Path, content: Path
) -> None:
    edit(content, "Newer.")
    assert prepare(home).state == "upgraded"
    assert summary_in(home) == "Newer."
    edit(content, "The operator's.")
    publishing.publish(home)
    edit(content, "Newest.")
    done = prepare(home)
    assert done.state == "kept"
    assert "pathways kb publish" in done.note
    assert summary_in(home) == "The operator's."


def test_what_an_operator_took_back_does_not_come_back_by_itself(home: Path, content: Path) -> None:
    edit(content, "A mistake.")
    prepare(home)
    publishing.undo(home)
    assert prepare(home).state == "kept"
    assert summary_in(home) == "It teaches building."


def test_a_newer_checkout_with_broken_files_leaves_the_last_release(
    home: Path, content: Path
) -> None:
    spoil(content)
    assert prepare(home).state == "refused"
    assert summary_in(home) == "It teaches building."


def test_two_starts_at_once_make_one_release(tmp_path: Path, content: Path, checkout: Path) -> None:
    code = "import sys, pathlib; from knowledge.setup import prepare;"
    code += "print(prepare(pathlib.Path(sys.argv[1])).state)"
    command = [sys.executable, "-c", code, str(tmp_path / "home")]
    running = [
        subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    states = sorted(process.communicate()[0].strip() for process in running)
    assert states == ["first", "unchanged"]
