"""One change of a plan, as its page's forms send it: a closed list, each checked before it acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import Request
from starlette.datastructures import FormData

from conversations.plans import PlanFull
from web.chat import visitor
from web.chat.plans import holding
from web.chat.plans.shaping import board_of
from web.chat.pressing import UnknownButton
from web.chat.schemas import readable
from web.chat.services import Services

LONGEST = 200  # characters of a field; the longest id of a step is far below
FARTHEST = timedelta(days=3653)  # ten years ahead is a plan, more is a slip of the finger
OLDEST = timedelta(days=366)


@dataclass(frozen=True)
class Came:
    """What came of a change."""

    where: str = ""  # the query and the place of the page to show
    code: str | None = None  # keep it in this browser
    closed: bool = False  # take the code back from it


class Refused(Exception):
    """A change that cannot be made as it was sent. `why` is a code of the page's sentences."""

    def __init__(self, why: str, step: str = "", typed: str = "") -> None:
        super().__init__(why)
        self.why, self.step, self.typed = why, step, typed


@dataclass(frozen=True)
class Asked:
    """A form of the page, and who sent it."""

    request: Request
    services: Services
    form: FormData

    def field(self, name: str) -> str:
        """Return a text field, empty when it was not sent."""
        value = self.form.get(name)
        return readable(value[:LONGEST]) if isinstance(value, str) else ""


def changed(request: Request, services: Services, form: FormData) -> Came:
    """Make the change a form asks for. Raises `Refused`, `UnknownButton` and `UnknownPlan`."""
    asked = Asked(request, services, form)
    for name, make in CHANGES.items():
        if asked.field(name):
            return make(asked, asked.field(name))
    raise UnknownButton


def _added(asked: Asked, program_id: str) -> Came:
    asked.services.advice(visitor.language_of(asked.request)).program(program_id)  # 404 for others
    try:
        code = holding.change(
            asked.services, asked.request, lambda plan: plan.with_program(program_id)
        )
    except PlanFull as error:
        raise Refused("full") from error
    return Came(_did(asked, "added", f"program-{program_id}"), code)


def _removed(asked: Asked, program_id: str) -> Came:
    code = holding.remove(asked.services, asked.request, program_id)
    return Came("?did=removed", code)


def _ticked(asked: Asked, step_id: str) -> Came:
    return _marked(asked, step_id, done=True)


def _unticked(asked: Asked, step_id: str) -> Came:
    return _marked(asked, step_id, done=False)


def _marked(asked: Asked, step_id: str, *, done: bool) -> Came:
    _require_step(asked, step_id)
    code = holding.change(asked.services, asked.request, lambda plan: plan.ticked(step_id, done))
    return Came(_did(asked, "", step_id), code)


def _dated(asked: Asked, step_id: str) -> Came:
    _require_step(asked, step_id)
    typed = "" if asked.field("no_day") else asked.field("day").strip()
    day = _day(asked, step_id, typed)
    code = holding.change(asked.services, asked.request, lambda plan: plan.dated(step_id, day))
    return Came(_did(asked, "", step_id), code)


def _day(asked: Asked, step_id: str, typed: str) -> str | None:
    """Read a day as a browser sends it; empty takes it back. Raises `Refused`."""
    if not typed:
        return None
    try:
        day = date.fromisoformat(typed)
    except ValueError as error:
        raise Refused("day", step_id, typed) from error
    today = asked.services.clock().date()
    if not today - OLDEST <= day <= today + FARTHEST:
        raise Refused("far_day", step_id, typed)
    return day.isoformat()


def _require_step(asked: Asked, step_id: str) -> None:
    """Refuse what is no step of this plan, so that nothing else can be kept in it."""
    contents = holding.held(asked.services, asked.request).contents
    board = board_of(contents, asked.services.advice(contents.language))
    known = {step.id for step in board.steps}
    if step_id not in known | contents.done | set(contents.dates):
        raise UnknownButton


def _gone_to(asked: Asked, what: str) -> Came:
    if what not in GOING:
        raise UnknownButton
    return GOING[what](asked)


def _saved(asked: Asked) -> Came:
    return Came("?did=saved#code", holding.save(asked.services, asked.request))


def _shared(asked: Asked) -> Came:
    code = holding.save(asked.services, asked.request)
    asked.services.plans.share(code)
    return Came("?did=shared#share", code)


def _withdrawn(asked: Asked) -> Came:
    code = holding.code_of(asked.request)
    if code:
        asked.services.plans.withdraw(code)
    return Came("?did=withdrawn#share")


def _updated(asked: Asked) -> Came:
    code = holding.code_of(asked.request)
    if code:
        holding.update(asked.services, asked.request, code)
    return Came("?did=updated")


def _closed(asked: Asked) -> Came:
    return Came("/open?did=closed", closed=True)


def _did(asked: Asked, what: str, anchor: str) -> str:
    """Say what was done; that a first change also saved the plan weighs more."""
    did = "saved" if holding.code_of(asked.request) is None else what
    return f"{'?did=' + did if did else ''}#{anchor}"


GOING: Mapping[str, Callable[[Asked], Came]] = {
    "save": _saved,
    "share": _shared,
    "withdraw": _withdrawn,
    "update": _updated,
    "close": _closed,
}
CHANGES: Mapping[str, Callable[[Asked, str], Came]] = {
    "add": _added,
    "remove": _removed,
    "tick": _ticked,
    "untick": _unticked,
    "step": _dated,
    "go": _gone_to,
}
