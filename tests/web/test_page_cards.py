"""Cards, ladders and records on the page: verdicts in words, sources with dates, no code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from conversations.reply import Reply
from knowledge.advice import Advice
from knowledge.reader import Library, Release
from matching.profile_json import json_of, profile_from
from places.gazetteer import Gazetteer
from tests.web.conftest import FakeRasa
from tests.web.reading import Reading, read
from web.chat.card_words import folded

Show = Callable[..., Reading]
ON_CLICK = "<img src=x onerror=alert(1)>"
YOUNG = {
    "age": 16,
    "education": {"level": "some_high_school", "grade": 10},
    "location": {"city": "Milwaukee", "state": "WI"},
    "interests": {"likes": ["construction"]},
}


@pytest.fixture(scope="session")
def release(published_home: Path) -> Release:
    return Library(published_home).current()


@pytest.fixture(scope="session")
def cards(release: Release) -> Callable[..., list[dict[str, Any]]]:
    """Real cards of real programs for a person."""
    advice = Advice(release, Gazetteer.open(), date(2026, 11, 23), "en")

    def of(*program_ids: str, **profile: Any) -> list[dict[str, Any]]:
        person = profile_from({**YOUNG, **profile})
        return advice.cards(advice.judged(person, program_ids), person)

    return of


@pytest.fixture
def show(client: TestClient, rasa: FakeRasa) -> Iterator[Show]:
    """Let the bot answer with these items, and return the page that shows them."""

    def shown(*items: dict[str, Any], language: str = "en") -> Reading:
        state = {"profile": json_of(profile_from(YOUNG)), "language": language}
        fields = {"messages": list(items), "state": state, "intent": "inform", "action": "a"}
        rasa.turn = lambda text, state: Reply.model_validate(fields)  # type: ignore[method-assign]
        return read(client.post("/", data={"message": "hi"}).text)

    yield shown


def matches(*cards: dict[str, Any]) -> dict[str, Any]:
    return {"type": "matches", "matches": list(cards)}


def a_card(cards: Callable[..., list[dict[str, Any]]], **fields: Any) -> dict[str, Any]:
    return {**cards("wrtp-big-step")[0], **fields}


def test_a_card_says_its_verdict_in_words_and_marks_each_requirement_in_words_too(
    show: Show, cards: Callable[..., list[dict[str, Any]]]
) -> None:
    card = cards("building-trades-apprenticeship", age=19)[0]
    page = show(matches(card))
    text = page.one("article", id="latest").text
    assert "You likely qualify" in text
    assert {e.text for e in page.all("span", **{"class": "mark met"})} == {"✓"}
    assert {e.text for e in page.all("span", **{"class": "mark unknown"})} == {"?"}
    assert "done: " in text, "a screen reader hears what the mark shows"
    assert "I need to know: " in text


def test_an_unknown_requirement_is_answered_by_three_buttons_that_name_it(
    show: Show, cards: Callable[..., list[dict[str, Any]]]
) -> None:
    card = cards("building-trades-apprenticeship", age=19)[0]
    asked = next(one for one in card["requirements"] if one["status"] == "unknown")
    buttons = show(matches(card)).all("button", name="confirm")
    mine = [b for b in buttons if b.attributes["value"].startswith(f"{asked['id']} ")]
    assert [b.attributes["value"].rsplit(" ", 1)[1] for b in mine] == ["yes", "no", "skip"]
    assert all(asked["text"] in b.attributes["aria-label"] for b in mine)


def test_what_an_office_decides_and_whose_rule_it_is_stand_on_the_card(
    show: Show, cards: Callable[..., list[dict[str, Any]]]
) -> None:
    home = {"city": "Concord", "state": "NH"}
    [card] = cards("wioa-youth-out-of-school", location=home, household_size=4)
    page = show(matches(card))
    values = [button.attributes["value"] for button in page.all("button", name="confirm")]
    assert values and not [one for one in values if "#decision " in one]
    text = page.one("body").text
    assert "State rule in New Hampshire" in text
    assert "A job center decides" in text and "likely qualify" not in text
    assert "20 CFR 681.240" in text


def test_nobody_is_asked_about_permission_to_work(
    show: Show, cards: Callable[..., list[dict[str, Any]]]
) -> None:
    card = a_card(cards)
    rule = {**card["requirements"][0], "about": "work_authorization", "status": "unknown"}
    page = show(matches({**card, "requirements": [{**rule, "id": "x#papers"}]}))
    assert not page.all("button", name="confirm")


def test_one_step_away_shows_the_step(
    show: Show, cards: Callable[..., list[dict[str, Any]]]
) -> None:
    card = a_card(cards, verdict="one_step_away")
    step = {"text": "Wait until March", "code": "step.wait", "program_id": None}
    gap = {"steps": [{**step, "weeks": 12, "cost_usd": 0, "date": None}]}
    text = (
        show(matches({**card, "missing": [{**gap, "requirement": "x#age"}]}))
        .one("article", id="latest")
        .text
    )
    assert "One step away" in text
    assert "Wait until March · 12 weeks · free" in " ".join(text.split())


def test_a_program_that_opens_with_a_birthday_says_when(
    show: Show, cards: Callable[..., list[dict[str, Any]]]
) -> None:
    waiting = a_card(cards, opens_on="2027-03-14", verdict="one_step_away")
    text = show(matches(waiting)).one("article", id="latest").text
    assert "Opens for you in March 2027" in text
    open_now = a_card(cards, opens_on="2027-03-14", verdict="likely")  # one track waits, not it
    assert "Opens for you" not in show(matches(open_now)).one("article", id="latest").text


def test_a_closed_program_says_so_and_what_came_after(
    show: Show, cards: Callable[..., list[dict[str, Any]]]
) -> None:
    text = show(matches(*cards("uaw-chrysler-training"))).one("article", id="latest").text
    assert "No longer runs" in text or "has a new name" in text
    assert "Now: " in text


def test_a_source_is_told_with_its_date_and_linked_only_where_it_may_be_pressed(
    show: Show, cards: Callable[..., list[dict[str, Any]]]
) -> None:
    sources = [
        {"title": "A page", "url": "https://a.example/", "as_of": "2025-06", "verified_on": None},
        {
            "title": "A copy",
            "url": "https://b.example/",
            "as_of": None,
            "verified_on": "2026-01-02",
        },
        {"title": "A trap", "url": "javascript:alert(1)", "as_of": "2015", "verified_on": None},
    ]
    kinds = [{"kind": "official", "link": at != 1} for at in range(3)]
    shown = [{**source, **kind} for source, kind in zip(sources, kinds, strict=True)]
    page = show(matches(a_card(cards, sources=shown, facts=[])))
    text = " ".join(page.one("article", id="latest").text.split())
    assert "A page, June 2025" in text
    assert "A copy, no date given · checked January 2, 2026" in text
    links = {e.attributes["href"] for e in page.all("a", rel="noreferrer")}
    assert links == {"https://a.example/"}


@pytest.mark.parametrize("field", ["name", "summary", "succeeded_by"])
def test_what_a_record_holds_is_text_and_never_a_part_of_the_page(
    show: Show, cards: Callable[..., list[dict[str, Any]]], field: str
) -> None:
    page = show(matches(a_card(cards, **{field: ON_CLICK})))
    assert ON_CLICK in page.one("article", id="latest").text
    assert not page.all("img")


def test_programs_beside_one_another_are_a_table_with_headings(show: Show) -> None:
    head = {"label": "Program", "aspect": "program", "cells": ["A", "B"], "differs": True}
    rows = [
        {**head, "program_ids": ["a", "b"]},
        {"label": "Cost", "aspect": "cost", "cells": ["free", None], "differs": True},
    ]
    page = show({"type": "compare", "rows": rows})
    assert [e.text for e in page.all("th", scope="col")] == ["Program", "A", "B"]
    assert [e.text for e in page.all("td")] == ["free", "not stated"]
    region = page.one("div", role="region")
    assert region.attributes["tabindex"] == "0", "a wide table is scrolled by keyboard too"


def test_a_saved_plan_shows_the_next_steps_and_the_programs(
    show: Show, cards: Callable[..., list[dict[str, Any]]]
) -> None:
    step = {"program_id": "wrtp-big-step", "program": "WRTP", "text": "Finish 10th grade"}
    plan = {"saved": ["wrtp-big-step"], "programs": cards("wrtp-big-step"), "steps": [step]}
    text = show({"type": "plan", "plan": plan}).one("article", id="latest").text
    assert "Finish 10th grade" in text
    assert "WRTP | BIG STEP" in text


def test_people_to_turn_to_can_be_called(show: Show) -> None:
    place = {"id": "x", "kind": "job_center", "name": "A job center", "text": "Free help."}
    page = show({"type": "resources", "resources": [{**place, "phone": "(414) 555-0100"}]})
    assert page.one("a", href="tel:4145550100").text == "Call (414) 555-0100"


def test_a_step_up_with_a_lower_wage_is_never_shown_as_a_raise(
    client: TestClient, release: Release
) -> None:
    falling = [
        (ladder.id, move)
        for ladder in release.ladders.values()
        for move in ladder.moves
        if move.wage_note is not None
    ]
    assert falling, "there are such moves"
    for ladder_id, move in falling[:10]:
        note = move.wage_note["en"]
        page = read(client.get(f"/ladders/{ladder_id}").text)
        way = min((e.text for e in page.all("li") if note in e.text), key=len)
        assert "a year more" not in way


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_ladder_has_a_page_with_wages_and_their_date(
    client: TestClient, release: Release, language: str
) -> None:
    for ladder in release.ladders.values():
        response = client.get(f"/ladders/{ladder.id}", params={"state": "WI", "lang": language})
        page = read(response.text)
        assert response.status_code == 200, ladder.id
        assert ladder.name[language] in page.one("h1").text
        steps = [one for one in page.all("h2") if "id" not in one.attributes]
        assert len(steps) == len(ladder.rungs)
        assert "2025" in page.one("section", **{"class": "ladder"}).text


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_program_has_a_page_with_all_its_sources(
    client: TestClient, release: Release, language: str
) -> None:
    for program in release.programs.values():
        response = client.get(f"/programs/{program.id}", params={"lang": language})
        assert response.status_code == 200, program.id
        page = read(response.text)
        listed = [e for e in page.all("li") if e.attributes.get("id", "").startswith("source-")]
        assert len(listed) == len(program.sources)
        assert page.one("html").attributes["lang"] == language


def test_a_card_with_many_requirements_shows_what_matters_and_folds_the_rest(
    show: Show, cards: Callable[..., list[dict[str, Any]]]
) -> None:
    card = cards("job-corps")[0]
    statuses = [one["status"] for one in card["requirements"]]
    assert len(statuses) > 4
    page = show(matches(card))
    [fold] = [e for e in page.all("details") if e.attributes.get("class") == "more"]
    assert "met" in fold.text
    texts = [one["text"] for one in card["requirements"]]
    assert sum(text in fold.text for text in texts) == len(texts) - 3


def test_what_is_not_met_is_never_folded() -> None:
    many = [{"status": status} for status in ("met", "not_met", "unknown", "met") * 3]
    shown, rest = folded(many)
    assert [one["status"] for one in shown] == ["not_met"] * 3
    assert "not_met" not in [one["status"] for one in rest]
    assert len(shown) + len(rest) == len(many)


def test_a_fold_for_a_single_line_is_none() -> None:
    few = [{"status": "met"} for _ in range(4)]
    assert folded(few) == (few, [])
