"""A plan on paper: a tagged PDF that reads aloud well, the same on every machine."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import typst

import locales
from web.chat.card_words import nearby
from web.chat.plans.shaping import Board, cited_sources
from web.chat.plans.sharing import Sent

Json = dict[str, Any]
SHEET = Path(__file__).with_name("plan.typ")
LABELS = (
    "steps", "ready", "programs", "sources", "helps", "code", "code_how", "paper_note",
    "no_programs",
)  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """For whom and when a plan is printed."""

    language: str
    today: date
    sent: Sent | None = None  # the code it opens with; None: it has none yet
    own: bool = True  # False: for somebody it was shared with


def paper_of(board: Board, sheet: Sheet) -> bytes:
    """Print a plan as PDF/UA-1. Its words go in as data, so that no text is ever read as markup.

    Only the fonts inside the compiler are used: what is on the machine changes nothing.
    """
    made: bytes = typst.compile(
        str(SHEET),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"plan": json.dumps(_words(board, sheet))},
        pdf_standards=["ua-1"],
        timestamp=int(datetime.combine(sheet.today, time(12)).timestamp()),
    )
    return made


def _words(board: Board, sheet: Sheet) -> Json:
    language, sent = sheet.language, sheet.sent

    def said(what: str, **params: Any) -> str:
        return locales.say(f"plan_page.{what}", language, params)

    return {
        "language": language,
        "title": said("title" if sheet.own else "shared_title"),
        "made_on": said("made_on", on={"date": sheet.today.isoformat()}),
        "labels": {name: said(f"paper.{name}") for name in LABELS},
        "stages": [_stage(asdict(stage), language) for stage in board.stages],
        "programs": [_program(card, sheet) for card in board.programs],
        "code": sent.code if sent else None,
        "link": sent.link if sent else None,
        "qr": sent.qr.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
        if sent
        else None,
        "qr_alt": said("qr_alt"),
    }


def _stage(stage: Json, language: str) -> Json:
    return {**stage, "steps": [_step(step, language) for step in stage["steps"]]}


def _step(step: Json, language: str) -> Json:
    marks = "step_done" if step["done"] else "step_open"
    day = step["day"] or step["opens"]
    return {
        "text": step["text"],
        "done": step["done"],
        "mark": locales.say(f"plan_page.paper.{marks}", language),
        "details": list(step["details"]),
        "items": list(step["items"]),
        "helps": list(step["helps"]),
        "phone": step["phone"],
        "url": step["url"],
        "day": locales.say("plan_page.on_day", language, {"on": {"date": day}}) if day else None,
    }


def _program(card: Json, sheet: Sheet) -> Json:
    language, verdicts = sheet.language, "codes.verdict" if sheet.own else "plan_page.owner"
    verdict = card["only_if"] or card["first_look"]
    return {
        "name": card["name"],
        "kind": locales.say(f"codes.kind.{card['kind']}", language),
        "verdict": verdict or locales.say(f"{verdicts}.{card['verdict']}", language),
        "near": nearby(card, language),
        "contacts": [line for line in (card["phone"], card["url"], address_of(card)) if line],
        "requirements": [
            {
                "text": one["text"],
                "mark": one["status"],
                "said": locales.say(f"codes.requirement_status.{one['status']}", language),
            }
            for one in card["requirements"]
        ],
        "sources": [source_line(source, language) for source in cited_sources(card)],
    }


def address_of(card: Json) -> str | None:
    """Write the door of a program in a line, None when none is known."""
    site = card.get("site")
    if not site or not site["address"]:
        return None
    town = f"{site['city']}, {site['state']}"
    return f"{site['address']}, {town}{' ' + site['zip'] if site['zip'] else ''}"


def source_line(source: Json, language: str) -> str:
    """Name a source with how old it is."""
    as_of, checked = source["as_of"], source["verified_on"]
    age = (
        locales.say("web.as_of", language, {"on": {"date": as_of}})
        if as_of
        else locales.say("shared.undated", language)
    )
    line = f"{source['title']}, {age}"
    if checked:
        line += " · " + locales.say("web.checked", language, {"on": {"date": checked}})
    return line
