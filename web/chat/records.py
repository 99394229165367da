"""Pages of their own for a ladder and a way on it, a program, privacy: they need no talk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from knowledge.advice import Advice
from knowledge.whereabouts import whereabouts
from matching.lattice import rung_id
from matching.profile_fields import STATES
from matching.where import NOWHERE, Whereabouts
from web.chat import caching, linked_data, record_words, visitor
from web.chat.addresses import addresses_of
from web.chat.browse.place import Spot, measured_from, place_asked
from web.chat.browse.query import LONGEST_PLACE, read_query
from web.chat.schemas import LONGEST_NAME
from web.chat.services import Services, services_of
from web.chat.views import Page, render

router = APIRouter(include_in_schema=False)
Ready = Annotated[Services, Depends(services_of)]
Json = dict[str, Any]


@dataclass(frozen=True)
class LadderAsked:
    """What of a ladder is asked for: `to` is a rung, `start` what a way to it begins with."""

    state: str | None = None
    to: Annotated[int | None, Query(ge=0, le=99)] = None
    start: Annotated[str | None, Query(alias="from", max_length=LONGEST_NAME)] = None


@router.get("/ladders/{ladder_id}")
def ladder(
    ladder_id: str, request: Request, services: Ready, asked: Annotated[LadderAsked, Depends()]
) -> Response:
    """Show a ladder, as a page or as a part of one; with the way to one of its rungs."""
    language = visitor.language_of(request)
    advice = services.advice(language)
    state = asked.state if asked.state in STATES else None
    card = advice.ladder(ladder_id, state)
    if asked.to is not None:
        services.admission.look(request)
        goal = rung_id(ladder_id, asked.to)
        card = {**card, "way": advice.way(asked.start, goal, state)["way"]}
    if visitor.wants_fragment(request):
        return render(request, Page("ladder_part.html", language, {"one": card}))
    shows = {
        "one": card,
        "states": sorted(STATES),
        "leading": _leading(advice, ladder_id),
        **_listed(request, f"/ladders/{ladder_id}", {"state": state}, asked.to is None),
    }
    shows["data"] = linked_data.block_of(
        linked_data.ladder_data(card, shows["addresses"].canonical, language)
    )
    return _kept(request, Page("ladder_page.html", language, shows))


@router.get("/programs/{program_id}")
def program(program_id: str, request: Request, services: Ready) -> Response:
    """Show everything known of a program; with `place`, how far each of its doors is."""
    language = visitor.language_of(request)
    advice = services.advice(language)
    record = advice.program(program_id)
    found = advice.release.programs[program_id]
    place = read_query({"place": request.query_params.get("place", "")}).query.place
    asked = place_asked(place, language, services.gazetteer)
    shows = {
        "one": record,
        "release": advice.release,
        "home_state": asked.spot.location.state if asked.spot else None,
        "place": place,
        "asked": asked,
        "longest_place": LONGEST_PLACE,
        "doors": record_words.doors(found.sites, _where(asked.spot, services), language),
        "takes": record_words.takes(found, language),
        "old": [record_words.is_old(source, advice.today) for source in found.sources],
        **_listed(request, f"/programs/{program_id}", {"place": place}, not place),
    }
    shows["data"] = linked_data.block_of(
        linked_data.program_data(record, shows["addresses"].canonical, language)
    )
    return _kept(request, Page("program_page.html", language, shows))


def _where(spot: Spot | None, services: Services) -> Whereabouts:
    if spot is None:
        return NOWHERE
    return measured_from(whereabouts(spot.location, services.gazetteer), spot)


def _leading(advice: Advice, ladder_id: str) -> list[Json]:
    """Name the programs whose own records lead onto a ladder."""
    listed = advice.release.directory.listed
    found = [one for one in listed if ladder_id in one.ladder_ids and one.status != "closed"]
    return [{"id": one.id, "name": one.name, "kind": one.kind} for one in found]


def _listed(request: Request, path: str, asked: dict[str, str | None], is_listed: bool) -> Json:
    """Say where a page is. One with a question of its own is for the asker, not for the lists."""
    kept = {name: value for name, value in asked.items() if value}
    return {
        "addresses": addresses_of(request, path, is_listed=is_listed and not kept),
        "message_id": "",  # made when a button is pressed: this page may be kept and pressed again
    }


def _kept(request: Request, page: Page) -> Response:
    return caching.keepable(request, render(request, page))


@router.get("/privacy")
def privacy(request: Request) -> Response:
    """Say what is kept, for how long, and how to delete it."""
    days = request.app.state.settings.retention_days
    return render(request, Page("privacy.html", visitor.language_of(request), {"days": days}))
