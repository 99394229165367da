"""The best ten of 100,000 made-up programs: how long it takes, and whether they are the best.

    python -m bench.matching [--programs N] [--queries N] [--naive N]

All queries are timed first, on the clock and in processor time. Then every query is asked of
`bench.oracle`, which adds up the score of every program on its own terms: the same ten, in the same
order, ties by id, and reasons that add up to the same scores. The oracle itself is checked against
judging one program at a time, on programs drawn at random. A plain scan, which judges every program
one by one, is timed beside it on the first few queries.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

import numpy as np

from bench.made_up_programs import World
from bench.measuring import kept, machine, median_ms, p95_ms
from bench.oracle import Oracle, Scores
from matching.catalog import Catalog
from matching.judging import judge_all
from matching.match import Match
from matching.profile import Profile
from matching.program import Program
from matching.ranking import is_disliked
from matching.rules.case import Case
from matching.weights import WHOLE
from matching.where import Whereabouts

TODAY = date(2026, 11, 27)
BEST = 10
DRAWN = 10  # programs judged one at a time for each query
Person = tuple[Profile, Whereabouts]


def scan(programs: Sequence[Program], person: Person) -> list[Match]:
    """Judge every program and sort: what the catalog must equal."""
    profile, home = person
    wanted = (one for one in programs if not is_disliked(profile, one))
    matches = judge_all(Case(profile, home, TODAY), wanted)
    return sorted(matches, key=lambda match: (-match.score, match.program_id))[:BEST]


def is_as_judged(oracle: Oracle, person: Person, scores: Scores, random: Random) -> bool:
    """Compare the oracle's scores of a few programs with judging them one at a time."""
    points, left_out = scores
    drawn = random.sample(range(oracle.count), DRAWN)
    judged = judge_all(Case(*person, TODAY), (oracle.programs[at] for at in drawn))
    return all(
        billionths(match) == points[at]
        and is_disliked(person[0], oracle.programs[at]) == left_out[at]
        for at, match in zip(drawn, judged, strict=True)
    )


def billionths(match: Match) -> int:
    """Add up the reasons of a match."""
    return sum(round(reason.points * WHOLE) for reason in match.reasons)


@dataclass
class Asked:
    """What asking the catalog took, and what it answered."""

    answers: list[list[Match]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def asked_of(catalog: Catalog, people: Sequence[Person]) -> Asked:
    """Ask for the best of everyone, one after another."""
    asked = Asked()
    for person in people:
        begun, used = time.perf_counter(), time.thread_time()
        found = catalog.best(*person, TODAY, BEST)
        asked.processor.append(time.thread_time() - used)
        asked.seconds.append(time.perf_counter() - begun)
        asked.answers.append(found)
    return asked


def checked(programs: Sequence[Program], people: Sequence[Person], asked: Asked) -> dict[str, int]:
    """Count the answers that are not the oracle's, and what the oracle itself gets wrong."""
    oracle, random = Oracle(programs), Random(5)
    wrong = misjudged = ties = 0
    for person, found in zip(people, asked.answers, strict=True):
        scores = oracle.scores(Case(*person, TODAY))
        best = oracle.best(*scores, BEST)
        wrong += [(one.program_id, billionths(one)) for one in found] != best
        ties += len({score for _, score in best}) < len(best)
        misjudged += not is_as_judged(oracle, person, scores, random)
    return {"queries_with_ties": ties, "not_the_best": wrong, "scores_unlike_judging": misjudged}


def scanned(programs: Sequence[Program], people: Sequence[Person], asked: Asked) -> dict[str, Any]:
    """Time the plain scan, and count where it finds other programs, reasons or requirements."""
    seconds, unlike = [], 0
    for person, found in zip(people, asked.answers, strict=False):
        begun = time.perf_counter()
        unlike += scan(programs, person) != found
        seconds.append(time.perf_counter() - begun)
    return {
        "naive_queries": len(people),
        "naive_unlike": unlike,
        "naive_median_ms": round(median_ms(seconds), 1) if seconds else None,
    }


def measured(programs: int, queries: int, naive: int) -> dict[str, Any]:
    """Build, ask, compare."""
    world, machine_before = World(), machine()
    made = world.programs(programs)
    begun = time.perf_counter()
    catalog = Catalog(made)
    built = time.perf_counter() - begun
    people = list(world.people(queries))
    asked = asked_of(catalog, people)
    return {
        **machine_before,
        "load_asking": round(os.getloadavg()[0], 2),
        "programs": programs,
        "queries": queries,
        "build_s": round(built, 2),
        "median_ms": round(median_ms(asked.seconds), 3),
        "p95_ms": round(p95_ms(asked.seconds), 3),
        "p99_ms": round(float(np.percentile(asked.seconds, 99)) * 1000, 3),
        "processor_median_ms": round(median_ms(asked.processor), 3),
        "processor_p95_ms": round(p95_ms(asked.processor), 3),
        **checked(made, people, asked),
        **scanned(made, people[:naive], asked),
    }


def main() -> None:
    """Measure and keep the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--naive", type=int, default=3)
    asked = parser.parse_args()
    result = measured(asked.programs, asked.queries, asked.naive)
    kept("matching", result)


if __name__ == "__main__":
    main()
