"""Keeps plans under codes that only their owners hold; what is deleted leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import CursorResult, Row, delete, insert, select, update
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import sessionmaker

from conversations.clock import Clock, system_clock
from conversations.codes import derived, new_code
from conversations.database import erase_log
from conversations.ledger import key_of
from conversations.models import Plan

Json = dict[str, Any]
MOST_PROGRAMS = 20
TRIES = 5  # a change that another device overtook is made again on the newer plan
CONTENTS = ("language", "profile", "programs", "done", "dates")


class UnknownPlan(Exception):
    """No plan opens with this code: it was deleted, no longer shared, or unused for too long."""


class PlanFull(Exception):
    """A plan holds as many programs as one can."""


class PlanKeepsChanging(Exception):
    """Other devices changed the plan again and again meanwhile."""


@dataclass(frozen=True)
class Contents:
    """What a plan holds."""

    language: str
    programs: tuple[str, ...] = ()
    profile: Mapping[str, Any] = field(default_factory=dict)
    done: frozenset[str] = frozenset()  # ids of steps
    dates: Mapping[str, str] = field(default_factory=dict)  # ISO days by the id of a step

    def with_program(self, program_id: str) -> Contents:
        """Add a program at the end; one that is there stays where it is. Raises `PlanFull`."""
        if program_id in self.programs:
            return self
        if len(self.programs) >= MOST_PROGRAMS:
            raise PlanFull
        return replace(self, programs=(*self.programs, program_id))

    def without_program(self, program_id: str) -> Contents:
        """Take a program out."""
        return replace(self, programs=tuple(one for one in self.programs if one != program_id))

    def ticked(self, step_id: str, done: bool) -> Contents:
        """Tick a step, or take the tick back."""
        return replace(self, done=self.done | {step_id} if done else self.done - {step_id})

    def dated(self, step_id: str, day: str | None) -> Contents:
        """Give a step its day; None takes it back."""
        others = {key: value for key, value in self.dates.items() if key != step_id}
        return replace(self, dates={**others, step_id: day} if day else others)


Change = Callable[[Contents], Contents]


class Plans:
    """The plans of the conversations database."""

    def __init__(self, database: sessionmaker[Database], clock: Clock = system_clock) -> None:
        self._database = database
        self._clock = clock

    def save(self, contents: Contents) -> str:
        """Keep a plan and return its resume code, which is not kept."""
        code, now = new_code(), self._clock()
        row = {"key": key_of(code), "share_number": 0, "edition": 0, **_columns(contents)}
        with self._database.begin() as database:
            database.execute(insert(Plan).values(created_at=now, last_opened_at=now, **row))
        return code

    def open(self, code: str) -> Contents:
        """Return the plan of a resume code; its days begin anew. Raises `UnknownPlan`."""
        with self._database.begin() as database:
            opened = update(Plan).where(Plan.key == key_of(code))
            _must_hit(database.execute(opened.values(last_opened_at=self._clock())))
            return _contents(_row(database, code))

    def change(self, code: str, change: Change) -> Contents:
        """Change a plan once, whatever other devices do meanwhile. Raises `UnknownPlan`."""
        for _ in range(TRIES):
            with self._database.begin() as database:
                before = _row(database, code)
                after = change(_contents(before))
                if _advanced(
                    database, before, {**_columns(after), "last_opened_at": self._clock()}
                ):
                    return after
        raise PlanKeepsChanging

    def share(self, code: str) -> str:
        """Let others see a plan, and return the code that shows it. Raises `UnknownPlan`.

        The code follows from the resume code: its owner can be shown it again, and we keep neither.
        """
        shown = self.share_code(code)
        if shown is not None:
            return shown
        with self._database.begin() as database:
            row = _row(database, code)
            shown = _share_code(code, row.share_number + 1)
            values = {"share_key": key_of(shown), "share_number": row.share_number + 1}
            if _advanced(database, row, values):
                return shown
        raise PlanKeepsChanging

    def share_code(self, code: str) -> str | None:
        """Return the code that shows a plan; None while it is not shared. Raises `UnknownPlan`."""
        with self._database() as database:
            row = _row(database, code)
            return _share_code(code, row.share_number) if row.share_key else None

    def withdraw(self, code: str) -> None:
        """Let nobody else see a plan any more: its share code opens nothing. Idempotent."""
        with self._database.begin() as database:
            unshared = update(Plan).where(Plan.key == key_of(code)).values(share_key=None)
            _must_hit(database.execute(unshared))
        erase_log(self._database)

    def shown(self, share_code: str) -> Contents:
        """Return a plan that is shared, to be looked at. Raises `UnknownPlan`."""
        with self._database() as database:
            row = database.execute(_plan_where(Plan.share_key == key_of(share_code))).one_or_none()
            if row is None:
                raise UnknownPlan
            return _contents(row)

    def delete(self, code: str) -> None:
        """Delete a plan at once, for whoever it was shared with too. Raises `UnknownPlan`."""
        with self._database.begin() as database:
            _must_hit(database.execute(delete(Plan).where(Plan.key == key_of(code))))
        erase_log(self._database)

    def forget_unused(self, days: int) -> int:
        """Delete plans that nobody has opened for this many days; return how many."""
        limit = self._clock() - timedelta(days=days)
        with self._database.begin() as database:
            gone = _hits(database.execute(delete(Plan).where(Plan.last_opened_at < limit)))
        erase_log(self._database)
        return gone


def _share_code(code: str, number: int) -> str:
    return derived(code, f"share {number}")


def _plan_where(condition: Any) -> Any:
    columns = (*CONTENTS, "key", "edition", "share_key", "share_number")
    return select(*(getattr(Plan, name) for name in columns)).where(condition)


def _row(database: Database, code: str) -> Row[Any]:
    row = database.execute(_plan_where(Plan.key == key_of(code))).one_or_none()
    if row is None:
        raise UnknownPlan
    return row


def _contents(row: Row[Any]) -> Contents:
    done, programs = frozenset(row.done), tuple(row.programs)
    return Contents(row.language, programs, row.profile, done, row.dates)


def _columns(contents: Contents) -> Json:
    return {
        "language": contents.language,
        "profile": dict(contents.profile),
        "programs": list(contents.programs),
        "done": sorted(contents.done),
        "dates": dict(contents.dates),
    }


def _advanced(database: Database, before: Row[Any], values: Json) -> bool:
    """Write the next edition of a plan; False when somebody else wrote it first."""
    same = update(Plan).where(Plan.key == before.key, Plan.edition == before.edition)
    return _hits(database.execute(same.values(edition=before.edition + 1, **values))) == 1


def _must_hit(result: Any) -> None:
    if _hits(result) != 1:
        raise UnknownPlan


def _hits(result: Any) -> int:
    assert isinstance(result, CursorResult)
    return result.rowcount
