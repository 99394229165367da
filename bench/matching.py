"""The best ten of 100,000 made-up programs: how long it takes, and whether they are the best.

    python -m bench.matching [--programs N] [--queries N] [--naive N]

Every query is checked against the scores of all programs, added up without leaving any out; scores
themselves are checked against judging one program at a time, on programs drawn at random. A plain
scan, which judges every program one by one, is timed beside it on the first few queries.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

import numpy as np

from bench.made_up_programs import World
from bench.measuring import kept, machine, median_ms, p95_ms
from matching.catalog import Catalog, Standings
from matching.judging import judge_all
from matching.match import Match
from matching.profile import Profile
from matching.program import Program
from matching.ranking import is_disliked
from matching.rules.case import Case
from matching.where import Whereabouts

TODAY = date(2026, 11, 27)
BEST = 10
DRAWN = 20  # programs judged one at a time for each query
Person = tuple[Profile, Whereabouts]


def scan(programs: Sequence[Program], person: Person) -> list[Match]:
    """Judge every program and sort: what the catalog must equal."""
    profile, home = person
    wanted = (one for one in programs if not is_disliked(profile, one))
    matches = judge_all(Case(profile, home, TODAY), wanted)
    return sorted(matches, key=lambda match: (-match.score, match.program_id))[:BEST]


def is_as_judged(catalog: Catalog, standings: Standings, person: Person, random: Random) -> bool:
    """Compare scores and verdicts of a few programs with judging them one at a time."""
    drawn = [
        one for one in random.sample(catalog.programs, DRAWN) if not is_disliked(person[0], one)
    ]
    return all(
        (match.score, match.verdict)
        == (standings.score(match.program_id), standings.verdict(match.program_id))
        for match in judge_all(Case(*person, TODAY), drawn)
    )


def measured(programs: int, queries: int, naive: int) -> dict[str, Any]:
    """Build, ask, compare."""
    world, random = World(), Random(5)
    made = world.programs(programs)
    begun = time.perf_counter()
    catalog = Catalog(made)
    built = time.perf_counter() - begun
    people = list(world.people(queries))
    seconds, answers = [], []
    for person in people:
        begun = time.perf_counter()
        answers.append(catalog.best(*person, TODAY, BEST))
        seconds.append(time.perf_counter() - begun)
    wrong = misjudged = ties = 0
    for person, found in zip(people, answers, strict=True):
        standings = catalog.standings(*person, TODAY)
        wrong += [one.program_id for one in found] != standings.best(BEST)
        misjudged += not is_as_judged(catalog, standings, person, random)
        scores = [one.score for one in found]
        ties += len(set(scores)) < len(scores)
    scanned = []
    for person in people[:naive]:
        begun = time.perf_counter()
        plain = scan(made, person)
        scanned.append(time.perf_counter() - begun)
        wrong += plain != catalog.best(*person, TODAY, BEST)
    return {
        **machine(),
        "programs": programs,
        "queries": queries,
        "queries_with_ties": ties,
        "not_the_best": wrong,
        "scores_unlike_judging": misjudged,
        "build_s": round(built, 2),
        "median_ms": round(median_ms(seconds), 3),
        "p95_ms": round(p95_ms(seconds), 3),
        "p99_ms": round(float(np.percentile(seconds, 99)) * 1000, 3),
        "naive_queries": naive,
        "naive_median_ms": round(median_ms(scanned), 1) if scanned else None,
    }


def main() -> None:
    """Measure and keep the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--naive", type=int, default=3)
    asked = parser.parse_args()
    result = measured(asked.programs, asked.queries, asked.naive)
    print(result)
    kept("matching", result)


if __name__ == "__main__":
    main()
