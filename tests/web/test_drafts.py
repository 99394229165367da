"""Operators edit records as forms without JavaScript: nothing typed is lost or overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

import conversations.setup
import knowledge.setup
import staff.setup
from knowledge.home import CONTENT_SETTING, DATABASE_SETTING
from staff import passwords
from staff.roles import Role
from tests.unit.knowledge.folders import a_folder, program_text
from tests.web.forms import Form, form_to, forms_in
from tests.web.staff import Colleague, a_colleague
from web.app import create_app
from web.console.editing.inputs import SHAPES
from web.console.editing.typed import document_from, finished
from web.settings import Settings

HIGH = "/console/edit/program/high-step"
NEW = "/console/new/program"


@pytest.fixture
def desk_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FastAPI]:
    """An app over a small knowledge base of its own."""
    content = a_folder(tmp_path / "c", program_text(), program_text("low-step", "Low Step"))
    monkeypatch.setenv(CONTENT_SETTING, str(content))
    monkeypatch.delenv(DATABASE_SETTING, raising=False)
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", quick)
    for room in (knowledge.setup, conversations.setup, staff.setup):
        room.prepare(tmp_path)
    app = create_app(Settings(home=tmp_path, secret="x" * 32))
    with TestClient(app):
        yield app


@pytest.fixture
def ana(desk_app: FastAPI) -> Colleague:
    """An admin, who may publish."""
    return a_colleague(desk_app)


@pytest.fixture
def bo(desk_app: FastAPI, ana: Colleague) -> Colleague:
    """An editor, who may not."""
    desk_app.state.doors._limiter.storage.reset()
    return a_colleague(desk_app, Role.EDITOR, "bo")


def form(who: Colleague, address: str = HIGH) -> Form:
    page = who.get(address)
    assert page.status_code == 200, page.text
    return form_to(page.text, address)


def press(who: Colleague, sent: Form, button: str = "save") -> Response:
    return who.client.post(sent.action, data=sent.pressed("do", button))


def saved(who: Colleague, address: str = HIGH, **typed: str) -> Response:
    sent = form(who, address).typed("why", "as told")
    for name, text in typed.items():
        sent = sent.typed(name.replace("__", "."), text)
    return press(who, sent)


def published(who: Colleague) -> Response:
    sent = form_to(who.get("/console/drafts/preview").text, "/console/drafts/publish")
    data = dict(sent.typed("why", "it is so").pairs)
    return who.client.post(sent.action, data=data)


@pytest.mark.parametrize("kind", ["program", "ladder"])
def test_a_form_sends_back_exactly_what_is_in_force(
    desk_app: FastAPI, ana: Colleague, kind: str
) -> None:
    desk = desk_app.state.console.desk
    records = desk.release.programs if kind == "program" else desk.release.ladders
    for name in records:
        address = f"/console/edit/{kind}/{name}"
        sent = form(ana, address)
        document = finished(document_from(SHAPES[kind], sent.pairs))  # type: ignore[index]
        assert {**document, "id": name} == desk.in_force(kind, name)


def test_an_edit_is_saved_previewed_published_and_taken_back(
    desk_app: FastAPI, ana: Colleague
) -> None:
    page = saved(ana, phone="414-555-0100", summary__en="It teaches welding.")
    assert "Your draft is saved" in page.text
    assert "Welding" not in ana.get("/programs/high-step").text
    preview = ana.get("/console/drafts/preview").text
    assert "It teaches building." in preview
    assert "It teaches welding." in preview
    assert "414-555-0100" in preview
    done = published(ana)
    assert "is published" in done.text
    assert "It teaches welding." in ana.get("/programs/high-step").text
    history = ana.get("/console/history/program/high-step").text
    assert "as told" in history
    assert "It teaches building." in history
    undo = ana.post("/console/drafts/undo", why="a mistake")
    assert "in force again" in undo.text
    assert "a mistake" in undo.text
    assert "It teaches building." in ana.get("/programs/high-step").text
    assert "taken back" in ana.get("/console/history/program/high-step").text


def test_what_does_not_fit_is_named_at_its_field_and_stays(ana: Colleague) -> None:
    sent = form(ana).typed("cost.usd", "call us").typed("requirements.0.start_at", "eighteen")
    page = press(ana, sent, "check")
    assert page.text.count("write a whole number of dollars") == 2  # at the top, at the field
    assert 'id="cost.usd-wrong"' in page.text
    again = form_to(page.text, HIGH)
    assert again.value("cost.usd") == "call us"
    assert again.value("requirements.0.start_at") == "eighteen"
    page = press(ana, again.typed("why", "so"))  # it may wait, but not be published
    assert 'id="cost.usd-wrong"' in page.text
    preview = ana.get("/console/drafts/preview").text
    assert "Not possible yet" in preview
    assert "/console/drafts/publish" not in preview


def test_enter_in_a_field_only_checks(ana: Colleague) -> None:
    sent = form(ana)
    assert sent.buttons[0] == ("do", "check")
    ana.client.post(HIGH, data=dict(sent.typed("phone", "414-555-0100").pairs))
    assert "Nothing waits" in ana.get("/console/drafts").text


def test_a_draft_needs_a_reason(ana: Colleague) -> None:
    page = press(ana, form(ana).typed("phone", "414-555-0100"))
    assert page.status_code == 422
    assert "Please say why" in page.text
    assert form_to(page.text, HIGH).value("phone") == "414-555-0100"


def test_saving_what_is_in_force_keeps_no_draft(ana: Colleague) -> None:
    saved(ana, phone="414-555-0100")
    page = saved(ana, phone="")
    assert "There is no draft to keep" in page.text
    assert "Nothing waits" in ana.get("/console/drafts").text


def test_a_condition_is_added_filled_grouped_moved_and_taken_away(
    desk_app: FastAPI, ana: Colleague
) -> None:
    page = press(ana, form(ana), "add requirements")
    sent = form_to(page.text, HIGH).typed("requirements.2.about", "license")
    sent = sent.typed("requirements.2.text.en", "A license").typed("requirements.2.source", "0")
    page = press(ana, sent, "check")
    sent = form_to(page.text, HIGH).typed("requirements.2.kind", "driver")
    sent = sent.typed("requirements.2.pick_detail", "by")
    page = press(ana, sent, "detail requirements.2")
    sent = form_to(page.text, HIGH).typed("requirements.2.by", "start")
    page = press(ana, sent, "into requirements.2")
    page = press(ana, form_to(page.text, HIGH), "up requirements.1.any_of.2")
    sent = form_to(page.text, HIGH)
    assert sent.value("requirements.1.any_of.1.kind") == "driver"
    page = press(ana, sent, "add requirements.0.waived_by")
    sent = form_to(page.text, HIGH).typed("requirements.0.waived_by.0.about", "education")
    sent = sent.typed("requirements.0.waived_by.0.text.en", "Or a diploma")
    page = press(ana, sent, "check")
    sent = form_to(page.text, HIGH).typed("requirements.0.waived_by.0.min_level", "high_school")
    press(ana, sent.typed("why", "new rules"))
    published(ana)
    age, school = desk_app.state.console.desk.release.programs["high-step"].requirements
    assert (age.mode, age.id) == ("waived_by", "high-step#age")
    assert [child.about for child in age.children] == ["age", "education"]
    assert school.id == "high-step#school"
    assert [child.about for child in school.children] == ["education", "license", "education"]
    assert school.children[1].rule == {"kind": "driver", "by": "start"}


def test_conditions_keep_their_names_when_they_change_places(
    desk_app: FastAPI, ana: Colleague
) -> None:
    page = press(ana, form(ana), "down requirements.0")
    press(ana, form_to(page.text, HIGH).typed("why", "order"))
    published(ana)
    found = desk_app.state.console.desk.release.programs["high-step"].requirements
    assert [one.id for one in found] == ["high-step#school", "high-step#age"]


def test_a_group_is_made_changed_left_and_dissolved(ana: Colleague) -> None:
    page = press(
        ana, form(ana).typed("requirements.0.pick_group", "all_of"), "group requirements.0"
    )
    sent = form_to(page.text, HIGH)
    assert sent.value("requirements.0.all_of.0.about") == "age"
    assert sent.value("requirements.0.key") == "age"
    page = press(ana, sent.typed("requirements.0.pick_mode", "any_of"), "mode requirements.0")
    sent = form_to(page.text, HIGH)
    page = press(ana, sent, "add requirements.0.any_of")
    page = press(ana, form_to(page.text, HIGH), "out requirements.0.any_of.1")
    page = press(ana, form_to(page.text, HIGH), "ungroup requirements.0")
    sent = form_to(page.text, HIGH)
    assert sent.value("requirements.0.about") == "age"
    page = press(ana, sent, "remove requirements.1")
    assert "requirements.2.about" not in dict(form_to(page.text, HIGH).pairs)


def test_a_source_that_goes_is_cited_no_more(ana: Colleague) -> None:
    sent = form_to(press(ana, form(ana), "remove sources.0").text, HIGH)
    assert sent.value("cost.source") == ""
    assert sent.value("requirements.1.any_of.1.source") == "0"
    page = press(ana, sent, "check")
    assert 'id="cost.source-wrong"' in page.text


@pytest.mark.parametrize(
    "button", ["up", "up nowhere.0", "remove requirements.99", "group requirements.0 x", "fly a.b"]
)
def test_a_button_that_does_not_fit_loses_nothing(ana: Colleague, button: str) -> None:
    data = dict(form(ana).typed("phone", "414-555-0100").pairs)
    page = ana.client.post(HIGH, data={**data, "do": button})
    assert page.status_code == 422
    assert form_to(page.text, HIGH).value("phone") == "414-555-0100"


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({f"requirements.{n}.about": "age" for n in range(6_100)}, id="too many"),
        pytest.param({"a" + ".b" * 40: "x"}, id="too deep"),
        pytest.param({"name": "x", "name.en": "y"}, id="a text that is a part too"),
    ],
)
def test_a_hostile_form_is_refused(ana: Colleague, fields: dict[str, str]) -> None:
    token = form(ana).value("token")
    page = ana.client.post(HIGH, data={**fields, "token": token, "do": "check"})
    assert page.status_code in (400, 413, 422)
    assert "Nothing waits" in ana.get("/console/drafts").text


def test_markup_in_a_field_is_only_text(ana: Colleague) -> None:
    saved(ana, summary__en="<script>alert(1)</script>")
    for address in (HIGH, "/console/drafts", "/console/drafts/preview"):
        assert "<script>alert" not in ana.get(address).text


def test_a_new_program_starts_empty_and_says_what_it_lacks(
    desk_app: FastAPI, ana: Colleague
) -> None:
    page = press(ana, form(ana, NEW), "check")
    assert "is missing" in page.text
    page = press(ana, form(ana, NEW).typed("why", "new").typed("id", "Not An Id"))
    assert "joined by hyphens" in page.text
    page = press(ana, form(ana, NEW).typed("why", "new").typed("id", "low-step"))
    assert "Choose another id" in page.text
    sent = form(ana, NEW).typed("id", "river-start").typed("why", "new")
    for name, text in {
        "name.en": "River Start", "name.es": "Río", "summary.en": "It trains.",
        "summary.es": "Enseña.", "kind": "academy", "sources.0.title": "Its page",
        "sources.0.kind": "official",
    }.items():  # fmt: skip
        sent = sent.typed(name, text)
    sent.pairs.append(("sectors", "construction"))
    page = press(ana, sent)
    assert page.url.path == "/console/edit/program/river-start"
    published(ana)
    assert "river-start" in desk_app.state.console.desk.release.programs


def test_a_copy_says_the_same_under_another_id(ana: Colleague) -> None:
    page = ana.get(NEW + "?copy=high-step")
    sent = form_to(page.text, NEW)
    assert sent.value("id") == ""
    assert sent.value("summary.en") == "It teaches building."
    assert press(ana, sent.typed("id", "high-two").typed("why", "a copy")).status_code == 200
    assert ana.get(NEW + "?copy=nothing").status_code == 404


def test_the_second_editor_sees_both_and_chooses_field_by_field(
    desk_app: FastAPI, ana: Colleague, bo: Colleague
) -> None:
    mine = form(ana).typed("phone", "414-555-0100").typed("summary.en", "Mine.")
    saved(bo, summary__en="Theirs.", url="https://bo.example")
    page = press(ana, mine.typed("why", "my reason"))
    assert page.status_code == 409
    for said in ("Somebody changed this too", "Theirs.", "Mine.", "It teaches building."):
        assert said in page.text
    sent = form_to(page.text, f"{HIGH}/choose")
    data = {**dict(sent.pairs), "keep.summary": "other", "keep.url": "other", "keep.phone": "mine"}
    page = ana.client.post(sent.action, data=data)
    assert "Your draft is saved" in page.text
    [edit] = desk_app.state.console.desk.waiting()
    assert edit.document["phone"] == "414-555-0100"
    assert edit.document["summary"]["en"] == "Theirs."
    assert edit.document["url"] == "https://bo.example"


def test_a_choice_that_is_no_record_is_refused(ana: Colleague) -> None:
    for mine in ("[", "[1]", "[" * 20_000, '{"a":' * 90 + "1" + "}" * 90, '{"a": "\\ud800"}'):
        fields = {"mine": mine, "other": "{}", "why": "x"}
        assert ana.post(f"{HIGH}/choose", **fields).status_code == 422


def test_an_editor_cannot_publish_and_is_told_who_can(bo: Colleague) -> None:
    saved(bo, phone="414-555-0100")
    page = bo.get("/console/drafts/preview").text
    assert "A publisher has to publish this" in page
    assert bo.post("/console/drafts/publish", stamp="x", why="y").status_code == 403
    assert bo.post("/console/drafts/undo", why="y").status_code == 403


def test_what_changed_since_the_preview_is_shown_anew(ana: Colleague, bo: Colleague) -> None:
    saved(ana, phone="414-555-0100")
    sent = form_to(ana.get("/console/drafts/preview").text, "/console/drafts/publish")
    saved(bo, phone="414-555-0199")
    page = ana.client.post(sent.action, data=dict(sent.typed("why", "so").pairs))
    assert page.status_code == 409
    assert "has changed since you looked" in page.text
    assert "414-555-0199" in page.text
    again = form_to(page.text, "/console/drafts/publish")
    assert again.value("stamp") != sent.value("stamp")


def test_a_second_person_publishes_where_it_is_asked(
    desk_app: FastAPI, ana: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(ana, phone="414-555-0100")
    console = desk_app.state.console
    monkeypatch.setattr(desk_app.state, "console", replace(console, second_person=True))
    page = published(ana)
    assert page.status_code == 409
    assert "Somebody else has to publish" in page.text
    desk_app.state.doors._limiter.storage.reset()
    cy = a_colleague(desk_app, Role.PUBLISHER, "cy")
    assert "is published" in published(cy).text


def test_a_draft_is_dropped_and_a_record_goes_only_after_publishing(
    desk_app: FastAPI, ana: Colleague
) -> None:
    saved(ana, phone="414-555-0100")
    press(ana, form(ana), "drop")
    assert "Nothing waits" in ana.get("/console/drafts").text
    address = "/console/edit/program/low-step"
    press(ana, form(ana, address).typed("why", "it ended"), "remove")
    assert "goes when the draft is published" in ana.get(address).text
    press(ana, form(ana, address), "drop")  # it is kept after all
    assert "Nothing waits" in ana.get("/console/drafts").text
    press(ana, form(ana, address).typed("why", "it ended"), "remove")
    assert "1 change waits" in ana.get("/console").text
    published(ana)
    assert ana.get(address).status_code == 404
    assert "it ended" in ana.get("/console/history/program/low-step").text


def test_a_ladder_is_edited_as_a_form(desk_app: FastAPI, ana: Colleague) -> None:
    address = "/console/edit/ladder/electrician"
    assert address in ana.get("/console/ladders").text
    sent = form(ana, address).typed("rungs.0.title.en", "Electrician's helper")
    press(ana, sent.typed("why", "plainer"))
    published(ana)
    ladder = desk_app.state.console.desk.release.ladders["electrician"]
    assert ladder.rungs[0].title["en"] == "Electrician's helper"


def test_nothing_to_publish_and_nothing_to_undo_are_told(ana: Colleague) -> None:
    assert "Nothing waits" in ana.get("/console/drafts/preview").text
    assert "no release before" in ana.post("/console/drafts/undo", why="x").text
    assert ana.get("/console/edit/program/nothing").status_code == 404
    assert ana.get("/console/history/program/nothing").status_code == 404
    for odd in ("%00", "a%20b", "x" * 200, "%ED%A0%80"):
        assert ana.get(f"/console/edit/program/{odd}").status_code == 404
        assert ana.get(f"/console/history/ladder/{odd}").status_code == 404
    assert ana.get("/console/edit/recipe/high-step").status_code == 422


@pytest.mark.parametrize("address", [HIGH, NEW, "/console/drafts", "/console/drafts/preview"])
def test_the_pages_speak_spanish(ana: Colleague, address: str) -> None:
    saved(ana, phone="414-555-0100")
    page = ana.get(address + "?lang=es").text
    assert '<html lang="es">' in page
    assert "Por qué" in page
    assert len({f.action for f in forms_in(page)}) > 1
