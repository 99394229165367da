"""When an environment is left alone and when it is filled anew."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from environments.install import is_ready, link, locks_of
from environments.plan import ENVIRONMENTS, LOCKS, REQUIREMENTS
from environments.stamps import is_current, read_stamp, write_stamp


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    file = tmp_path / "app.lock"
    file.write_text("a==1")
    return file


def test_a_folder_filled_from_these_locks_is_current(tmp_path: Path, lock: Path) -> None:
    assert not is_current(tmp_path, [lock])
    write_stamp(tmp_path, [lock])
    assert is_current(tmp_path, [lock])


def test_a_changed_lock_makes_the_folder_stale(tmp_path: Path, lock: Path) -> None:
    write_stamp(tmp_path, [lock])
    lock.write_text("a==2")
    assert not is_current(tmp_path, [lock])


def test_a_moved_folder_is_stale(tmp_path: Path, lock: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    write_stamp(before, [lock])
    before.rename(after)
    assert not is_current(after, [lock])


@pytest.mark.parametrize("text", ["", "[]", "{", '{"app": 1}'])
def test_a_stamp_that_says_nothing_counts_as_none(tmp_path: Path, lock: Path, text: str) -> None:
    (tmp_path / ".installed.json").write_text(text)
    assert not is_current(tmp_path, [lock])


def test_what_the_tests_brought_stays_when_the_product_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("environments.plan.ROOT", tmp_path)
    app = ENVIRONMENTS["app"]
    app.path.mkdir()
    product, all_of_it = [REQUIREMENTS / "app.lock"], locks_of(app, with_tests=True)
    assert locks_of(app, with_tests=False) == product
    write_stamp(app.path, all_of_it)
    assert set(read_stamp(app.path)) == {"app", "dev", "folder"}
    assert locks_of(app, with_tests=False) == all_of_it


def test_an_environment_without_its_python_is_not_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("environments.plan.ROOT", tmp_path)
    app = ENVIRONMENTS["app"]
    app.path.mkdir()
    write_stamp(app.path, locks_of(app, with_tests=False))
    assert not is_ready(app, locks_of(app, with_tests=False))


def test_every_environment_has_its_locks() -> None:
    wanted = {
        name for each in ENVIRONMENTS.values() for name in (*each.locks, *each.wanted_by_tests)
    }
    assert wanted <= {each.name for each in LOCKS}
    assert all(each.file.exists() and each.file.with_suffix(".in").exists() for each in LOCKS)


def test_the_command_of_the_app_works_from_any_folder_with_any_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / "it's a folder"
    monkeypatch.setattr("environments.plan.ROOT", odd)
    app = ENVIRONMENTS["app"]
    packages = app.path / "lib" / "python3.11" / "site-packages"
    packages.mkdir(parents=True)
    app.interpreter.parent.mkdir()
    app.interpreter.write_text('#!/bin/sh\necho "$@"\n')
    app.interpreter.chmod(0o755)
    link(app)
    command = [str(app.path / "bin" / "pathways"), "kb", "list"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)
    assert shown.stdout == "-P -m cli kb list\n"
