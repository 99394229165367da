"""Annotated files are read strictly; the frozen part is really frozen and really apart."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from evaluation import frozen
from evaluation.annotations import PARTS, AnnotationProblem, messages_in, read
from evaluation.overlap import overlapping
from evaluation.talks import TalkProblem, talks_in

CHECKOUT = Path(__file__).resolve().parents[3]
FOLDER = CHECKOUT / "tests" / "evaluation"
GOOD = {
    "text": "im 19 in Reno",
    "language": "en",
    "intents": ["inform"],
    "said": [["age", 19, "im 19"]],
    "slices": ["typo"],
}


def a_file(tmp_path: Path, **changes: object) -> Path:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({**GOOD, **changes}) + "\n", encoding="utf-8")
    return path


def test_a_message_is_read_with_its_words(tmp_path: Path) -> None:
    [message] = read(a_file(tmp_path))
    assert message.slots == {("age", 19)}
    assert message.origin == "a.jsonl:1"


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"said": [["age", 19, "twenty"]]}, id="words that the text does not hold"),
        pytest.param({"slices": ["sleepy"]}, id="a slice nobody knows"),
        pytest.param({"intents": []}, id="no intent"),
        pytest.param({"mood": "good"}, id="a key nobody knows"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(AnnotationProblem, match=r"a\.jsonl:1"):
        read(a_file(tmp_path, **changes))


def test_a_line_that_is_not_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(AnnotationProblem, match=r"b\.jsonl:1 is not JSON"):
        read(path)


def test_a_talk_that_expects_the_unknown_is_named(tmp_path: Path) -> None:
    turns = [{"say": "hi", "expect": {"smells": "good"}}]
    talk = {"id": "x", "language": "en", "noise": "clean", "turns": turns}
    (tmp_path / "a.yml").write_text(yaml.safe_dump([talk]), encoding="utf-8")
    with pytest.raises(TalkProblem, match="smells"):
        talks_in(tmp_path)


def test_a_changed_test_part_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "messages" / "test").mkdir(parents=True)
    file = tmp_path / "messages" / "test" / "a.jsonl"
    file.write_text("one", encoding="utf-8")
    frozen.freeze(tmp_path)
    frozen.check(tmp_path)
    file.write_text("two", encoding="utf-8")
    with pytest.raises(frozen.Thawed, match=r"a\.jsonl"):
        frozen.check(tmp_path)


def test_runs_on_the_test_part_are_logged_in_order(tmp_path: Path) -> None:
    for day in (1, 2):
        frozen.log_run(tmp_path, date(2026, 11, day), {"slot_f1": 0.9})
    assert [run["on"] for run in frozen.runs(tmp_path)] == ["2026-11-01", "2026-11-02"]


def test_texts_that_share_most_of_their_words_in_a_row_overlap() -> None:
    known = ["i want to be a welder in tulsa please"]
    near, far = "i want to be a welder in tulsa", "welding looks good to me and so does tulsa"
    assert [at for at, _ in overlapping([near, far, "yes"], known)] == [0]


def test_the_test_part_is_the_frozen_one() -> None:
    frozen.check(FOLDER)


def test_there_are_enough_messages_and_talks() -> None:
    messages = [one for part in PARTS for one in messages_in(FOLDER / "messages" / part)]
    talks = [one for part in PARTS for one in talks_in(FOLDER / "talks" / part)]
    danger = [one for one in messages if "crisis" in one.slices]
    assert len(messages) >= 600
    assert len(talks) >= 80
    assert len(danger) >= 200


def test_the_test_part_repeats_neither_training_nor_dev() -> None:
    tested = [one.text for one in messages_in(FOLDER / "messages" / "test")]
    tested += [t.say for talk in talks_in(FOLDER / "talks" / "test") for t in talk.turns]
    known = [one.text for one in messages_in(FOLDER / "messages" / "dev")]
    known += [t.say for talk in talks_in(FOLDER / "talks" / "dev") for t in talk.turns]
    taught = [*(CHECKOUT / "data").rglob("*.yml"), *(CHECKOUT / "data").rglob("*.txt")]
    known += [line.strip("- ") for path in taught for line in path.read_text().splitlines()]
    shared = [at for at, _ in overlapping(tested, known)]
    assert not shared, f"{len(shared)} messages of the test part stand elsewhere too"
