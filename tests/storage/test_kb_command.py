"""`pathways kb` speaks in sentences to operators, in JSON to programs, in exit codes to all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli.kb import app
from knowledge.drafts import Desk, NewEdit
from knowledge.home import CONTENT_SETTING, DATABASE_SETTING
from knowledge.setup import prepare
from tests.unit.knowledge.folders import a_folder, program_text


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = a_folder(tmp_path / "content")
    monkeypatch.setenv(CONTENT_SETTING, str(folder))
    monkeypatch.setenv("PATHWAYS_HOME", str(tmp_path / "home"))
    monkeypatch.delenv(DATABASE_SETTING, raising=False)
    prepare(tmp_path / "home")
    return folder


def kb(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_list_names_what_is_published(content: Path) -> None:
    assert "high-step" in kb("list").stdout
    listed = json.loads(kb("list", "--json", "--language", "es").stdout)
    assert [program["name"] for program in listed["programs"]] == ["High Step (es)"]
    assert listed["ladders"] == ["electrician"]


@pytest.mark.parametrize("record", ["high-step", "electrician"])
def test_show_tells_everything_with_sources(content: Path, record: str) -> None:
    assert "sources:" in kb("show", record).stdout
    assert json.loads(kb("show", record, "--json").stdout)["id"] == record


def test_show_of_nothing_says_where_to_look(content: Path) -> None:
    done = kb("show", "nothing")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "kb list" in done.stderr


def test_a_mistake_is_found_mended_published_and_taken_back(content: Path) -> None:
    a_folder(content, program_text().replace("usd: 0", "usd: call us"))
    refused = kb("check")
    assert refused.exit_code == 1
    assert refused.stdout.startswith(
        "programs/high-step.yml:30, cost.usd: “call us” does not fit: write a whole number"
    )
    assert kb("publish").exit_code == 1
    assert json.loads(kb("publish", "--json").stdout)["problems"][0]["field"] == "cost.usd"
    a_folder(content, program_text().replace("usd: 0", "usd: 10"))
    assert kb("check").exit_code == 0
    published = kb("publish", "--json")
    assert json.loads(published.stdout)["changes"]["changed"] == ["program high-step"]
    again = kb("publish")
    assert again.exit_code == 0
    assert "nothing to publish" in again.stdout
    assert "is in force again" in kb("undo").stdout
    last = kb("undo")
    assert last.exit_code == 1
    assert "no release before" in last.stderr


def test_check_as_json_tells_whether_it_can_be_published(content: Path) -> None:
    found = json.loads(kb("check", "--json").stdout)
    assert (found["ok"], found["problems"], found["programs"]) == (True, [], 1)


def test_a_published_program_whose_id_changed_is_missed(content: Path) -> None:
    file = content / "programs" / "high-step.yml"
    file.unlink()
    a_folder(content, program_text("higher-step"))
    done = kb("check")
    assert done.exit_code == 0
    assert "“High Step” was published as high-step and is not here: ids never change" in done.stdout
    assert "status: closed" in done.stdout


def test_a_published_program_with_a_mistake_is_not_missed(content: Path) -> None:
    a_folder(content, program_text().replace("usd: 0", "usd: call us"))
    assert "was published as" not in kb("check").stdout


def test_check_looks_places_up(content: Path) -> None:
    a_folder(content, program_text().replace("states: [WI]", 'counties: ["Cooke, IL"]'))
    done = kb("check")
    assert done.exit_code == 1
    assert "did you mean `Cook, IL`?" in done.stdout


@pytest.mark.parametrize("act", ["publish", "undo"])
def test_a_data_folder_that_is_a_file_is_told(act: str, content: Path) -> None:
    file = content / "occupations.yml"
    done = kb(act, "--home", str(file))
    assert (done.exit_code, isinstance(done.exception, SystemExit)) == (1, True)
    assert f"The data folder “{file}” cannot be used" in done.stderr


def test_without_a_release_the_command_says_so(tmp_path: Path) -> None:
    done = kb("list", "--home", str(tmp_path / "nowhere"))
    assert done.exit_code == 1
    assert "no release has been published" in done.stderr


def test_drafts_of_the_console_are_listed_with_what_to_mend(content: Path, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    assert "0 drafts" in kb("drafts").stdout
    opened = desk.open("program", "high-step")
    document = {**(opened.document or {}), "phone": "none"}
    desk.keep(NewEdit("program", "high-step", document, opened.seen, opened.shown, "ana", "told"))
    said = kb("drafts").stdout
    assert "program high-step: rejected, by ana" in said
    assert "phone: “none” does not fit" in said
    [draft] = json.loads(kb("drafts", "--json").stdout)["drafts"]
    assert draft["fields"] == [{"field": "phone", "before": None, "after": "none"}]


def test_files_are_published_with_a_reason_that_is_kept_for_every_field(
    content: Path, tmp_path: Path
) -> None:
    a_folder(content, program_text(summary="It teaches welding."))
    assert kb("publish", "--why", "the center told us").exit_code == 0
    desk = Desk(tmp_path / "home")
    [change] = desk.history("program", "high-step")
    assert change.why == "the center told us"
    assert change.after is not None
    assert change.after["summary"]["en"] == "It teaches welding."
    kb("undo", "--why", "a mistake")
    assert [act.why for act in desk.acts(2)] == ["a mistake", "the center told us"]
