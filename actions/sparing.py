"""“I don't want to weld, though”: one job less is not a whole kind of work less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import locales
from actions.heard import Heard, Json, Memory
from actions.phrases import is_of_one_root, plain
from knowledge.reader import Release

SHORTEST = 4  # letters of a word that names work


def spared(heard: Heard, memory: Memory, release: Release) -> Heard:
    """Keep a kind of work that was liked when only one job of it is unwanted.

    A kind that was liked for just that job goes with it.
    """
    known = memory.profile.get("interests") or {}
    wishes: Json = heard.delta.get("interests") or {}
    if wishes.get("likes"):
        return heard  # “never mind music, let's do barber”: another kind of work is wanted
    jobs = {
        str(span["value"]): str(span["text"])
        for span in heard.spans
        if span["field"] == "interests.dislikes"
        and span["value"] in (known.get("likes") or ())
        and _is_one_job(release, str(span["value"]), plain(str(span["text"])))
    }
    kept = {
        sector: words
        for sector, words in jobs.items()
        if sector in (wishes.get("dislikes") or ()) and not _only_for(release, known, sector, words)
    }
    if not kept:
        return heard
    rest = [one for one in wishes["dislikes"] if one not in kept]
    delta = {
        **heard.delta,
        "interests": {**wishes, "dislikes": rest, **_without(release, known, kept)},
    }
    return replace(heard, delta=delta, spared=tuple(sorted(kept.items())))


def _is_one_job(release: Release, sector: str, words: str) -> bool:
    """Tell “weld” from “factory work”: it names a job, and not the whole kind of work."""
    whole = {
        word
        for spoken in locales.languages()
        for word in plain(locales.say(f"codes.sector.{sector}", spoken)).split()
    }
    said = [word for word in words.split() if len(word) >= SHORTEST]
    if any(is_of_one_root(word, other) for word in said for other in (*whole, plain(sector))):
        return False
    return any(True for _ in _titled(release, sector, words))


def _titled(release: Release, sector: str, words: str) -> Iterator[str]:
    """List the jobs of a kind of work whose titles hold one of the words."""
    said = [word for word in words.split() if len(word) >= SHORTEST]
    for soc, job in release.occupations.items():
        titles = plain(" ".join(job.title.values())).split()
        if job.sector == sector and any(
            is_of_one_root(word, title) for word in said for title in titles
        ):
            yield soc


def _only_for(release: Release, known: Json, sector: str, words: str) -> bool:
    """Say whether the only jobs wished for of a kind of work are the ones now unwanted."""
    of_it = [
        soc
        for soc in known.get("occupations") or ()
        if soc in release.occupations and release.occupations[soc].sector == sector
    ]
    return bool(of_it) and set(of_it) <= set(_titled(release, sector, words))


def _without(release: Release, known: Json, kept: dict[str, str]) -> Json:
    """Take the unwanted jobs out of those wished for."""
    unwanted = {
        soc for sector, words in kept.items() for soc in _titled(release, sector, words)
    }.intersection(known.get("occupations") or ())
    return {"remove": {"occupations": sorted(unwanted)}} if unwanted else {}
