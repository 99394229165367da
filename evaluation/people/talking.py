"""Plays one person's talk over HTTP, to its end."""

from __future__ import annotations

from dataclasses import dataclass, field

import httpx

from evaluation.conversation import Conversation
from evaluation.people.line import Line, Turn
from evaluation.people.persona import Persona
from evaluation.people.speaking import Speaker
from evaluation.people.told import Told


@dataclass(frozen=True)
class PlayedTalk:
    """A talk and how it ended."""

    person: Persona
    seed: int
    turns: tuple[Turn, ...]
    told: Told
    is_done: bool  # everything was told, put right and asked before patience ran out
    got_answer: bool | None  # to the person's own question; None: it was not asked
    broke: str | None = field(default=None)  # what the product did instead of answering

    @property
    def noise(self) -> int:
        return self.seed % 4


def talk(person: Persona, seed: int, client: httpx.Client) -> PlayedTalk:
    """Let a person talk until they have what they want, or enough."""
    speaker, conversation = Speaker(person, seed), Conversation(client)
    turns: list[Turn] = []
    line: Line | None = speaker.opening()
    broke = None
    try:
        while line is not None:
            answer = line.send(conversation)
            speaker.heard(line, answer)
            turns.append(Turn(line, answer, speaker.told))
            line = speaker.next(answer)
    except (AssertionError, httpx.HTTPError) as error:  # an outside client sees no answer
        broke = f"{line.text if line else ''}: {error}"
    asked = speaker.asked_times > 0
    return PlayedTalk(
        person=person,
        seed=seed,
        turns=tuple(turns),
        told=speaker.told,
        is_done=speaker.is_done and broke is None,
        got_answer=speaker.got_answer if asked else None,
        broke=broke,
    )
