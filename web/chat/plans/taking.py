"""What a person takes along of a plan: the paper and the calendar, named in their language."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import Request
from starlette.responses import Response

import locales
from conversations.ledger import key_of
from conversations.plans import Contents
from web.chat import visitor
from web.chat.plans import holding
from web.chat.plans.calendar import calendar_of
from web.chat.plans.paper import Sheet, paper_of
from web.chat.plans.shaping import Board, board_of
from web.chat.plans.sharing import sent
from web.chat.services import Services

Made = Callable[[Request, Services, bool], Response]
NO_CODE = ""


def pdf(request: Request, services: Services, shared: bool) -> Response:
    """Make the paper; it carries the code it was opened with. Raises `UnknownPlan`."""
    language = visitor.language_of(request)
    board, code = _board(request, services, shared)
    on_paper = sent(request, code, "shared" if shared else "mine", language) if code else None
    made = paper_of(board, Sheet(language, services.clock().date(), on_paper, own=not shared))
    return _file(made, "application/pdf", "pdf", language)


def ics(request: Request, services: Services, shared: bool) -> Response:
    """Make the calendar. Raises `UnknownPlan`."""
    language = visitor.language_of(request)
    board, code = _board(request, services, shared)
    known_by = key_of(code or visitor.session_of(request) or NO_CODE)
    made = calendar_of(board, known_by, language, services.clock())
    return _file(made, "text/calendar; charset=utf-8", "ics", language)


def _board(request: Request, services: Services, shared: bool) -> tuple[Board, str | None]:
    advice = services.advice(visitor.language_of(request))
    if not shared:
        held = holding.held(services, request)
        return board_of(held.contents, advice), held.code
    code = holding.share_code_of(request)
    contents = Contents(advice.language)
    if code:
        with holding.counted(services, request):
            contents = services.plans.shown(code)
    return board_of(contents, advice, looked_at=True), code


def _file(made: bytes, kind: str, ending: str, language: str) -> Response:
    name = f"{locales.say('plan_page.file', language)}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(made, media_type=kind, headers=headers)
