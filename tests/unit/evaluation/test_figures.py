"""Figures carry intervals, compare readers in pairs, and add up."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation import scoring
from evaluation.annotations import Annotated, Said
from evaluation.intervals import f1, mean, paired_difference, with_interval
from evaluation.reading import Judged, judged


def a_message(
    *said: Said,
    intents: tuple[str, ...] = ("inform",),
    slices: frozenset[str] = frozenset(),
    ambiguous: tuple[str, ...] = (),
) -> Annotated:
    return Annotated("text", "en", intents, said, frozenset(), ambiguous, slices, "here:1")


def read_as(message: Annotated, intent: str = "inform", **profile: object) -> Judged:
    answer = {
        "profile": profile,
        "intent": {"name": intent, "confidence": 0.9},
        "language": "en",
        "ambiguous": [],
    }
    return judged(message, answer)


def test_an_interval_holds_its_figure_and_narrows_with_more_rows() -> None:
    few = with_interval(np.array([[1.0], [0.0]] * 10), mean)
    many = with_interval(np.array([[1.0], [0.0]] * 500), mean)
    assert few.low <= few.value <= few.high
    assert many.high - many.low < few.high - few.low


def test_no_rows_are_no_figure() -> None:
    assert np.isnan(with_interval(np.empty((0, 1)), mean).value)


def test_two_readers_are_compared_on_the_same_messages() -> None:
    ours = np.array([[1.0, 0.0, 0.0]] * 50)
    theirs = np.array([[0.0, 1.0, 1.0]] * 50)
    gap = paired_difference(ours, theirs, f1)
    assert gap.value == pytest.approx(1.0)
    assert gap.low == pytest.approx(1.0)


def test_a_message_is_whole_only_when_all_is_read_and_doubts_are_asked() -> None:
    right = read_as(a_message(Said("age", 19, "19")), age=19)
    assert right.is_joint
    assert not read_as(a_message(Said("age", 19, "19"))).is_joint
    assert not read_as(a_message(ambiguous=("location",))).is_joint


def test_missed_danger_and_false_alarms_are_counted_apart() -> None:
    danger = a_message(intents=("crisis",), slices=frozenset({"crisis"}))
    calm = a_message(slices=frozenset({"near_crisis"}))
    found = scoring.safety(
        [read_as(danger, "crisis"), read_as(danger, "inform"), read_as(calm, "crisis")]
    )
    assert (found["danger"], found["missed"]) == (2, 1)
    assert (found["false_alarms"], found["false_alarm_rate"]) == (1, 1.0)


def test_out_of_scope_is_told_from_what_is_ours() -> None:
    other, own = a_message(intents=("out_of_scope",)), a_message()
    found = scoring.scope([read_as(other, "out_of_scope"), read_as(own, "out_of_scope")])
    assert found["recall"].value == 1.0
    assert found["false_rejection"].value == 1.0


def test_sure_and_wrong_is_badly_calibrated() -> None:
    wrong = [read_as(a_message(intents=("greet",))) for _ in range(10)]
    assert scoring.calibration(wrong)["expected_error"] == pytest.approx(0.9)


def test_fields_and_slices_have_figures_of_their_own() -> None:
    message = a_message(Said("age", 19, "19"), slices=frozenset({"typo"}))
    found = scoring.figures([read_as(message, age=19), read_as(a_message(), gpa=2.0)])
    assert found["by_field"]["age"]["f1"] == 1.0
    assert found["by_field"]["gpa"]["precision"] == 0.0
    assert found["by_slice"]["typo"]["slot_f1"].value == 1.0
