"""Opens a plan by a code that somebody typed, scanned or followed a link with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import Request
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData
from starlette.responses import Response

from conversations import codes
from conversations.codes import CodeMistyped, WrongLength
from conversations.plans import Contents, UnknownPlan
from web.chat import visitor
from web.chat.plans import holding
from web.chat.schemas import readable
from web.chat.services import Services
from web.chat.views import Page, render
from web.shared import languages
from web.shared.problems import Problem

NOT_FOUND, WRONG, TOO_MANY = 404, 422, 429
DONE = (
    "added", "closed", "deleted", "opened", "removed", "saved", "shared", "updated", "withdrawn",
)  # fmt: skip


@dataclass(frozen=True)
class Trouble:
    """Why a code did not open anything: a code of the page's sentences, and how to answer."""

    why: str
    status: int
    found: int = 0  # signs that were typed


def asking(request: Request, trouble: Trouble | None = None, typed: str = "") -> Response:
    """Show the page that asks for a code, with what was typed still in it."""
    shows = {
        "trouble": trouble,
        "typed": typed,
        "needed": codes.LENGTH,
        "told": told(request),
        "days": request.app.state.settings.retention_days,
    }
    status = trouble.status if trouble else 200
    return render(request, Page("plan_open.html", visitor.language_of(request), shows, status))


def told(request: Request) -> str | None:
    """Return what was just done, when it is one of the things that are told."""
    did = request.query_params.get("did")
    return did if did in DONE else None


def opened(request: Request, services: Services, form: FormData) -> Response:
    """Open what a code stands for, or say what to look at in it; nothing typed is lost."""
    value: Any = form.get("code")
    typed = readable(value[: codes.LONGEST_TYPED]) if isinstance(value, str) else ""
    try:
        return _opened(request, services, codes.read(typed))
    except WrongLength as error:
        trouble = Trouble("length" if error.found else "empty", WRONG, error.found)
    except CodeMistyped:
        trouble = Trouble("sign", WRONG)
    except UnknownPlan:
        trouble = Trouble("gone", NOT_FOUND)
    except Problem as problem:
        if problem.status != TOO_MANY:
            raise
        response = asking(request, Trouble("too_many", problem.status), typed)
        response.headers.update(problem.headers)
        return response
    return asking(request, trouble, typed)


def _opened(request: Request, services: Services, code: str) -> Response:
    """A resume code opens the plan to go on with, a share code shows it."""
    with holding.counted(services, request, typed=True):
        try:
            contents = services.plans.open(code)
        except UnknownPlan:
            services.plans.shown(code)
            response = RedirectResponse("/plan/shared", 303)
            holding.keep_share_code(request, response, code)
            return response
    response = RedirectResponse("/plan?did=opened", 303)
    holding.keep_code(request, response, code)
    _begin_talk(request, services, contents, response)
    if languages.COOKIE not in request.cookies:
        visitor.keep_language(request, response, contents.language)
    return response


def _begin_talk(
    request: Request, services: Services, contents: Contents, response: Response
) -> None:
    """Let a browser without a talk begin one that knows the plan; another's talk is left alone."""
    if holding.talk_of(services, request) == holding.Talked({}, ()):
        memory = {"saved": list(contents.programs)}
        talk = services.talk.ledger.begin(contents.language, dict(contents.profile), memory)
        visitor.keep_session(request, response, talk)
