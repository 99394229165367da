"""One person, one release, one language: the matches, cards and records that everyone shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import locales
from knowledge.cards import Ways, ladder_card, match_card, program_record
from knowledge.rankings import Rankings, key_of
from knowledge.reader import Release
from knowledge.whereabouts import require_one_place, whereabouts
from matching.asking import Question, next_question
from matching.catalog import Standings, shortlist
from matching.judging import Match, judge
from matching.lattice import Step
from matching.profile import Profile
from matching.profile_json import profile_after, profile_from
from matching.reverse import reached
from matching.rules.case import Case
from matching.telling import Told, worth_naming
from matching.what_if import WhatIf, doors
from places.gazetteer import Gazetteer

Json = dict[str, Any]
SHOWN = 60  # matches that a person could page through, and more than any answer asks for
LOOKED_AT = 200  # doors among which those to name are chosen
RANKINGS = Rankings()  # one for the process: keys name the release, the day and the person


class UnknownRecord(Exception):
    """The release holds nothing of that id."""


@dataclass(frozen=True)
class Advice:
    """Everything a surface needs to answer about one release, on one day, in one language."""

    release: Release
    gazetteer: Gazetteer
    today: date
    language: str = locales.DEFAULT

    def ranked(self, profile: Profile, limit: int = SHOWN) -> tuple[Match, ...]:
        """Rank the release's programs for a person and return the first of them."""
        where = whereabouts(profile.location, self.gazetteer)
        key = key_of(self.release.id, profile, where, self.today)
        catalog = self.release.catalog
        made = RANKINGS.of(
            key, lambda: tuple(shortlist(Case(profile, where, self.today), catalog, SHOWN))
        )
        return made[:limit]

    def standings(self, profile: Profile) -> Standings:
        """Say how every program stands to a person: verdict and score, without the reasons."""
        where = whereabouts(profile.location, self.gazetteer)
        return self.release.catalog.standings(profile, where, self.today)

    def difference(self, before: Profile, after: Profile) -> WhatIf:
        """Say which doors a change of the person opens and closes."""
        opened, closed = self.doors(before, after)
        return WhatIf(self.ranked(before), self.ranked(after), opened, closed)

    def doors(self, before: Profile, after: Profile) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """List the ids of the programs a change opens, and of those it closes, the best first."""
        people = [(who, whereabouts(who.location, self.gazetteer)) for who in (before, after)]
        return doors(people[0], people[1], self.release.catalog, self.today)

    def worth_naming(self, who: Profile, program_ids: Sequence[str]) -> Told:
        """Choose which of some programs, the best first, to name to a person."""
        home = whereabouts(who.location, self.gazetteer)
        matches = self.judged(who, program_ids[:LOOKED_AT])
        return worth_naming(who, home, matches, self.release.programs)

    def judged(self, profile: Profile, program_ids: Collection[str]) -> list[Match]:
        """Judge just these programs, in the order given; unknown ids are left out."""
        where = whereabouts(profile.location, self.gazetteer)
        named = [self.release.programs.get(program_id) for program_id in program_ids]
        return [judge(profile, program, where, self.today) for program in named if program]

    def cards(self, matches: Collection[Match], profile: Profile) -> list[Json]:
        """Render matches as the contract's Match."""
        return [match_card(match, self.release, self.language, profile) for match in matches]

    def question(
        self, profile: Profile, matches: Sequence[Match], unaskable: Collection[str] = ()
    ) -> Question | None:
        """Return the one question that opens the most doors, if any does."""
        return next_question(profile, matches, self.release.programs, unaskable, self.today)

    def match(self, profile: Mapping[str, Any], limit: int) -> Json:
        """Answer the contract's /match. Raises `ProfileProblem`."""
        person = profile_from(profile)
        require_one_place(person.location, self.gazetteer)
        ranked = self.ranked(person)
        question = self.question(person, ranked)
        return {
            "release": self.release.id,
            "matches": self.cards(ranked[:limit], person),
            "next_question": self._in_words(question) if question else None,
        }

    def _in_words(self, question: Question) -> Json:
        return {
            question.kind: question.name,
            "text": self.question_text(question),
            "why": locales.say(question.why_code, self.language, {"count": max(1, question.opens)}),
            "program_id": question.program_id,
        }

    def question_text(self, question: Question) -> str:
        """Ask in words: a field has its own sentence, a requirement is asked by its text."""
        if question.kind == "field":
            return locales.say(f"requirements.ask.{question.name}", self.language)
        requirement = self.release.requirement(question.name)
        return locales.say(
            "requirements.ask.confirm", self.language, {"requirement": requirement.text}
        )

    def what_if(self, profile: Mapping[str, Any], change: Mapping[str, Any], limit: int) -> Json:
        """Answer the contract's /what-if. Raises `ProfileProblem`."""
        person = profile_from(profile)
        changed = profile_after(person, change)
        for who in (person, changed):
            require_one_place(who.location, self.gazetteer)
        tried = self.difference(person, changed)
        return {
            "release": self.release.id,
            "before": self.cards(tried.before[:limit], person),
            "after": self.cards(tried.after[:limit], changed),
            "opened": list(tried.opened),
            "closed": list(tried.closed),
            "worth_naming": {
                "opened": _told(self.worth_naming(changed, tried.opened)),
                "closed": _told(self.worth_naming(person, tried.closed)),
            },
        }

    def reach(self, program_id: str, people: Mapping[str, Profile]) -> list[Json]:
        """Say who of some people can go to a program, or is one step short, and by which step.

        Raises UnknownRecord.
        """
        program = self.release.programs.get(program_id)
        if program is None:
            raise UnknownRecord(program_id)
        placed = {
            name: (who, whereabouts(who.location, self.gazetteer)) for name, who in people.items()
        }
        return [
            {"person": one.person_id, "newly": one.newly, **self._standing(one.match)}
            for one in reached(program, placed, self.today)
        ]

    def _standing(self, match: Match) -> Json:
        card = match_card(match, self.release, self.language)
        return {name: card[name] for name in ("verdict", "requirements", "missing", "path")}

    def program(self, program_id: str) -> Json:
        """Return the full record of a program."""
        program = self.release.programs.get(program_id)
        if program is None:
            raise UnknownRecord(program_id)
        return program_record(program, self.release, self.language)

    def ladder(self, ladder_id: str, state: str | None = None) -> Json:
        """Return a ladder with its wages, of a state too where BLS publishes them."""
        ladder = self.release.ladders.get(ladder_id)
        if ladder is None:
            raise UnknownRecord(ladder_id)
        return ladder_card(ladder, self.release, self.language, state)

    def way(self, start: str | None, goal: str, state: str | None = None) -> Json:
        """Show how to get from one program or job to another, each named by id, by SOC code or in
        words; without a start from the foot of the goal's ladder. `way` is None: there is none.

        Raises UnknownRecord for what names nothing.
        """
        goals = self._places(goal)
        lattice = self.release.lattice
        starts = (
            self._places(start) if start else [foot for one in goals for foot in lattice.feet(one)]
        )
        steps = lattice.way(starts, goals)
        card = None if steps is None else self.way_card(steps, _begun(starts, goals, steps), state)
        return {"release": self.release.id, "way": card}

    def way_card(self, steps: Sequence[Step], start: str, state: str | None) -> Json:
        """Render a way that was found."""
        return Ways(self.release, self.language, state).card(start, steps)

    def _places(self, named: str) -> tuple[str, ...]:
        found = self.release.places(named)
        if not found:
            raise UnknownRecord(named)
        return found


def _begun(starts: Sequence[str], goals: Sequence[str], steps: Sequence[Step]) -> str:
    """Tell where a way begins; who is there already begins where they are."""
    return steps[0].start if steps else next(one for one in starts if one in goals)


def _told(told: Told) -> Json:
    return {"kind": told.kind, "program_ids": [match.program_id for match in told.matches]}
