"""`pathways admin`: the first account, and a way back in."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from cli.admin import app

RUN = CliRunner()


def told(home: Path, *words: str, typed: str = "") -> tuple[int, str]:
    done = RUN.invoke(app, [*words, "--home", str(home)], input=typed)
    return done.exit_code, done.output


def test_the_first_admin_is_invited_and_chooses_a_password(tmp_path: Path) -> None:
    code, shown = told(tmp_path, "create", "ana@center.example", "--name", "Ana Ruiz")
    assert code == 0
    assert "/staff/welcome#" in shown
    assert told(tmp_path, "password", "ana@center.example", typed="short\n")[0] == 1
    assert told(tmp_path, "password", "ana@center.example", typed="seven green buses\n")[0] == 0
    listed = json.loads(told(tmp_path, "list", "--json")[1])
    assert listed == [
        {"login": "ana@center.example", "name": "Ana Ruiz", "role": "admin", "state": "open"}
    ]


def test_what_cannot_be_done_is_said_in_words(tmp_path: Path) -> None:
    told(tmp_path, "create", "ana")
    assert "already" in told(tmp_path, "create", "ana")[1]
    assert "only admin" in told(tmp_path, "disable", "ana")[1]
    assert "no such account" in told(tmp_path, "enable", "bo")[1]
    assert "letters" in told(tmp_path, "create", "a b")[1]


def test_a_colleague_gets_another_role_and_leaves(tmp_path: Path) -> None:
    told(tmp_path, "create", "ana")
    told(tmp_path, "create", "bo", "--role", "editor")
    assert told(tmp_path, "role", "bo", "publisher")[0] == 0
    assert told(tmp_path, "disable", "bo")[0] == 0
    listed = json.loads(told(tmp_path, "list", "--json")[1])
    assert [(one["role"], one["state"]) for one in listed] == [
        ("admin", "invited"),
        ("publisher", "closed"),
    ]
