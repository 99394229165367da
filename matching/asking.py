"""Choose the one question whose answer would change most, and never one that opens no door."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from matching.answers import BASICS, MONEY, changes
from matching.judging import Judged, Match, requirements_of
from matching.profile import Profile
from matching.program import Leaf, Program
from matching.ranking import finds
from matching.rules import never_a_status
from matching.rules.case import Case
from matching.shares import belongs, is_for_insiders
from matching.where import NOWHERE

CANDIDATES = 12  # the best matches, which are what a person looks at
NAMED_IN_FULL = 3  # only for the first of them is a single requirement worth a question
HALF_TOLD = ("some_high_school", "in_high_school", "certificate")  # how far, or what before it?
GROWN = 18  # years; nobody younger has served
SENSITIVE = frozenset(
    f"facts.{name}"
    for name in ("justice_involved", "homeless", "foster_youth", "disability", "low_income")
).union(MONEY)


@dataclass(frozen=True)
class Question:
    """What to ask next. `opens` counts the programs whose answer hangs on it."""

    kind: str  # field, requirement
    name: str  # a field path, or a requirement id
    why_code: str  # a sentence of the locales with {count}
    opens: int
    program_id: str | None  # the best match that hangs on it


def next_question(  # noqa: PLR0913 - two sides of a talk, what was asked, and the day
    profile: Profile,
    matches: Sequence[Match],
    programs: Mapping[str, Program],
    unaskable: Collection[str],
    today: date,
) -> Question | None:
    """Choose what to ask; None when no answer would change a match.

    The four basics come first, then facts, then single requirements of the first matches, and
    last what is private: that too only where a program at hand turns on it. Of an income and its
    household the second follows the first at once.
    `unaskable` holds fields and requirement ids already asked.
    """
    asking = _Asking(Case(profile, NOWHERE, today), finds(matches, CANDIDATES), programs)
    rounds = (
        asking.other_half,
        asking.basics,
        asking.plain_facts,
        asking.requirements,
        asking.private_facts,
    )
    for round_of in rounds:
        questions = [question for question in round_of() if question.name not in unaskable]
        if questions:
            return max(questions, key=lambda question: question.opens)
    return None


@dataclass(frozen=True)
class _Asking:
    """One round of looking for a question. Earlier of equals wins."""

    case: Case
    candidates: Sequence[Match]
    programs: Mapping[str, Program]

    def other_half(self) -> Iterator[Question]:
        """Ask the household's size once its income is known, or the income once the size is."""
        profile = self.case.profile
        unsaid = [field for field in MONEY if getattr(profile, field) is None]
        if len(unsaid) == 1:
            yield from self._of_field(unsaid[0])

    def basics(self) -> Iterator[Question]:
        """Ask where, what, how old and how far in school, whichever matters most."""
        for field in BASICS:
            if field != "education" or not self._schooling_is_told():
                yield from self._of_field(field)

    def _schooling_is_told(self) -> bool:
        """What is left open then, such as a grade average, is another question."""
        level, grade = self.case.profile.education.level, self.case.profile.education.grade
        return level is not None and (grade is not None or level not in HALF_TOLD)

    def plain_facts(self) -> Iterator[Question]:
        """Ask a fact that a requirement at hand names."""
        yield from self._of_facts(private=False)

    def private_facts(self) -> Iterator[Question]:
        """Ask a fact that people may not want to tell."""
        yield from self._of_facts(private=True)

    def _of_facts(self, *, private: bool) -> Iterator[Question]:
        unknown = (judged.asks for match in self.candidates for judged in self._unknown(match))
        names = dict.fromkeys(name for name in unknown if name and is_a_fact(name))
        for name in names:
            if (name in SENSITIVE) is private and not self._goes_without_saying(name):
                yield from self._of_field(name)

    def _goes_without_saying(self, name: str) -> bool:
        age = self.case.profile.age
        return name == "facts.veteran" and age is not None and age < GROWN

    def requirements(self) -> Iterator[Question]:
        """Ask a person to confirm what no field covers, for the first matches only."""
        for match in self.candidates[:NAMED_IN_FULL]:
            inside = belongs(self.case, self.programs[match.program_id])
            for judged in match.requirements:
                if judged.status == "unknown" and is_confirmable(judged, inside):
                    yield Question(
                        "requirement",
                        judged.requirement.id,
                        "requirements.why.confirm",
                        1,
                        match.program_id,
                    )

    def _of_field(self, field: str) -> Iterator[Question]:
        hanging = [match.program_id for match in self.candidates if self._hangs_on(match, field)]
        if hanging:
            why = f"requirements.why.{field}"
            yield Question("field", field, why, len(hanging), hanging[0])

    def _hangs_on(self, match: Match, field: str) -> bool:
        if field == "interests":
            return self._wishes_unsaid(self.programs[match.program_id])
        if field == "location":
            return any(judged.asks == "location" for judged in self._unknown(match))
        if not any(judged.asks == field for judged in self._unknown(match)):
            return False
        before = requirements_of(self.case, self.programs[match.program_id])
        return changes(self.case, self.programs[match.program_id], before, field)

    def _wishes_unsaid(self, program: Program) -> bool:
        wishes = self.case.profile.interests
        return not (wishes.likes or wishes.occupations) and bool(program.sectors)

    def _unknown(self, match: Match) -> Iterator[Judged]:
        for entry in match.requirements:
            for judged in entry.leaves():
                if judged.status == "unknown" and entry.status != "met":
                    yield judged


def is_a_fact(field: str) -> bool:
    """Tell a circumstance that has a question of its own from the basics and the rest."""
    return field.startswith("facts.") or field in MONEY


def is_confirmable(judged: Judged, inside: bool) -> bool:
    """Say whether a person can answer for themselves with Yes or No.

    Not asked: the right to work, groups of people, records, what only a test or the program can
    tell, and things to do on the way in. What only insiders meet is asked of insiders.
    """
    leaf = judged.requirement
    if judged.asks is not None:
        return False  # the field has a question of its own
    if not isinstance(leaf, Leaf):
        unknown = (part for part in judged.alternatives if part.status == "unknown")
        return any(is_confirmable(part, inside) for part in unknown)
    if leaf.about in NOT_FOR_THE_PERSON or never_a_status(leaf):
        return False
    if is_for_insiders(leaf) and not inside:
        return False
    return NOT_ASKED.isdisjoint(leaf.rule) and leaf.rule.get("fact") != "disability"


NOT_FOR_THE_PERSON = frozenset({"work_authorization", "justice", "location", "test"})
NOT_ASKED = frozenset({"steps", "unstated", "check", "bars", "sometimes", "preferred", "exam"})
