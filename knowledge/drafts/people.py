"""What a change of content means for a few invented people, by the engine that answers everyone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.content_files.yaml_text import read_yaml
from knowledge.home import SHIPPED
from knowledge.release import Release
from knowledge.whereabouts import whereabouts
from matching.catalog import shortlist
from matching.judging import judge
from matching.profile import Profile
from matching.profile_json import profile_from
from matching.program import Words
from matching.rules.case import Case
from places.gazetteer import Gazetteer

FILE = "sample_people.yml"
TOP = 5  # matches a person sees first


@dataclass(frozen=True)
class SamplePerson:
    """Somebody invented."""

    id: str
    who: Words
    profile: Profile


@dataclass(frozen=True)
class Effect:
    """What would change for one person. None: the program is not there."""

    person: SamplePerson
    verdicts: tuple[tuple[str, str | None, str | None], ...]  # program, before, after
    top_before: tuple[str, ...]  # program ids, best first
    top_after: tuple[str, ...]


def sample_people(files: Path) -> list[SamplePerson]:
    """Read the sample people of a content folder; those that ship stand in for none."""
    path = files / FILE if (files / FILE).is_file() else SHIPPED / FILE
    written, _ = read_yaml(path.read_bytes())
    entries: list[dict[str, Any]] = written.value if written else []
    return [SamplePerson(one["id"], one["who"], profile_from(one["profile"])) for one in entries]


@dataclass(frozen=True)
class Looking:
    """Before and after, and the day and the map by which both are judged."""

    before: Release
    after: Release
    today: date
    gazetteer: Gazetteer


def effects(
    people: Collection[SamplePerson], changed: Collection[str], looking: Looking
) -> list[Effect]:
    """Find the people for whom a verdict on a changed program, or a top match, is another."""
    found = (_effect(person, changed, looking) for person in people)
    return [one for one in found if one.verdicts or one.top_before != one.top_after]


def _effect(person: SamplePerson, changed: Collection[str], looking: Looking) -> Effect:
    return Effect(
        person,
        tuple(_verdicts(person, changed, looking)),
        _top(person, looking.before, looking),
        _top(person, looking.after, looking),
    )


def _verdicts(
    person: SamplePerson, changed: Collection[str], looking: Looking
) -> Iterator[tuple[str, str | None, str | None]]:
    for name in changed:
        before = _verdict(person, looking.before, name, looking)
        after = _verdict(person, looking.after, name, looking)
        if before != after:
            yield name, before, after


def _verdict(person: SamplePerson, release: Release, name: str, looking: Looking) -> str | None:
    program = release.programs.get(name)
    if program is None:
        return None
    where = whereabouts(person.profile.location, looking.gazetteer)
    return judge(person.profile, program, where, looking.today).verdict


def _top(person: SamplePerson, release: Release, looking: Looking) -> tuple[str, ...]:
    case = Case(
        person.profile, whereabouts(person.profile.location, looking.gazetteer), looking.today
    )
    return tuple(match.program_id for match in shortlist(case, release.catalog, TOP))
