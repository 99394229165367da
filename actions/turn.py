"""One turn: who the person is after this message, and the release everything is answered from."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from actions.answered import completed, in_its_town
from actions.desk import Desk
from actions.heard import CLIENT, SELF, Heard, Json, Memory, heard_in, memory_in
from actions.mending import mended
from actions.relations import relation_in
from actions.sparing import spared
from actions.speaker import own_again
from actions.supposing import told_apart
from knowledge.advice import Advice
from knowledge.reader import Release
from knowledge.whereabouts import whereabouts
from matching.judging import Match
from matching.profile import Profile
from matching.profile_json import ProfileProblem, json_of, profile_after, profile_from
from matching.program import Program, Words
from matching.what_if import WhatIf
from matching.where import Whereabouts

logger = logging.getLogger(__name__)

KEEPS_NOTHING = (
    "what_if",
    "delete_my_data",
    "restart",
    "out_of_scope",
)  # they say nothing of the person
TIMES_ASKED = 2  # a question left unanswered is put once more, in other words, and then never


def forgets_one(delta: Mapping[str, Any]) -> bool:
    """Tell a wish to have one thing forgotten from the wish to be deleted altogether."""
    values = [part for value in delta.values() for part in _inner(value)]
    return bool(values) and all(part is None for part in values)


def _keeps(heard: Heard) -> bool:
    """Tell whether a message says something of the person that is to be kept."""
    said = not heard.hypothetical and heard.intent not in KEEPS_NOTHING
    return said or forgets_one(heard.delta)


def _kept_of(heard: Heard) -> Json:
    return {key: value for key, value in heard.delta.items() if key not in heard.not_kept}


def _inner(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, Mapping) else [value]


def _learned(before: Profile, delta: Mapping[str, Any]) -> Profile:
    """Take a message's facts in. What does not fit, such as a sector of somebody's own making in
    the vocabulary, is left out and the talk goes on."""
    try:
        return profile_after(before, delta)
    except ProfileProblem as problem:
        logger.warning("understanding read what no profile holds: %s", problem.path)
        return before


@dataclass(frozen=True)
class Turn:
    """Everything an action may know. The release is pinned for the turn."""

    heard: Heard
    memory: Memory
    advice: Advice
    before: Profile
    profile: Profile  # after the message; the same as before when it was only a what-if

    @classmethod
    def of(cls, message: Mapping[str, Any], desk: Desk) -> Turn:
        """Read a turn from Rasa's latest message. Raises `ProfileProblem`, `CatalogUnavailable`."""
        state = message["metadata"]["state"]
        heard, memory = heard_in(message, state), memory_in(state)
        memory = own_again(heard, memory)
        release = desk.library.current()
        heard = spared(told_apart(mended(heard, memory)), memory, release)
        delta = in_its_town(completed(heard, memory), memory, desk.gazetteer)
        heard = replace(heard, delta=delta)
        before = _learned(profile_from(memory.profile), heard.beside)
        after = _learned(before, _kept_of(heard)) if _keeps(heard) else before
        advice = Advice(release, desk.gazetteer, memory.today, heard.language)
        return cls(heard, memory, advice, before, after)

    @property
    def release(self) -> Release:
        return self.advice.release

    @property
    def language(self) -> str:
        return self.heard.language

    @property
    def client(self) -> bool:
        """A counselor speaks of a client; once said it stays so."""
        return CLIENT in (self.heard.speaks_of, self.memory.speaks_of)

    @property
    def who(self) -> str:
        """Whom the person speaks for: a relation, else a client; empty: for oneself."""
        if not self.client:
            return ""
        if self.memory.speaks_of == CLIENT:
            return self.memory.who or CLIENT
        return relation_in(self.heard.text) or CLIENT

    @property
    def changed(self) -> bool:
        return self.profile != self.before

    @property
    def knows_nothing(self) -> bool:
        return self.profile == Profile()

    @cached_property
    def where(self) -> Whereabouts:
        return whereabouts(self.profile.location, self.advice.gazetteer)

    @cached_property
    def difference(self) -> WhatIf:
        """What this message opened and closed."""
        return self.tried(self.profile)

    def tried(self, profile: Profile) -> WhatIf:
        """Compare the person as they were before this message with another profile."""
        return self.advice.difference(self.before, profile)

    @cached_property
    def matches(self) -> Sequence[Match]:
        """All programs for the person, best first."""
        return self.advice.ranked(self.profile)

    @property
    def unaskable(self) -> set[str]:
        asked = self.memory.asked
        worn = {name for name in asked if asked.count(name) >= TIMES_ASKED}
        return worn.union(self.memory.skipped)

    def of_oneself(self) -> Turn:
        """Return the same turn as one of the person who writes, whomever they spoke for."""
        heard = replace(self.heard, speaks_of=SELF)
        return replace(self, heard=heard, memory=replace(self.memory, speaks_of=SELF, who=None))

    def anew(self) -> Turn:
        """Return the same turn as the first of a talk, of somebody nothing was known of."""
        nobody = Profile()
        memory = memory_in(
            {
                "today": self.memory.today.isoformat(),
                "language": self.language,
                "speaks_of": self.memory.speaks_of,
            }
        )
        after = _learned(nobody, self.heard.delta)
        return replace(self, memory=memory, before=nobody, profile=after)

    def program(self, program_id: str | None) -> Program | None:
        return self.release.programs.get(program_id) if program_id else None

    def name_of(self, program_id: str) -> Words:
        return self.release.programs[program_id].name

    def profile_json(self) -> Json:
        return json_of(self.profile)
