"""Shapes a list of programs: which belong on it, how far each is, in what order, which page.

Pure. It judges nobody: who is taken where says `matching.where`, verdicts and scores say the
standings that it is given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from matching.catalog import Standings
from matching.match import OPEN
from matching.program import Program, in_language
from matching.requirements import Status
from matching.where import Whereabouts, nearest, served, split_listed
from web.chat.browse.query import Query

PAGE_LENGTH = 12
REACHES = ("near", "area", "state", "nation", "unsaid")
WITH_A_STEP = (*OPEN, "one_step_away")


@dataclass(frozen=True)
class Row:
    """One program on the list."""

    program: Program
    verdict: str
    score: float
    miles: float | None = None  # to its nearest door; None: not known
    reach: str = ""  # one of REACHES; empty: no place is asked for


@dataclass(frozen=True)
class Listing:
    """One page of a list, and how long the whole is."""

    rows: tuple[Row, ...]
    total: int
    page: int
    pages: int
    by_reach: Counter[str]  # of the whole list


def chosen(programs: Iterable[Program], query: Query) -> list[Program]:
    """Pick the programs of a sector and a kind."""
    return [
        program
        for program in programs
        if (not query.sector or query.sector in program.sectors)
        and (not query.kind or query.kind == program.kind)
    ]


def placed(
    programs: Iterable[Program], standings: Standings, where: Whereabouts | None, within: int
) -> list[Row]:
    """Say of each program how it stands; with a place, only of those that serve it."""
    rows = []
    for program in programs:
        verdict, score = standings.verdict(program.id), standings.score(program.id)
        if where is None:
            rows.append(Row(program, verdict, score))
            continue
        closest = nearest(where, program.sites)
        miles = closest[0] if closest else None
        if reach := reach_of(program, where, miles, within):
            rows.append(Row(program, verdict, score, miles, reach))
    return rows


def reach_of(program: Program, where: Whereabouts, miles: float | None, within: int) -> str:
    """Say in what way a program serves a place, nearest first; empty: it does not, or nobody says.

    near: a door within reach. area: takes people from this town or county. state, nation: takes
    people from all of it. unsaid: no door is known, nor whom it takes.
    """
    status = served(where, program.serves, program.sites).status
    if status is Status.NOT_MET:
        return ""
    if _has_door(program, where, miles, within):
        return "near"
    if status is Status.UNKNOWN:
        return _unsettled(program, where)
    area = program.serves
    if area is None or area.nationwide:
        return "nation"
    return "state" if where.state in area.states else "area"


def _has_door(program: Program, where: Whereabouts, miles: float | None, within: int) -> bool:
    if where.point is not None:
        return miles is not None and miles <= within
    return any(site.state == where.state for site in program.sites)


def _unsettled(program: Program, where: Whereabouts) -> str:
    """Sort what is not known to serve a place: its own parts of a state count, the rest may not."""
    area = program.serves
    named = (*area.counties, *area.cities) if area else ()
    if where.point is None and any(split_listed(entry)[1] == where.state for entry in named):
        return "area"
    return "" if named or program.sites else "unsaid"


def kept(rows: Iterable[Row], query: Query) -> list[Row]:
    """Keep what is open to the person, where only that is asked for."""
    wanted = {"now": OPEN, "soon": WITH_A_STEP}.get(query.show)
    return [row for row in rows if wanted is None or row.verdict in wanted]


def ordered(rows: Iterable[Row], order: str, language: str) -> list[Row]:
    """Sort by distance, by fit or by name; what no longer runs stands last."""

    def named(row: Row) -> tuple[str, str]:
        return in_language(row.program.name, language).casefold(), row.program.id

    def near(row: Row) -> tuple[int, float, float]:
        rank = REACHES.index(row.reach) if row.reach else len(REACHES)
        # A town's own program without a known door is as near as a door in the town.
        return max(rank - 1, 0), row.miles if row.miles is not None else inf, -row.score

    def place_in_order(row: Row) -> tuple[float, ...]:
        return near(row) if order == "near" else (-row.score,) if order == "fit" else ()

    return sorted(
        rows,
        key=lambda row: (row.program.status == "closed", place_in_order(row), named(row)),
    )


def paged(rows: Sequence[Row], page: int, length: int = PAGE_LENGTH) -> Listing:
    """Cut one page out; a page past the end is the last one."""
    pages = max(1, -(-len(rows) // length))
    page = min(page, pages)
    shown = tuple(rows[(page - 1) * length : page * length])
    return Listing(shown, len(rows), page, pages, Counter(row.reach for row in rows))
