"""`pathways insight` shows what the page shows: large numbers, and of nobody."""

from __future__ import annotations

import json
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from cli.main import main
from conversations.clock import system_clock
from conversations.counts import Counts
from conversations.database import engine_for
from conversations.setup import prepare


@pytest.fixture
def home(tmp_path: Path) -> Path:
    prepare(tmp_path)
    engine = engine_for(tmp_path)
    day = system_clock().date() - timedelta(days=3)
    rows = {("visit", "new"): 47, ("visit", "back"): 9, ("place", "TX/Laredo"): 12}
    rows |= {("place", "WI/Racine"): 9, ("occupation", "49-3011"): 10}
    Counts(engine).add(Counter({(day, *key): number for key, number in rows.items()}))
    engine.dispose()
    return tmp_path


def test_it_shows_large_numbers_in_words(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["insight", "--home", str(home), "--days", "7", "--language", "es"]) == 0
    shown = capsys.readouterr().out
    assert "Visitas" in shown and "Laredo, TX" in shown and "<10" in shown
    assert "Racine" not in shown and "47" not in shown


def test_it_prints_json_with_codes(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["insight", "--home", str(home), "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)["counts"]
    assert counts["visit"] == {"cells": {"new": 40, "back": "<10"}, "total": 40, "whole": False}
    assert counts["place"]["cells"] == {"TX/Laredo": 10}


def test_only_three_periods_are_given(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["insight", "--home", str(home), "--days", "8"]) == 2
    assert capsys.readouterr().err == "--days 8: use 7, 30, 90\n"


def test_without_a_database_it_says_what_to_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["insight", "--home", str(tmp_path)]) == 1
    assert "pathways migrate" in capsys.readouterr().err


def test_a_database_that_is_behind_is_said_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "conversations.sqlite3").touch()
    assert main(["insight", "--home", str(tmp_path)]) == 1
    assert "pathways doctor" in capsys.readouterr().err
