"""The browse pages: the index and the form, a list, and the small form of who is asking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData
from starlette.responses import Response

from conversations.summary import understood
from knowledge.advice import Advice
from locales import say
from matching.profile import LEVELS, SECTORS
from matching.profile_json import ProfileProblem, json_of
from matching.program import KINDS
from matching.program import in_language as name_in
from web.chat import caching, visitor
from web.chat.addresses import addresses_of, in_language
from web.chat.browse import person as people
from web.chat.browse.person import Person
from web.chat.browse.query import MILES, PATH, Query, Read, read_query
from web.chat.browse.searching import Search
from web.chat.services import Services, services_of
from web.chat.views import Page, render

router = APIRouter(include_in_schema=False)
Ready = Annotated[Services, Depends(services_of)]
Json = dict[str, Any]
LONGEST_ADDRESS = 1_000
CHOICES = {"sectors": SECTORS, "kinds": KINDS, "levels": LEVELS, "miles": MILES}


@router.get(PATH)
def browse(request: Request, services: Ready) -> Response:
    """Show the index, or the list that an address asks for."""
    services.admission.look(request)
    read = read_query(request.query_params)
    if not (read.is_plain or read.unread):  # a form sends its empty fields along
        return RedirectResponse(_spoken(request, read.query.address), 303)
    who = Person() if read.query.anyone else people.person_of(request, services)
    response = _page(request, services, Told(read, who))
    return caching.keepable(request, response)


@router.post(f"{PATH}/about")
async def about(request: Request, services: Ready) -> Response:
    """Take age and school for this browser only, or forget them; then show the list again."""
    visitor.refuse_foreign(request)
    form = await request.form()
    return await run_in_threadpool(_about, request, services, form)


def _about(request: Request, services: Services, form: FormData) -> Response:
    services.admission.look(request)
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    read = read_query(dict(parse_qsl(fields.get("back", "")[:LONGEST_ADDRESS])))
    if fields.get("forget"):
        response: Response = RedirectResponse(read.query.but(show="").address, 303)
        people.forget(request, response)
        return response
    try:
        profile = people.profile_of_form(fields)
    except ProfileProblem as problem:
        return _page(request, services, Told(read, Person(), problem, fields))
    shown = read.query.but(anyone=False, show=read.query.show or "soon")
    response = RedirectResponse(shown.address, 303)
    people.keep(request, response, profile)
    return response


@dataclass(frozen=True)
class Told:
    """What a browse page is made from: the question, who asks, and what was wrong with the form."""

    read: Read
    person: Person
    problem: ProfileProblem | None = None
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def status(self) -> int:
        """A page that could not read all of what was asked says so to machines too."""
        return 422 if self.problem or self.read.unread else 200


def _page(request: Request, services: Services, told: Told) -> Response:
    language, query = visitor.language_of(request), told.read.query
    search = Search(query, told.person, services.advice(language))
    profile = json_of(told.person.profile)
    listed = told.status == 200 and not told.person.is_known and _is_index(search)
    shows = {
        **CHOICES,
        "search": search,
        "query": query,
        "unread": told.read.unread,
        "person": told.person,
        "profile": profile,
        "understood": understood(profile, language, search.advice.release.job_titles),
        "problem": told.problem.path.rpartition(".")[2] if told.problem else None,
        "fields": {**_fields(profile), **told.fields},
        **_shelves(search.advice),
        "addresses": addresses_of(request, query.address, is_listed=listed),
        "address_in": partial(in_language, query.address),
        "data": None,
        "message_id": "",  # made when a button is pressed: this page may be kept and pressed again
    }
    return render(request, Page("browse.html", language, shows, told.status))


def _shelves(advice: Advice) -> Json:
    """Return the counted shelves; states and ladders in the order of their names."""
    shelves, language = advice.release.directory, advice.language
    states = ((say(f"states.{code}", language), code) for code in shelves.by_state)
    ladders = (
        {"id": one.id, "name": name_in(one.name, language), "rungs": one.rungs}
        for one in shelves.ladders
    )
    return {
        "shelves": shelves,
        "by_state": [(code, shelves.by_state[code]) for _, code in sorted(states)],
        "ladders": sorted(ladders, key=lambda one: str(one["name"]).casefold()),
    }


def _fields(profile: Json) -> dict[str, str]:
    held = {"age": profile["age"], **profile["education"]}
    return {name: "" if value is None else str(value) for name, value in held.items()}


def _is_index(search: Search) -> bool:
    """Tell the shelves that search engines may list from the endless questions they need not."""
    query = search.query
    plain = replace(query, place="", sector="", kind="", order="", page=1) == Query()
    asked = [query.sector, query.kind, query.place]
    of_state = not query.place or (search.spot is not None and search.spot.is_state)
    return plain and of_state and sum(map(bool, asked)) <= 1 and query.order in ("", "name")


def _spoken(request: Request, address: str) -> str:
    spoken = addresses_of(request, address).spoken
    return in_language(address, spoken) if spoken else address
