"""One turn from a person's message to the answer they get. Rasa decides; this keeps and renders."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import locales
from conversations.clock import Clock, system_clock
from conversations.facts import UNAVAILABLE, counting, facts_of, thumb
from conversations.ledger import Json, Ledger, Outcome, Receipt, Snapshot, key_of
from conversations.locks import KeyedLocks
from conversations.masking import masked, masked_within
from conversations.outcomes import REMEMBERED, outcome_of, unanswered
from conversations.ports import BotUnavailable, Rasa
from conversations.rendering import texts_in
from conversations.rescue import AFTER_HELP, rescue_answer
from conversations.said import NotTheLast, Said, TurnOvertaken
from conversations.summary import understood
from conversations.tally import Tally
from knowledge.reader import CatalogUnavailable, Library
from matching.profile_json import json_of, profile_from
from matching.program import Words

TRIES = 3  # a turn overtaken by another of the same talk is taken again with the newer state


@dataclass
class Talk:
    """Takes turns. Safe to call from many threads."""

    ledger: Ledger
    library: Library
    rasa: Rasa
    clock: Clock = system_clock
    tally: Tally = field(default_factory=Tally)
    _locks: KeyedLocks = field(default_factory=KeyedLocks)

    def take(self, said: Said) -> Json:
        """Answer one message or choice once, however often it is sent.

        Raises `UnknownSession` and `UnknownChoice`. A part that is down is an answer that says so.
        """
        secret = said.session or self.ledger.begin(said.language)
        with self._locks.holding(key_of(secret)):
            text, choice = masked(said.text), None
            if said.choice is not None:
                text, choice = self.ledger.meaning_of(secret, said.choice)
            return self._taken(secret, said, text, choice)

    def change_profile(self, secret: str, delta: Json, message_id: str | None = None) -> Json:
        """Take an edit of what was understood, as a turn of its own."""
        language = self.ledger.snapshot(secret).language or locales.DEFAULT
        label = locales.say("profile.edited", language)
        return self.press(Said(secret, message_id, label), {"intent": "correct", "delta": delta})

    def press(self, said: Said, meaning: Json) -> Json:
        """Take a button of the page itself, which states its meaning; its label is the text."""
        secret = said.session or self.ledger.begin(said.language)
        with self._locks.holding(key_of(secret)):
            return self._taken(secret, said, masked(said.text), masked_within(meaning))

    def _taken(self, secret: str, said: Said, text: str, choice: Json | None) -> Json:
        for _ in range(TRIES):
            receipt = self.ledger.receive(secret, said.message_id, text)
            if receipt.answer is not None:
                return {**receipt.answer, "session": secret}
            try:
                return {**self._answered(secret, receipt, choice, said.language), "session": secret}
            except TurnOvertaken:
                continue
        raise BotUnavailable("the talk kept changing while this message was worked on")

    def _answered(
        self, secret: str, receipt: Receipt, choice: Json | None, language: str | None
    ) -> Json:
        state = self.state_for(receipt.snapshot, receipt.text, language) | {
            "message_id": receipt.message_id,
            "choice": choice,
        }
        try:
            reply = self.rasa.turn(receipt.text, state)
        except BotUnavailable:
            return self._unanswered(receipt, language)
        facts = facts_of(reply, receipt.snapshot, self.clock())
        outcome = counting(outcome_of(reply, receipt, self.job_titles()), receipt.snapshot, facts)
        if reply.effect == "delete":
            self.ledger.forget(secret)
        else:
            self.ledger.settle(receipt, outcome)
        self.tally.add(facts)
        return outcome.answer

    def state_for(self, before: Snapshot, text: str, language: str | None) -> Json:
        """Build what understanding and rules need to know of a talk."""
        memory = {name: before.memory.get(name) for name in REMEMBERED}
        known = language or before.language
        return {
            "language": known,
            "today": self.clock().date().isoformat(),
            "profile": before.profile,
            "mentioned": self._mentioned(text, known or locales.DEFAULT),
            "turn": before.turn,
            "choice": None,
            **{name: value for name, value in memory.items() if value is not None},
        }

    def job_titles(self) -> Mapping[str, Words]:
        """Return the titles of jobs by SOC code, none while no release is published."""
        try:
            return self.library.current().job_titles
        except CatalogUnavailable:
            return {}

    def _mentioned(self, text: str, language: str) -> list[Json]:
        try:
            hits = self.library.current().names.find(text, language)
        except CatalogUnavailable:
            return []
        return [{"program_id": h.program_id, "start": h.start, "end": h.end} for h in hits]

    def _unanswered(self, receipt: Receipt, language: str | None) -> Json:
        spoken_in = language or receipt.snapshot.language or locales.DEFAULT
        answer = unanswered(receipt, spoken_in, self.job_titles())
        self.ledger.fail(receipt, answer)
        self.tally.add([UNAVAILABLE])
        return answer

    def rescue(self, said: Said, kind: str, language: str) -> Json:
        """Answer danger before the bot is asked, and keep it; the profile stays as it was."""
        secret = said.session or self.ledger.begin(language)
        with self._locks.holding(key_of(secret)):
            receipt = self.ledger.receive(secret, said.message_id, masked(said.text))
            if receipt.answer is not None:
                return {**receipt.answer, "session": secret}
            before = receipt.snapshot
            whole = {
                **rescue_answer(kind, language, before.memory.get("spoken", ())),
                "profile": json_of(profile_from(before.profile)),
                "message_id": receipt.message_id,
            }
            memory = {**before.memory, "spoken": texts_in(whole), "topic": AFTER_HELP}
            self.ledger.settle(receipt, Outcome(whole, before.language, before.profile, memory))
            return {**whole, "session": secret}

    def was_helped(self, secret: str) -> bool:
        """Tell whether the last answer of a talk was help in danger."""
        return self.ledger.snapshot(secret).memory.get("topic") == AFTER_HELP

    def take_back(self, secret: str, message_id: str) -> Json:
        """Undo the last message, and return the talk as it stands then.

        What it changed goes with it: what was understood, saved and asked. Raises `NotTheLast`.
        """
        with self._locks.holding(key_of(secret)):
            for _ in range(TRIES):
                with suppress(TurnOvertaken):
                    self.ledger.take_back(secret, message_id)
                    return self.read(secret)
        raise NotTheLast

    def understand(self, text: str, language: str | None) -> Json:
        """Tell how a message is understood. Nothing is kept."""
        nobody = Snapshot("", language, {}, {}, 0)
        return self.rasa.parse(masked(text), self.state_for(nobody, masked(text), language))

    def rate(self, secret: str, message_id: str, rating: str, reason: str | None) -> None:
        """Keep what a person thought of one answer."""
        self.ledger.rate(secret, message_id, rating, masked(reason) if reason else None)
        self.tally.add([thumb(rating)])

    def read(self, secret: str) -> Json:
        """Return the transcript and the profile of a talk."""
        talk, messages = self.ledger.transcript(secret)
        ratings = self.ledger.ratings(secret)
        language = talk.language or locales.DEFAULT
        profile = json_of(profile_from(talk.profile))
        return {
            "session": secret,
            "language": language,
            "profile": profile,
            "understood": understood(profile, language, self.job_titles()),
            "transcript": [_entry(message, ratings) for message in messages],
        }

    def delete(self, secret: str) -> None:
        """Forget a talk: its messages, profile, buttons and ratings."""
        with self._locks.holding(key_of(secret)):
            self.ledger.forget(secret)


def _entry(message: Any, ratings: Mapping[str, tuple[str, str | None]]) -> Json:
    answer = message.answer or {}
    rating, reason = ratings.get(message.message_id, (None, None))
    return {
        "message_id": message.message_id,
        "text": message.text,
        "received_at": message.received_at.isoformat(),
        "messages": answer.get("messages", []),
        "quick_replies": answer.get("quick_replies", []),
        "language": answer.get("language"),
        "unavailable": answer.get("unavailable", False),
        "rating": rating,
        "reason": reason,
    }
