"""The learned part is reproducible and saved plainly; the rules settle what is plain."""

from __future__ import annotations

import json

import numpy as np
import pytest

from understanding import intents
from understanding.intents import IntentWeights, WeightsProblem
from understanding.reader import Reader
from understanding.reading import Awaiting, Context, Mention

EXAMPLES = [
    (f"{opening} {rest}", intent)
    for intent, openings, rests in [
        ("ask_pay", ["how much does", "what does", "tell me what"],
         ["that pay", "it pay an hour", "the job pay", "a welder make", "this one pay"]),
        ("ask_cost", ["how much is", "what is", "is there a"],
         ["the tuition", "cost of books", "fee to apply", "price for it", "charge for class"]),
        ("greet", ["hi", "hello", "hey"], ["there", "guide", "friend", "you", "everyone"]),
        ("out_of_scope", ["play", "show me", "what is"],
         ["a song", "the weather", "football scores", "movie times", "a joke"]),
    ]
    for opening in openings
    for rest in rests
]  # fmt: skip


@pytest.fixture(scope="module")
def weights(reader: Reader) -> IntentWeights:
    return intents.train(EXAMPLES, reader)


def test_the_same_examples_give_the_same_weights(reader, weights):
    again = intents.train(reversed(EXAMPLES), reader)
    assert np.array_equal(again.weights, weights.weights)
    assert again.temperature == weights.temperature


def test_what_was_learned_is_found_again_in_other_words(reader, weights):
    best, confidence = weights.confidences(reader.features("how much does a plumber make"))[0]
    assert best == "ask_pay"
    assert 0.4 < confidence <= 1.0


def test_confidences_are_shares_best_first(reader, weights):
    ranked = weights.confidences(reader.features("hello tuition song"))
    assert sum(share for _, share in ranked) == pytest.approx(1.0)
    assert [share for _, share in ranked] == sorted((s for _, s in ranked), reverse=True)


def test_saved_weights_are_plain_and_read_back(tmp_path, reader, weights):
    weights.save(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"weights.npz", "meta.json"}
    back = IntentWeights.load(tmp_path)
    features = reader.features("what does it pay")
    assert back.confidences(features)[0][0] == weights.confidences(features)[0][0]


@pytest.mark.parametrize("harm", ["missing", "not json", "older", "cut short"])
def test_unusable_weights_are_named_and_not_loaded(tmp_path, weights, harm):
    weights.save(tmp_path)
    meta = tmp_path / "meta.json"
    if harm == "missing":
        meta.unlink()
    elif harm == "not json":
        meta.write_text("{")
    elif harm == "older":
        meta.write_text(json.dumps({**json.loads(meta.read_text()), "version": 0}))
    else:
        content = (tmp_path / "weights.npz").read_bytes()
        (tmp_path / "weights.npz").write_bytes(content[: len(content) // 2])
    with pytest.raises(WeightsProblem):
        IntentWeights.load(tmp_path)


@pytest.fixture(scope="module")
def learned(weights: IntentWeights) -> Reader:
    return Reader.load(weights=weights)


@pytest.mark.parametrize(
    ("text", "asked", "intent"),
    [
        ("yes", "facts.veteran", "affirm"),
        ("nah", None, "deny"),
        ("idk", "age", "dont_know"),
        ("skip", "age", "dont_know"),
        ("no sé", "age", "dont_know"),
        ("17", "age", "inform"),
        ("metal", "interests", "inform"),
        ("I'm 22 and live in Chicago", None, "inform"),
        ("actually i'm 23", None, "correct"),
        ("what if i got my GED", None, "what_if"),
        ("how much does a welder make", None, "ask_pay"),
        ("claro", "facts.veteran", "affirm"),
    ],
)
def test_plain_messages_have_a_plain_intent(learned, text, asked, intent):
    awaiting = Awaiting("field", asked) if asked else None
    assert learned.read(text, Context(awaiting=awaiting)).intent == intent


def test_a_program_named_alone_asks_what_it_takes(learned):
    context = Context(mentioned=(Mention("wrtp-big-step", 0, 8),))
    assert learned.read("big step", context).intent == "ask_requirements"


def test_a_question_that_came_with_an_answer_stays_a_question(learned):
    context = Context(awaiting=Awaiting("field", "age"))
    reading = learned.read("im 19, how much does it pay?", context)
    assert reading.delta == {"age": 19}
    assert reading.intent == "ask_pay"


@pytest.mark.parametrize(
    "text",
    ["i can lift about fifty pounds", "i did a year of that", "no that other one",
     "i have two dogs at home", "no puedo los domingos", "no el otro"],
)  # fmt: skip
def test_an_opening_that_goes_on_to_say_something_is_no_yes_or_no(reader, text):
    context = Context(awaiting=Awaiting("requirement", "some-program#physical"))
    assert reader.read(text, context).intent not in ("affirm", "deny")


@pytest.mark.parametrize(
    ("text", "intent"),
    [("i can", "affirm"), ("yes i have one", "affirm"), ("i did that already", "affirm"),
     ("i do not", "deny"), ("nope not yet", "deny"), ("sí tengo", "affirm"),
     ("no tengo", "deny")],
)  # fmt: skip
def test_a_short_answer_is_an_answer(reader, text, intent):
    context = Context(awaiting=Awaiting("requirement", "some-program#license"))
    assert reader.read(text, context).intent == intent
