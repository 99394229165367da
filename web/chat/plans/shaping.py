"""What the page, the paper and the calendar of a plan show. Renders nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import Any

from conversations.plans import Contents
from conversations.summary import understood
from knowledge.advice import Advice
from matching.match import OPEN
from matching.profile_json import profile_from
from web.chat.plans.steps import Marks, PlanStep, Stage, stages_of

Json = dict[str, Any]
NOTHING: Mapping[str, Any] = MappingProxyType({})
MORE = 3  # programs that fit, named beside a plan


@dataclass(frozen=True)
class Board:
    """A plan in one language, judged on one day."""

    programs: tuple[Json, ...] = ()  # cards, as the contract shows a match
    stages: tuple[Stage, ...] = ()
    gone: tuple[str, ...] = ()  # ids that the release does not hold any more
    more: tuple[Json, ...] = ()  # cards of programs that fit and are not in the plan
    kept: tuple[Json, ...] = field(default=())  # what is known of the person, as chips

    @property
    def steps(self) -> tuple[PlanStep, ...]:
        """All steps, in order."""
        return tuple(step for stage in self.stages for step in stage.steps)

    @property
    def done(self) -> int:
        """How many steps are ticked."""
        return sum(step.done for step in self.steps)


def board_of(
    contents: Contents,
    advice: Advice,
    *,
    looked_at: bool = False,
    wishes: Mapping[str, Any] = NOTHING,
) -> Board:
    """Judge a plan's programs and lay out its steps.

    `looked_at`: by others, who see no person. `wishes`: a profile to name more programs for.
    """
    profile = profile_from(contents.profile)
    matches = advice.judged(profile, contents.programs)
    marks = Marks(contents.done, contents.dates)
    cards = advice.cards(matches, profile)
    held = {match.program_id for match in matches}
    return Board(
        programs=tuple(_of_nobody(card) for card in cards) if looked_at else tuple(cards),
        stages=tuple(stages_of(advice, matches, marks)),
        gone=tuple(one for one in contents.programs if one not in held),
        more=_more(wishes, contents.programs, advice) if wishes else (),
        kept=() if looked_at else tuple(_kept(contents.profile, advice)),
    )


def _more(wishes: Mapping[str, Any], chosen: Sequence[str], advice: Advice) -> tuple[Json, ...]:
    profile = profile_from(wishes)
    fitting = [
        match
        for match in advice.ranked(profile)
        if match.verdict in OPEN and match.program_id not in chosen
    ]
    return tuple(advice.cards(fitting[:MORE], profile))


def _kept(profile: Mapping[str, Any], advice: Advice) -> Sequence[Json]:
    return understood(profile, advice.language, advice.release.job_titles)


def _of_nobody(card: Json) -> Json:
    """Leave out of a card what the person said of themselves, and what weighs on it."""
    requirements = [_unsaid(one) for one in card["requirements"]]
    return {**card, "requirements": requirements, "reasons": []}


def _unsaid(requirement: Json) -> Json:
    alternatives = [_unsaid(one) for one in requirement["alternatives"]]
    return {**requirement, "said": None, "because": None, "alternatives": alternatives}


def cited_sources(card: Json) -> list[Json]:
    """Return the sources of what a plan shows of a program, each once, the first cited first."""
    terms = (card["cost"], card["length"])
    cited = [one["source"] for one in card["requirements"]]
    cited += [term["source"] for term in terms if term]
    wanted = dict.fromkeys(cited or [0])
    return [card["sources"][at] for at in wanted if at < len(card["sources"])]


def plan_json(contents: Contents, board: Board) -> Json:
    """Shape a plan for programs that read it: the contract's plan, and its steps in full."""
    steps = [
        {
            **asdict(step),
            "program_id": stage.program_id or step.leads_by,
            "program": stage.program or ", ".join(step.helps),
        }
        for stage in board.stages
        for step in stage.steps
    ]
    return {"saved": list(contents.programs), "programs": list(board.programs), "steps": steps}
