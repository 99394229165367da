"""The beginning of a ranking of very many programs: what `ranking.rank` would put first."""

from __future__ import annotations

from collections.abc import Iterable

from matching.bridges import bridged
from matching.catalog.best import Catalog
from matching.families import folded
from matching.judging import judge_all
from matching.match import Match
from matching.ranking import is_disliked
from matching.rules.case import Case

BEYOND = 40  # programs looked at past the limit: folding families moves a few of them back
TEACHERS = 12  # programs that teach for a diploma, of which two are named


def shortlist(case: Case, catalog: Catalog, limit: int) -> list[Match]:
    """Return the first matches of the ranking for a person, families folded and gaps bridged."""
    looked_at = limit + BEYOND
    while True:
        best = catalog.numbers_of_best(case, looked_at)
        ordered = _folded(case, catalog, best)
        is_all = looked_at >= len(catalog.programs)
        floor = 0.0 if is_all or not best else _score_of(ordered, catalog, best[-1])
        sure = ordered if is_all else [match for match in ordered if match.score > floor]
        if is_all or len(sure) >= limit:
            return _bridged(case, catalog, sure, ordered)[:limit]
        looked_at *= 2


def _folded(case: Case, catalog: Catalog, numbers: Iterable[int]) -> list[Match]:
    """Judge programs and all of their families, and fold those."""
    family = {one for number in numbers for one in catalog.family_of(number)}
    programs = {
        program.id: program
        for program in (catalog.programs[number] for number in family)
        if not is_disliked(case.profile, program)
    }
    matches = folded(judge_all(case, programs.values()), programs)
    return sorted(matches, key=lambda match: (-match.score, match.program_id))


def _score_of(matches: Iterable[Match], catalog: Catalog, number: int) -> float:
    """Return the score below which a program nobody looked at may stand before another."""
    name = catalog.programs[number].id
    return next(match.score for match in matches if match.program_id == name)


def _bridged(case: Case, catalog: Catalog, sure: list[Match], ordered: list[Match]) -> list[Match]:
    """Name ways over schooling gaps, also by programs that stand too low to be seen."""
    known = {match.program_id for match in ordered}
    teachers = _folded(case, catalog, catalog.teaching(case, TEACHERS))
    more = [match for match in teachers if match.program_id not in known]
    everyone = sorted([*ordered, *more], key=lambda match: (-match.score, match.program_id))
    programs = {match.program_id: catalog.program(match.program_id) for match in everyone}
    wanted = {match.program_id for match in sure}
    return [match for match in bridged(everyone, programs) if match.program_id in wanted]
