"""The operators' page, its downloads and the metrics."""

from __future__ import annotations

import csv
import io
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from prometheus_client import CONTENT_TYPE_LATEST
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import Response

import locales
from conversations.insight import DEFAULT_DAYS, FEW, PERIODS, Insight, insight_of, label_of
from web.insight.metrics import exposition
from web.insight.sources import Sources, sources_of
from web.shared.problems import Problem
from web.shared.statics import static_address

router = APIRouter()
Ready = Annotated[Sources, Depends(sources_of)]
Days = Literal[7, 30, 90]
TEMPLATES = Path(__file__).with_name("templates")


@router.get("/", include_in_schema=False)
def home() -> Response:
    """Lead to the figures."""
    return RedirectResponse("/insight")


@router.get("/insight", response_class=HTMLResponse)
def show(request: Request, sources: Ready, days: str = "", lang: str = "") -> Response:
    """Show the figures of the last days that are over; an odd period or language is the usual."""
    chosen = int(days) if days in map(str, PERIODS) else DEFAULT_DAYS
    language = _language(request, lang)
    found = _found(sources, chosen)
    html = (
        _environment()
        .get_template("insight.html")
        .render(
            t=partial(_said, language),
            label=partial(label_of, language=language, jobs=sources.jobs()),
            name_of=partial(locales.say, "language.name"),
            address=static_address,
            insight=found,
            language=language,
            languages=locales.languages(),
            days=chosen,
            periods=PERIODS,
        )
    )
    return HTMLResponse(html)


@router.get("/insight.json")
def as_json(sources: Ready, days: int = DEFAULT_DAYS) -> Response:
    """Return the same figures with codes."""
    return JSONResponse(_found(sources, _period(days)).json)


@router.get("/insight.csv")
def as_csv(sources: Ready, days: int = DEFAULT_DAYS) -> Response:
    """Return the same figures as a table of from, to, topic, what, number."""
    found = _found(sources, _period(days))
    name = f"pathways-{found.first}-{found.last}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(_csv(found), media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/metrics")
def metrics(sources: Ready) -> Response:
    """Return the metrics of this process for Prometheus."""
    written = exposition(sources.meter, sources.totals)
    return Response(written, headers={"Content-Type": CONTENT_TYPE_LATEST})


def _period(days: int) -> int:
    if days not in PERIODS:
        raise Problem(422, f"days: one of {', '.join(map(str, PERIODS))}.")
    return days


def _found(sources: Sources, days: int) -> Insight:
    try:
        return insight_of(sources.counts, sources.clock().date(), days)
    except SQLAlchemyError as error:
        raise Problem(503, "The counts cannot be read just now.").retry_after(5) from error


def _csv(found: Insight) -> str:
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(("from", "to", "topic", "what", "number"))
    for table in found.tables:
        for cell in table.cells:
            number = FEW if cell.number is None else cell.number
            rows.writerow((found.first, found.last, table.topic, cell.what, number))
    return written.getvalue()


def _language(request: Request, asked: str) -> str:
    wished = request.headers.get("accept-language", "")
    wishes = [asked, *(part.strip()[:2].lower() for part in wished.split(","))]
    return next((wish for wish in wishes if wish in locales.languages()), locales.DEFAULT)


def _said(language: str, code: str, **params: Any) -> str:
    return locales.say(code, language, params)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
