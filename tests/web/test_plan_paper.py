"""A plan on paper reads aloud well, and no text of anybody becomes markup."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.web.plan_boards import TODAY, a_board
from web.chat.plans.paper import Sheet, paper_of
from web.chat.plans.shaping import Board
from web.chat.plans.sharing import Sent, qr_of
from web.chat.services import Services

CODE = "123-456-789-ABC-DEF-GHJ-KMN-PQR-STV"
EMBEDDED = ("LibertinusSerif", "DejaVuSansMono", "NewCM")
WORDS = {
    "en": ("My plan", "What to do", "Get ready", "November 28, 2026", "January 15, 2027",
           "still to do"),
    "es": ("Mi plan", "Lo que sigue", "Para prepararte", "noviembre de 2026",
           "enero de 2027", "por hacer"),
}  # fmt: skip


@pytest.fixture
def services(app: FastAPI) -> Services:
    found = app.state.services
    assert isinstance(found, Services)
    return found


def sent() -> Sent:
    link = f"https://guide.example/plan/open#{CODE}"
    return Sent(CODE, link, "text", "mailto:", "sms:", qr_of(link))


def printed(board: Board, language: str = "en", code: Sent | None = None) -> PdfReader:
    return PdfReader(BytesIO(paper_of(board, Sheet(language, TODAY, code))))


def words_of(paper: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in paper.pages).split())


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_paper_holds_the_plan_in_its_language(services: Services, language: str) -> None:
    paper = printed(a_board(services, language), language, sent())
    told = words_of(paper)
    for words in (*WORDS[language], "WRTP | BIG STEP", CODE, "✓"):
        assert words in told


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_paper_is_tagged_titled_and_says_its_language(
    services: Services, language: str
) -> None:
    paper = printed(a_board(services, language), language, sent())
    root = paper.root_object
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert paper.metadata is not None
    assert paper.metadata.title == WORDS[language][0]
    kinds = {str(tag.get("/S")) for tag in _tags(root["/StructTreeRoot"])}
    assert {"/H1", "/H2", "/H3", "/L", "/Link", "/Figure", "/P"} <= kinds
    figures = [tag for tag in _tags(root["/StructTreeRoot"]) if tag.get("/S") == "/Figure"]
    assert all(tag.get("/Alt") for tag in figures)


def _tags(node: object) -> list[DictionaryObject]:
    found: list[DictionaryObject] = []
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, DictionaryObject):
        found.append(node)
        kids = node.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        for kid in kids:
            found += _tags(kid)
    return found


def test_only_the_fonts_within_the_compiler_are_used(services: Services) -> None:
    names = {
        str(font.get_object()["/BaseFont"])
        for page in printed(a_board(services), "en", sent()).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert names
    assert not [name for name in names if not any(own in name for own in EMBEDDED)]


def test_the_same_plan_prints_the_same(services: Services) -> None:
    board, sheet = a_board(services), Sheet("en", TODAY, sent())
    assert paper_of(board, sheet) == paper_of(board, sheet)


def test_words_are_never_read_as_markup(services: Services) -> None:
    board = a_board(services)
    hostile = '#panic("x") *bold* $x$ \\ ] } #read("/etc/passwd") <a> `raw` @ref'
    stage = board.stages[0]
    step = replace(stage.steps[0], text=hostile, details=(hostile,))
    shown = replace(board, stages=(replace(stage, steps=(step,)),))
    assert words_of(printed(shown)).count("#panic") == 2


def test_an_empty_plan_prints_too(services: Services) -> None:
    assert "No program is in this plan" in words_of(printed(Board()))


@pytest.mark.parametrize(("language", "name"), [("en", "my-plan"), ("es", "mi-plan")])
def test_the_files_are_named_in_the_language_of_the_person(
    client: TestClient, language: str, name: str
) -> None:
    for ending, kind in (("pdf", "application/pdf"), ("ics", "text/calendar")):
        answer = client.get(f"/plan.{ending}", params={"lang": language})
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(kind)
        assert answer.headers["content-disposition"] == f'attachment; filename="{name}.{ending}"'
