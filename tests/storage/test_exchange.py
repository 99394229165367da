"""Export, import, and what hostile or broken files meet on the way."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from cli.kb import app
from knowledge.exporters.flat import EXAMPLE, HEADER, write_csv, write_xlsx
from knowledge.home import CONTENT_SETTING, DATABASE_SETTING
from knowledge.importers.archives import require_harmless
from knowledge.importers.refusing import FileRefused
from knowledge.importers.staging import Checker, Staging
from knowledge.importers.tables import rows_of
from knowledge.importers.workbooks import workbook_rows
from knowledge.reader import Library
from knowledge.setup import prepare
from tests.unit.knowledge.folders import a_folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(CONTENT_SETTING, str(a_folder(tmp_path / "content")))
    monkeypatch.setenv("PATHWAYS_HOME", str(tmp_path / "home"))
    monkeypatch.delenv(DATABASE_SETTING, raising=False)
    prepare(tmp_path / "home")
    return tmp_path / "home"


def kb(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def a_row(**cells: str) -> list[str]:
    row = dict(zip(HEADER, EXAMPLE, strict=True)) | {"id": "new-step"} | cells
    return list(row.values())


def a_csv(path: Path, *rows: list[str], header: list[str] = HEADER) -> str:
    sheet = io.StringIO()
    csv.writer(sheet).writerows([header, *rows])
    path.write_text(sheet.getvalue(), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_export_imported_again_changes_nothing(home: Path, tmp_path: Path, form: str) -> None:
    file = str(tmp_path / f"programs.{form}")
    assert kb("export", "--as", form, "--out", file).exit_code == 0
    done = kb("import", file, "--as", form)
    assert (done.exit_code, "nothing to publish" in done.stdout) == (0, True), done.stdout


def test_the_folder_is_exported_only_where_nothing_is(home: Path, tmp_path: Path) -> None:
    assert kb("export", "--as", "yaml", "--out", str(tmp_path / "new")).exit_code == 0
    assert (tmp_path / "new/programs/high-step.yml").is_file()
    assert "not empty" in kb("export", "--as", "yaml", "--out", str(tmp_path / "new")).stderr


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_template_with_its_example_can_be_imported(
    home: Path, tmp_path: Path, form: str
) -> None:
    file = str(tmp_path / f"template.{form}")
    assert "`min_age`" in kb("template", "--as", form, "--out", file).stdout
    done = kb("import", file, "--as", form, "--dry-run", "--json")
    assert json.loads(done.stdout)["faults"] == []


def test_a_new_row_is_published_and_what_a_row_cannot_hold_stays(
    home: Path, tmp_path: Path
) -> None:
    before = Library(home).current().programs["high-step"]
    file = a_csv(tmp_path / "in.csv", ["high-step", "25"], header=["id", "cost_usd"])
    assert kb("import", file).exit_code == 0
    after = Library(home).current().programs["high-step"]
    assert after.cost is not None and after.cost.usd == 25
    assert (after.requirements, after.figures) == (before.requirements, before.figures)


def test_bad_rows_are_set_aside_mended_and_imported(home: Path, tmp_path: Path) -> None:
    good, bad = a_row(), a_row(id="other-step", cost_usd="call us")
    done = kb("import", a_csv(tmp_path / "in.csv", good, bad))
    assert done.exit_code == 1
    assert "line 3, cost_usd: “call us” does not fit: write a number such as 1250" in done.stdout
    assert "new-step" in Library(home).current().programs
    to_mend = home / "importing/in-to-mend.csv"
    to_mend.write_text(to_mend.read_text("utf-8").replace("call us", "10"), "utf-8")
    assert kb("import", str(to_mend)).exit_code == 0
    assert "other-step" in Library(home).current().programs


def test_too_many_bad_rows_stop_the_file(home: Path, tmp_path: Path) -> None:
    rows = [a_row(id=f"step-{number}", zip="1") for number in range(100)]
    done = kb("import", a_csv(tmp_path / "in.csv", *rows))
    assert (done.exit_code, "nothing was written" in done.stderr) == (1, True)


def test_a_second_row_of_one_id_and_a_dangling_mention_are_faults(
    home: Path, tmp_path: Path
) -> None:
    rows = a_row(), a_row(), a_row(id="lost-step", part_of="nowhere")
    found = json.loads(kb("import", a_csv(tmp_path / "a.csv", *rows), "--dry-run", "--json").stdout)
    assert [(fault["line"], fault["column"]) for fault in found["faults"]] == [
        (3, "id"),
        (4, "part_of"),
    ]


def test_a_name_that_is_there_already_is_offered_and_not_merged(home: Path, tmp_path: Path) -> None:
    name = Library(home).current().programs["high-step"].name["en"]
    file = a_csv(tmp_path / "in.csv", a_row(name_en=f"The {name}"))
    found = json.loads(kb("import", file, "--dry-run", "--json").stdout)
    assert [(one["new"], one["known"]) for one in found["similar"]] == [("new-step", "high-step")]


def test_an_import_that_was_ended_goes_on_where_it_was(tmp_path: Path) -> None:
    rows = [(line, a_row(id=f"step-{line}")) for line in range(2, 4502)]
    checker = Checker(HEADER)
    with Staging(tmp_path / "staged.sqlite3") as staging:
        assert staging.begin("file release", []) == 0
        next(staging.stage(iter(rows), checker, 0.05))
    with Staging(tmp_path / "staged.sqlite3") as staging:
        done = staging.begin("file release", [])
        assert done == 2000
        list(staging.stage(iter(rows[done:]), checker, 0.05))
        assert staging.counts().rows == 4500
        assert staging.begin("file of another release", []) == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("id,name_en\nx,Café\n".encode("latin-1"), "Windows-1252"),
        ("id\nx\n".encode("utf-16"), "UTF-16"),
        (b"id\nx\0y\n", "NUL"),
        (b"id,id\nx,y\n", "stands twice"),
        (b"id,\nx,y\n", "has no name"),
        (b"name_en\nx\n", "no column id"),
        (b"id,colour\nx,y\n", "colour"),
        (b"", "is empty"),
        (b"id\n" + b"x" * 300_000, "200,000 characters"),
        (b"id" + b"," * 180_000, "500 columns"),
        (b'id\n"x\n', "quotation mark"),
        (b"PK\x03\x04", "--as xlsx"),
    ],
)
def test_a_hostile_table_is_refused_before_anything_is_written(
    home: Path, tmp_path: Path, content: bytes, told: str
) -> None:
    (tmp_path / "in.csv").write_bytes(content)
    done = kb("import", str(tmp_path / "in.csv"))
    assert (done.exit_code, told in done.stderr) == (1, True), done.stderr
    assert list(Library(home).current().programs) == ["high-step"]


def test_a_mark_of_utf8_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(b"\xef\xbb\xbfid\r\nx\r\n")
    assert list(rows_of(tmp_path / "in.csv")) == [(1, ["id"]), (2, ["x"])]


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:alert(1)", "gopher://example.org", "//example.org"]
)
def test_an_address_is_never_fetched_and_its_scheme_is_checked(
    home: Path, tmp_path: Path, url: str
) -> None:
    file = a_csv(tmp_path / "in.csv", a_row(url=url))
    found = json.loads(kb("import", file, "--dry-run", "--json").stdout)
    assert [fault["column"] for fault in found["faults"]] == ["url"]


def test_formulas_are_refused_and_never_written(home: Path, tmp_path: Path) -> None:
    file = a_csv(tmp_path / "in.csv", a_row(name_en="=1+1"))
    assert "formula" in kb("import", file, "--dry-run").stdout
    write_csv([a_row(name_en="@SUM(1)", phone="+1 414 555 0100")], tmp_path / "out.csv")
    text = (tmp_path / "out.csv").read_text("utf-8-sig")
    assert "'@SUM(1)" in text and "'+1 414" in text
    write_xlsx([a_row(name_en="=1+1")], tmp_path / "out.xlsx")
    assert list(workbook_rows(tmp_path / "out.xlsx"))[1][1][2] == "'=1+1"
    book = openpyxl.Workbook()
    book.worksheets[0].append(["id"])
    book.worksheets[0].append(["=1+1"])
    book.save(tmp_path / "run.xlsx")
    with pytest.raises(FileRefused, match="formula"):
        list(workbook_rows(tmp_path / "run.xlsx"))


BILLION = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("../../out.xml", b"<a/>", "leads out"),
        ("/etc/out.xml", b"<a/>", "leads out"),
        ("C:\\out.xml", b"<a/>", "leads out"),
        ("xl/workbook.xml", BILLION, "document type"),
        ("xl/workbook.xml", b" " * 65_530 + BILLION, "document type"),
        ("xl/workbook.xml", "<a/>".encode("utf-16"), "not UTF-8"),
        ("xl/sheet.xml", b"0" * 30_000_000, "far more"),
    ],
)
def test_a_hostile_archive_is_refused(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    with zipfile.ZipFile(tmp_path / "in.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    with pytest.raises(FileRefused, match=told):
        require_harmless(tmp_path / "in.xlsx")


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in.xlsx").write_bytes(b"no archive")
    with pytest.raises(FileRefused, match="whole archive"):
        list(workbook_rows(tmp_path / "in.xlsx"))
