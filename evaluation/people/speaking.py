"""What a person says next: opens, answers, tells the rest, corrects, asks, and has enough."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from evaluation.people.answering import Answerer, choice_meant, is_told
from evaluation.people.asking import fits
from evaluation.people.line import Line
from evaluation.people.noise import noisy
from evaluation.people.persona import Item, Persona
from evaluation.people.telling import Teller
from evaluation.people.told import Told
from evaluation.people.wording import Utterance

Json = Mapping[str, Any]
FIRST_AT_ONCE = 3  # facts in the first message
TIMES_ASKED = 2  # how often a person asks their own question
GREETS, WISHES, ANSWERS_FIRST, ADDS, ASKS_EARLY = 0.4, 0.5, 0.8, 0.35, 0.3
MORE_ANSWERS = 3  # at most so many more questions are answered when all is said
COST_OF_A_BAD_QUESTION = 1  # turns of patience


class Speaker:
    """One person in one talk."""

    def __init__(self, person: Persona, seed: int) -> None:
        self.person = person
        self.told = Told()
        self.patience = person.patience
        self.asked_times = 0
        self.got_answer = False
        self._asked_lately = False
        self._random = Random(f"persona {person.number} seed {seed}")
        self._teller = Teller(person, self._random)
        self._answerer = Answerer(self._teller, self._random)
        self._noise = seed % 4
        self._to_tell: list[Item] = list(person.volunteers)
        self._to_correct = False
        self._more_answers = self._random.randint(0, MORE_ANSWERS)

    @property
    def is_done(self) -> bool:
        """Everything told, put right and asked."""
        return not (self._to_tell or self._to_correct or self._wants_to_ask)

    @property
    def _wants_to_ask(self) -> bool:
        wants = self.person.question is not None and not self.got_answer
        return wants and self.asked_times < TIMES_ASKED

    def opening(self) -> Line:
        """Begin: often a hello, a wish, and one to three things about oneself."""
        said = Utterance(())
        if self._random.random() < GREETS:
            said += self._teller.any_of("greetings")
        if self._random.random() < WISHES:
            said += self._teller.any_of("wishes")
        for _ in range(min(len(self._to_tell), self._random.randint(1, FIRST_AT_ONCE))):
            said += self._tell_next()
        return self._line(said, "open")

    def next(self, answer: Json) -> Line | None:
        """Say the next thing after an answer; None: there is nothing more, or enough of it."""
        asked = answer.get("asked")
        self._mind(asked)
        if self.patience <= 0:
            return None
        if self._to_correct:
            self._to_correct = False
            return self._line(self._teller.correction(), "correct")
        if asked and asked["kind"] in ("choice", "program"):
            return self._choice(answer, asked)
        return self._reply(asked) or self._rest()

    def heard(self, line: Line, answer: Json) -> None:
        """Take an answer in: what was told is told, and a question may have been answered."""
        self.told = self.told.after(line.slots, line.instead_of)
        self.patience -= 1
        question = self.person.question
        if question and (line.purpose == "ask" or self._asked_lately):
            self.got_answer = self.got_answer or fits(question, answer)
        self._asked_lately = line.purpose == "ask"  # a question back leaves one more turn

    def _mind(self, asked: Mapping[str, str] | None) -> None:
        """Lose patience over a question that was answered before or is nobody's business."""
        if asked is None or asked["kind"] not in ("field", "requirement"):
            return
        again = is_told(asked["name"], self.told) and not self._is_about_the_grade(asked)
        private = self._answerer_knows_nothing(asked)
        if again or private:
            self.patience -= COST_OF_A_BAD_QUESTION

    def _is_about_the_grade(self, asked: Mapping[str, str]) -> bool:
        return asked["name"] == "education" and self.told.value("education.grade") is None

    def _answerer_knows_nothing(self, asked: Mapping[str, str]) -> bool:
        flag = asked["name"].removeprefix("facts.")
        return asked["name"].startswith("facts.") and self.person.knows(flag) is None

    def _choice(self, answer: Json, asked: Mapping[str, str]) -> Line:
        """Press the button that says what is meant; of programs, the first."""
        labels = [reply["label"] for reply in answer["quick_replies"]]
        if asked["kind"] == "program" and labels:
            return Line(labels[0], "choose", is_pressed=True)
        meant = choice_meant(labels, asked["name"], self.person)
        said = self._answerer.answer(asked, self.told)
        slots = said.slots if said else frozenset()
        if meant:
            told = slots if asked["name"] == "location" else frozenset()
            return Line(meant, "choose", told, is_pressed=True)
        return self._line(said, "answer") if said else self._skip()

    def _reply(self, asked: Mapping[str, str] | None) -> Line | None:
        """Answer what was asked, mostly; None: say something else."""
        if asked is None or (self.is_done and self._more_answers <= 0):
            return None
        if not self.is_done and self._random.random() >= ANSWERS_FIRST:
            return None
        if self.is_done:
            self._more_answers -= 1
        said = self._answerer.answer(asked, self.told)
        if said is None:
            return self._skip()
        self._to_tell = [item for item in self._to_tell if not self._is_now_told(item, said)]
        if self._to_tell and self._random.random() < ADDS:
            said += self._tell_next()
        return self._line(said, "answer")

    def _is_now_told(self, item: Item, said: Utterance) -> bool:
        told = self.told.after(said.slots)
        name = {"place": "location"}.get(item, item)
        if name.startswith("likes."):
            return name.removeprefix("likes.") in told.values("interests.likes")
        return name in ("age", "location", "education") and is_told(name, told)

    def _rest(self) -> Line | None:
        """Tell the rest, ask one's question, or be done."""
        asks_now = self._wants_to_ask and self._random.random() < ASKS_EARLY
        if self._to_tell and not asks_now:
            return self._line(self._tell_next(), "tell")
        if self._wants_to_ask:
            self.asked_times += 1
            question = str(self.person.question)
            return self._line(self._teller.any_of("questions", question), "ask")
        return None

    def _tell_next(self) -> Utterance:
        item = self._to_tell.pop(0)
        slip = self.person.slip
        if slip is not None and slip.item == item and not self._to_correct:
            self._to_correct = True
            return self._teller.mistake()
        return self._teller.tell(item)

    def _skip(self) -> Line:
        return self._line(self._teller.any_of("skip"), "skip")

    def _line(self, said: Utterance, purpose: str) -> Line:
        text = noisy(said.phrases, self._noise, self._teller.book, self._random)
        return Line(text, purpose, said.slots, said.instead_of)
