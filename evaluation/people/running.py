"""One evaluation by invented people: invent, talk, judge, count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx

from evaluation.people.desk import Desk
from evaluation.people.failures import examples
from evaluation.people.figures import figures
from evaluation.people.inventing import invent
from evaluation.people.jobs import sectors_of_jobs
from evaluation.people.judging import Judged, judge
from evaluation.people.talking import talk
from evaluation.product import client_of, served

PEOPLE, SEEDS = 500, 8
TODAY = "2026-11-27"


def run(
    personas: int = PEOPLE, seeds: int = SEEDS, url: str | None = None
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Let invented people talk to a product, one of our own when `url` is None.

    Returns the figures, and examples of what went wrong.
    """
    with served(url, {"PATHWAYS_TODAY": TODAY}) as address, client_of(address) as client:
        judged = list(judged_talks(personas, seeds, client))
    return figures(judged), examples(judged)


def judged_talks(personas: int, seeds: int, client: httpx.Client) -> Iterator[Judged]:
    """Play and judge every talk: each person with each seed."""
    desk, sectors = Desk(client), sectors_of_jobs()
    for number in range(personas):
        person = invent(number)
        for seed in range(seeds):
            yield judge(talk(person, seed, client), desk, sectors).lightened()
