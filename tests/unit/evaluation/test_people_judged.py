"""The oracle judges hand-made programs, and a talk is judged by what was told."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.people.asking import fits
from evaluation.people.cards import untrue_in
from evaluation.people.hearing import misheard
from evaluation.people.inventing import invent
from evaluation.people.line import Line, Turn
from evaluation.people.oracle import broken_by
from evaluation.people.talking import PlayedTalk
from evaluation.people.told import Told, fairly_concluded, slots_in
from evaluation.slots import Slot

NOWHERE: dict[str, Any] = {"nationwide": False, "states": [], "counties": [], "cities": []}
EVERYWHERE = {**NOWHERE, "nationwide": True}
MILWAUKEE: tuple[Slot, ...] = (("location.city", "Milwaukee"),)


def a_leaf(about: str = "other", **rule: Any) -> dict[str, Any]:
    track = rule.pop("track", None)
    leaf = {"id": f"shop#{about}", "about": about, "text": about, "source": 0, "track": track}
    return {**leaf, "rule": rule}


def a_group(mode: str, *parts: dict[str, Any]) -> dict[str, Any]:
    group = {"id": "shop#group", "about": "other", "text": "one of", "source": 0, "track": None}
    return {**group, "mode": mode, "alternatives": list(parts)}


def a_program(*requirements: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"id": "shop", "requirements": list(requirements), "serves": EVERYWHERE, "sites": []} | (
        changes
    )


def told(*slots: Slot) -> Told:
    return Told().after(slots)


DIPLOMA = a_leaf("education", min_level="high_school")
UNION = a_leaf("membership", union="UAW")


@pytest.mark.parametrize(
    ("program", "said", "is_broken"),
    [
        pytest.param(a_program(a_leaf(apply_at=18)), [("age", 17)], True, id="a year too young"),
        pytest.param(a_program(a_leaf(apply_at=18)), [("age", 18)], False, id="just old enough"),
        pytest.param(a_program(a_leaf(apply_at=18)), [], False, id="an unsaid age breaks nothing"),
        pytest.param(a_program(a_leaf(start_at=18, apply_at=17)), [("age", 17)], False, id="apply"),
        pytest.param(a_program(a_leaf(max_age=24)), [("age", 25)], True, id="a year too old"),
        pytest.param(
            a_program(a_leaf(start_at=18, track={"en": "x"})), [("age", 15)], False, id="a track"
        ),
        pytest.param(
            a_program(a_leaf(start_at=18, sometimes=True)), [("age", 15)], False, id="only at times"
        ),
        pytest.param(
            a_program(a_leaf(apply_at=18, apply_at_by_state={"WI": 16})),
            [("age", 16), *MILWAUKEE],
            False,
            id="a younger age in the person's state",
        ),
        pytest.param(
            a_program(DIPLOMA), [("education.level", "ged_in_progress")], True, id="no diploma yet"
        ),
        pytest.param(
            a_program(DIPLOMA), [("education.level", "certificate")], False, id="cannot be told"
        ),
        pytest.param(
            a_program(a_leaf(min_grade=10)),
            [("education.level", "in_high_school"), ("education.grade", 10)],
            True,
            id="the present grade is not finished",
        ),
        pytest.param(
            a_program(a_leaf(fact="veteran")), [("facts.veteran", False)], True, id="no veteran"
        ),
        pytest.param(
            a_program(UNION), [("facts.union_member", False)], True, id="in no union at all"
        ),
        pytest.param(
            a_program(a_leaf(employer="Ford")),
            [("facts.employed", False), ("facts.laid_off", True)],
            False,
            id="laid off may count",
        ),
        pytest.param(
            a_program(a_group("any_of", DIPLOMA, UNION)),
            [("facts.union_member", False)],
            False,
            id="another way in is open",
        ),
        pytest.param(
            a_program(a_group("any_of", DIPLOMA, UNION)),
            [("facts.union_member", False), ("education.level", "no_high_school")],
            True,
            id="both ways in are shut",
        ),
        pytest.param(
            a_program(DIPLOMA),
            [("education.level", "no_high_school"), ("confirmed.shop#education", True)],
            False,
            id="the person's own word settles it",
        ),
        pytest.param(
            a_program(serves={**NOWHERE, "states": ["IL"]}), MILWAUKEE, True, id="another state"
        ),
        pytest.param(
            a_program(serves={**NOWHERE, "cities": ["Milwaukee, WI"]}), MILWAUKEE, False, id="city"
        ),
        pytest.param(
            a_program(
                serves={**NOWHERE, "cities": ["Racine, WI"]}, sites=[{"lat": 42.73, "lon": -87.78}]
            ),
            MILWAUKEE,
            False,
            id="a town close by",
        ),
        pytest.param(
            a_program(
                serves={**NOWHERE, "cities": ["Reno, NV"]}, sites=[{"lat": 39.53, "lon": -119.81}]
            ),
            MILWAUKEE,
            True,
            id="a city far off",
        ),
        pytest.param(a_program(serves=None), MILWAUKEE, False, id="nobody states an area"),
    ],
)
def test_the_oracle_speaks_when_it_is_sure(
    program: dict[str, Any], said: list[Slot], is_broken: bool
) -> None:
    assert bool(broken_by(told(*said), program)) is is_broken


def a_talk(said: list[Slot], profile: dict[str, Any]) -> PlayedTalk:
    known = told(*said)
    turn = Turn(Line("…", "open"), {"messages": [], "profile": profile}, known)
    return PlayedTalk(invent(1), 0, (turn,), known, is_done=True, got_answer=None)


def test_what_was_told_and_not_kept_is_missed_and_what_was_not_is_invented() -> None:
    talk = a_talk([("age", 19)], {"age": None, "facts": {"veteran": True}, "confirmed": {}})
    kinds = [(problem.kind, problem.what) for problem in misheard(talk, {})]
    assert kinds == [("missed", "age = 19"), ("invented", "facts.veteran = True")]


@pytest.mark.parametrize(
    ("said", "slot"),
    [
        pytest.param([("facts.laid_off", True)], ("facts.employed", False), id="laid off"),
        pytest.param(MILWAUKEE, ("location.state", "wi"), id="the state of a city"),
        pytest.param([("location.zip", "53206")], ("location.city", "milwaukee"), id="of a ZIP"),
        pytest.param([("credentials", "cna")], ("education.level", "certificate"), id="a licence"),
        pytest.param(
            [("interests.occupations", "47-2111")], ("interests.likes", "construction"), id="a job"
        ),
    ],
)
def test_some_things_follow_from_others(said: list[Slot], slot: Slot) -> None:
    assert slot in fairly_concluded(told(*said), {"47-2111": "construction"})


def test_what_is_told_later_takes_the_place_of_what_was_told_before() -> None:
    first = told(("age", 21), ("interests.likes", "energy"))
    after = first.after(
        [("age", 19), ("interests.likes", "healthcare")], [("interests.likes", "energy")]
    )
    assert after.value("age") == 19
    assert after.values("interests.likes") == {"healthcare"}


def test_two_spellings_of_a_city_are_one() -> None:
    assert told(("location.city", "St. Louis")).slots == slots_in(
        {"location": {"city": "Saint Louis", "state": None, "zip": None}}
    )


@pytest.mark.parametrize(
    ("question", "text", "is_fitting"),
    [
        pytest.param("pay", "Welder: half earn more than $50,000.", True, id="a figure"),
        pytest.param("pay", "Aquí no tengo el pago.", True, id="honestly none"),
        pytest.param("cost", "How old are you?", False, id="another subject"),
    ],
)
def test_an_answer_has_to_be_about_the_question(question: str, text: str, is_fitting: bool) -> None:
    answer = {"messages": [{"type": "text", "text": text}], "asked": None}
    assert fits(question, answer) is is_fitting
    assert not fits(question, {**answer, "asked": {"kind": "program", "name": question}})


def test_a_card_may_say_only_what_its_record_says() -> None:
    stated = {
        **dict.fromkeys(
            ("name", "kind", "status", "sectors", "summary", "cost", "pay_while_training")
        ),
        **dict.fromkeys(("length", "how_to_apply", "phone", "url")),
        "facts": [{"text": "8 of 10 get a job", "source": 0}],
        "sources": [{"title": "Report"}],
        "requirements": [a_leaf("age", apply_at=18)],
    }
    implied = {**a_leaf("location"), "id": "shop#location"}
    card = {**stated, "program_id": "shop", "requirements": [*stated["requirements"], implied]}
    assert untrue_in(card, stated) == []
    assert untrue_in({**card, "facts": []}, stated) == ["shop: facts"]
    reworded = {**a_leaf("age"), "text": "21"}
    assert untrue_in({**card, "requirements": [reworded]}, stated)
    assert untrue_in({**card, "requirements": []}, stated)
