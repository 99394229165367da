"""What the pages of a plan show: one's own, one that is shared, one that is gone."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import Request
from markupsafe import Markup
from starlette.responses import Response

from web.chat import visitor
from web.chat.plans import holding
from web.chat.plans.changing import FARTHEST, OLDEST, Refused
from web.chat.plans.opening import NOT_FOUND, Trouble, asking, told
from web.chat.plans.paper import address_of
from web.chat.plans.shaping import board_of
from web.chat.plans.sharing import Sent, sent
from web.chat.services import Services
from web.chat.views import Page, render

Json = dict[str, Any]
DONE = (
    "added",
    "closed",
    "deleted",
    "opened",
    "removed",
    "saved",
    "shared",
    "updated",
    "withdrawn",
)
WRONG = 422


def mine(request: Request, services: Services, refused: Refused | None = None) -> Response:
    """Show this browser's plan; `refused` keeps what was typed beside why it cannot be taken.

    Raises `UnknownPlan`.
    """
    language = visitor.language_of(request)
    held = holding.held(services, request)
    shows = {
        **_shared_parts(services, language),
        "board": board_of(held.contents, services.advice(language), wishes=held.wishes),
        "own": True,
        "mine": _sent(request, held.code, "mine", language),
        "share": _sent(request, held.share_code, "shared", language),
        "newer": held.newer,
        "did": told(request),
        "refused": refused,
        "days": request.app.state.settings.retention_days,
    }
    return render(request, Page("plan_page.html", language, shows, WRONG if refused else 200))


def shown(request: Request, services: Services) -> Response:
    """Show the plan somebody shared with this browser. Raises `UnknownPlan`."""
    language = visitor.language_of(request)
    code = holding.share_code_of(request)
    if code is None:
        return asking(request)
    with holding.counted(services, request):
        contents = services.plans.shown(code)
    shows = {
        **_shared_parts(services, language),
        "board": board_of(contents, services.advice(language), looked_at=True),
        "own": False,
        "mine": None,
        "share": _sent(request, code, "shared", language),
        "newer": False,
        "did": None,
        "refused": None,
        "days": request.app.state.settings.retention_days,
    }
    return render(request, Page("plan_page.html", language, shows))


def gone(request: Request, name: str) -> Response:
    """Say that the plan this browser held opens no more, and take its code back."""
    response = asking(request, Trouble("gone", NOT_FOUND))
    holding.drop(request, response, name)
    return response


def _shared_parts(services: Services, language: str) -> Json:
    today: date = services.clock().date()
    return {
        "release": services.library.current(),
        "home_state": None,
        "today": today,
        "first_day": (today - OLDEST).isoformat(),
        "last_day": (today + FARTHEST).isoformat(),
        "address_of": address_of,
    }


def _sent(request: Request, code: str | None, what: str, language: str) -> Json | None:
    if code is None:
        return None
    made: Sent = sent(request, code, what, language)
    return {**vars(made), "qr": Markup(made.qr)}
