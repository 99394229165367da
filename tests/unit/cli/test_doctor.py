"""`pathways doctor`: what it finds in an installation, and what it tells to do."""

from __future__ import annotations

import json
import socket
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from cli import checks
from cli.checks import (
    Installation,
    database_finding,
    environment_finding,
    operators_finding,
    port_finding,
)
from cli.main import main
from environments.plan import ENVIRONMENTS


def database(home: Path, version: str) -> None:
    with closing(sqlite3.connect(home / "conversations.sqlite3")) as made:
        made.execute("CREATE TABLE conversations_version (version_num TEXT)")
        made.execute("INSERT INTO conversations_version VALUES (?)", [version])
        made.commit()


def test_a_new_installation_is_told_to_fill_its_databases(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor", "--home", str(tmp_path), "--json"]) == 1
    found = {each["about"]: each for each in json.loads(capsys.readouterr().out)["findings"]}
    assert found["knowledge database"]["mend"] == "make migrate"
    assert found["release"]["mend"] == "make migrate"
    assert found["app environment"]["state"] == "ok"


def test_a_whole_database_of_this_version_is_well(tmp_path: Path) -> None:
    database(tmp_path, checks.newest_version("conversations"))
    assert database_finding(tmp_path, "conversations").state == "ok"


def test_a_database_of_an_older_version_is_to_be_migrated(tmp_path: Path) -> None:
    database(tmp_path, "0000")
    finding = database_finding(tmp_path, "conversations")
    assert (finding.state, finding.mend) == ("wrong", "make migrate")


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "conversations.sqlite3").write_text("no database at all, " * 100)
    finding = database_finding(tmp_path, "conversations")
    assert (finding.state, finding.mend) == ("wrong", "restore it from a backup")


def test_an_environment_that_is_not_there_is_to_be_installed() -> None:
    finding = environment_finding(replace(ENVIRONMENTS["bot"], folder="nowhere"))
    assert (finding.state, finding.mend) == ("wrong", "make install")


def test_a_taken_port_hinders_nobody_from_looking(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        finding = port_finding(Installation(tmp_path, other.getsockname()[1]))
    assert finding.state == "note"


def test_it_says_where_operators_find_their_figures() -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = str(held.getsockname()[1])
        taken = operators_finding(port)
        assert (taken.state, "PATHWAYS_OPERATOR_PORT" in taken.mend) == ("note", True)
    free = operators_finding(port)
    assert (free.state, free.found) == ("ok", f"http://127.0.0.1:{port}/insight while it runs")


@pytest.mark.parametrize(
    ("port", "state"),
    [
        pytest.param("0", "note", id="not wanted"),
        pytest.param("65536", "wrong", id="one past the highest"),
        pytest.param("x", "wrong", id="no number"),
    ],
)
def test_a_port_that_is_none_is_told(port: str, state: str) -> None:
    assert operators_finding(port).state == state
