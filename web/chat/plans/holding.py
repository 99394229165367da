"""The plan of one browser: under its code once it has one, until then what its talk has saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any

from fastapi import Request
from starlette.responses import Response

from conversations.plans import Change, Contents, PlanFull, UnknownPlan
from conversations.said import TurnOvertaken, UnknownSession
from web.chat import visitor
from web.chat.plans.keeping import judged_alike, kept_of
from web.chat.services import Services
from web.shared.languages import is_secure

Json = dict[str, Any]
PLAN, SHOWN = "pathways_plan", "pathways_shown_plan"
DAY_S = 24 * 3600


@dataclass(frozen=True)
class Talked:
    """What the browser's talk knows that a plan may take over."""

    profile: Json
    saved: tuple[str, ...]


@dataclass(frozen=True)
class Held:
    """The plan as this browser has it."""

    contents: Contents
    code: str | None = None  # None: not saved under a code yet
    share_code: str | None = None  # None: not shared
    wishes: Json = field(default_factory=dict)  # the profile of the talk, wishes and all
    newer: bool = False  # by what the talk knows, the programs stand otherwise


def held(services: Services, request: Request) -> Held:
    """Return this browser's plan, an empty one if there is none. Raises `UnknownPlan`."""
    code, language = code_of(request), visitor.language_of(request)
    talked = talk_of(services, request)
    if code is None:
        return Held(Contents(language, talked.saved, talked.profile), wishes=talked.profile)
    with counted(services, request):
        contents = services.plans.open(code)
        share_code = services.plans.share_code(code)
    return Held(contents, code, share_code, talked.profile, _newer(services, talked, contents))


def _newer(services: Services, talked: Talked, contents: Contents) -> bool:
    if not talked.profile:
        return False
    advice = services.advice(contents.language)
    return not judged_alike(talked.profile, contents.profile, contents.programs, advice)


@contextmanager
def counted(services: Services, request: Request, *, typed: bool = False) -> Iterator[None]:
    """Count a code that opens nothing against its address, from a form or a cookie alike."""
    services.admission.code(request, typed=typed)
    try:
        yield
    except UnknownPlan:
        services.admission.wrong_code(request)
        raise


def talk_of(services: Services, request: Request) -> Talked:
    """Return what the browser's talk knows; nothing when there is none."""
    secret = visitor.session_of(request)
    if secret is not None:
        with suppress(UnknownSession):
            talk = services.talk.ledger.snapshot(secret)
            return Talked(talk.profile, tuple(talk.memory.get("saved") or ()))
    return Talked({}, ())


def save(services: Services, request: Request) -> str:
    """Keep what this browser has as a plan under a fresh code, and return that."""
    before = held(services, request)
    return before.code or services.plans.save(_to_keep(services, before.contents))


def change(services: Services, request: Request, made: Change) -> str:
    """Change this browser's plan, which saves it if it had no code; return its code.

    Raises `UnknownPlan` and `PlanFull`.
    """
    before = held(services, request)
    if before.code is None:
        return services.plans.save(_to_keep(services, made(before.contents)))
    after = services.plans.change(before.code, made)
    if set(after.programs) - set(before.contents.programs):
        update(services, request, before.code)
    return before.code


def update(services: Services, request: Request, code: str) -> None:
    """Judge a plan by what the talk of this browser knows by now."""
    talked = talk_of(services, request)
    if talked.profile:
        services.plans.change(
            code, lambda plan: replace(plan, profile=_judged_by(services, talked, plan))
        )


def remove(services: Services, request: Request, program_id: str) -> str | None:
    """Take a program out of the plan and of the talk's list; return the code, if there is one."""
    secret = visitor.session_of(request)
    saved = talk_of(services, request).saved
    if secret is not None and program_id in saved:
        keep_in_talk(services, secret, [one for one in saved if one != program_id])
    if code_of(request) is None:
        return None
    return change(services, request, lambda plan: plan.without_program(program_id))


def keep_in_talk(services: Services, secret: str, program_ids: Sequence[str]) -> None:
    """Set the list of a talk; a turn that was answered meanwhile is read and the list set again."""
    try:
        services.talk.ledger.keep_saved(secret, program_ids)
    except TurnOvertaken:
        services.talk.ledger.keep_saved(secret, program_ids)


def saved_before(services: Services, request: Request) -> tuple[str, ...] | None:
    """Return what the talk has saved before a turn; None in a browser that holds no plan."""
    return talk_of(services, request).saved if code_of(request) else None


def follow(
    services: Services, request: Request, before: tuple[str, ...] | None, answer: Json
) -> None:
    """Put what was saved in a turn of the talk into the plan this browser holds."""
    fresh = [one for one in answer.get("saved") or () if one not in (before or ())]
    if not fresh or before is None:
        return
    # Deleted on another device, or full: the talk's own list still has them.
    with suppress(UnknownPlan, PlanFull):
        change(services, request, lambda plan: _with_all(plan, fresh))


def _with_all(plan: Contents, program_ids: Sequence[str]) -> Contents:
    for program_id in program_ids:
        plan = plan.with_program(program_id)
    return plan


def _to_keep(services: Services, contents: Contents) -> Contents:
    talked = Talked(dict(contents.profile), contents.programs)
    return replace(contents, profile=_judged_by(services, talked, contents))


def _judged_by(services: Services, talked: Talked, contents: Contents) -> Json:
    if not talked.profile:
        return {}
    return kept_of(talked.profile, contents.programs, services.advice(contents.language))


def code_of(request: Request) -> str | None:
    """Return the resume code this browser holds, None when it holds no plan."""
    return request.cookies.get(PLAN) or None


def share_code_of(request: Request) -> str | None:
    """Return the code of the plan somebody shared with this browser."""
    return request.cookies.get(SHOWN) or None


def keep_code(request: Request, response: Response, code: str) -> None:
    """Put the resume code where no script can read it."""
    kept_s = request.app.state.settings.retention_days * DAY_S  # no longer than the plan itself
    _keep(request, response, (PLAN, code), kept_s)


def keep_share_code(request: Request, response: Response, code: str) -> None:
    """Remember a shared plan until the browser is closed: the device may be anyone's."""
    _keep(request, response, (SHOWN, code), None)


def drop(request: Request, response: Response, name: str) -> None:
    """Take a code back from this browser."""
    response.delete_cookie(name, httponly=True, samesite="lax", secure=is_secure(request))


def _keep(request: Request, response: Response, named: tuple[str, str], kept_s: int | None) -> None:
    name, code = named
    response.set_cookie(
        name, code, max_age=kept_s, httponly=True, samesite="lax", secure=is_secure(request)
    )
