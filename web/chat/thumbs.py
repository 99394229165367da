"""A thumb up or down on one answer, with a reason if the person likes; both can be changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from conversations.said import UnknownMessage
from web.chat import visitor
from web.chat.schemas import MAX_SENT, readable
from web.chat.services import Services, services_of
from web.chat.submitting import ID_LENGTH
from web.chat.views import MAX_REASON, Page, entry_of, render

Json = dict[str, Any]

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Thumb:
    """The form as it came."""

    message: Annotated[str, Form(min_length=1, max_length=ID_LENGTH)]
    rating: Annotated[Literal["up", "down"], Form()]
    reason: Annotated[str | None, Form(max_length=MAX_SENT)] = None  # None: only the thumb

    @property
    def words(self) -> str:
        """The reason, without what no person types."""
        return readable(self.reason or "")

    @property
    def too_long(self) -> bool:
        """Tell whether the reason must be shortened."""
        return len(self.words) > MAX_REASON


@router.post("/feedback", response_class=HTMLResponse, dependencies=[Depends(visitor.key_taken)])
def thumb(
    request: Request,
    services: Annotated[Services, Depends(services_of)],
    given: Annotated[Thumb, Depends()],
) -> Response:
    """Keep a thumb. A reason that is too long is given back to be shortened; the thumb is kept."""
    visitor.refuse_foreign(request)
    services.admission.look(request)
    secret = visitor.session_of(request) or ""
    services.talk.rate(secret, given.message, given.rating, _reason(services, secret, given))
    entry, latest = _rated(services, secret, given)
    shows = {"entry": entry, "latest": latest}
    status = 413 if given.too_long else 200
    if visitor.wants_fragment(request):
        return render(request, Page("after_part.html", entry["language"], shows))
    if given.too_long:
        return render(request, Page("reason.html", entry["language"], shows, status))
    return RedirectResponse(f"{visitor.home_of(request)}#{entry['anchor']}", 303)


def _reason(services: Services, secret: str, given: Thumb) -> str | None:
    """Return the reason to keep: the one given, else the one that stood with the same thumb."""
    if given.reason is not None and not given.too_long:
        return given.words or None
    rating, reason = services.talk.ledger.ratings(secret).get(given.message, (None, None))
    return reason if rating == given.rating else None


def _rated(services: Services, secret: str, given: Thumb) -> tuple[Json, bool]:
    """Return the exchange the thumb is on, with a reason that must be mended still in it."""
    read = services.talk.read(secret)
    for one in read["transcript"]:
        if one["message_id"] == given.message:
            entry = entry_of(one, read["language"])
            unkept = {"reason": given.words, "too_long": True} if given.too_long else {}
            return {**entry, **unkept}, one is read["transcript"][-1]
    raise UnknownMessage
