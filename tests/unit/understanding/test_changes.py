"""Corrections, things to be forgotten, and suppositions."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "delta"),
    [
        ("actually I'm 18", {"age": 18}),
        ("no wait im 21", {"age": 21}),
        ("perdón, tengo 20", {"age": 20}),
    ],
)
def test_a_correction_changes_only_what_it_names(read, text, delta):
    reading = read(text)
    assert reading.delta == delta
    assert reading.intent == "correct"


@pytest.mark.parametrize(
    ("text", "delta"),
    [
        ("forget my age", {"age": None}),
        ("please delete my location", {"location": None}),
        ("forget about my record", {"facts": {"justice_involved": None}}),
        ("olvida mi edad", {"age": None}),
    ],
)
def test_one_thing_can_be_forgotten(read, text, delta):
    reading = read(text)
    assert (reading.delta, reading.intent) == (delta, "delete_my_data")


def test_what_is_mended_in_the_same_breath_takes_nothing_back(read):
    reading = read("im 17 wait no 18, milwaukee, welding")
    assert (reading.delta["age"], reading.intent) == (18, "inform")


def test_a_dislike_of_what_was_liked_is_a_dislike_alone(read):
    known = {"interests": {"likes": ["construction"]}}
    reading = read("not construction, my back is bad", profile=known)
    assert reading.delta == {"interests": {"dislikes": ["construction"]}}


@pytest.mark.parametrize(
    ("text", "delta"),
    [
        ("what if i got my ged", {"education": {"level": "high_school"}}),
        ("what if I had a license?", {"facts": {"driver_license": True}}),
        ("suppose I turned 21", {"age": 21}),
        ("y si saco el GED", {"education": {"level": "high_school"}}),
        ("qué pasa si me mudo a Denver",
         {"location": {"city": "Denver", "state": "CO", "zip": None}}),
        ("if I moved to Denver what opens up",
         {"location": {"city": "Denver", "state": "CO", "zip": None}}),
    ],
)  # fmt: skip
def test_a_supposition_is_marked_and_not_stated(read, text, delta):
    reading = read(text)
    assert reading.hypothetical
    assert reading.intent == "what_if"
    assert reading.delta == delta


def test_a_statement_is_no_supposition(read):
    assert not read("I got my GED").hypothetical


@pytest.mark.parametrize(
    ("text", "delta"),
    [
        ("ok what about when im 21", {"age": 21}),
        ("and when i turn 18?", {"age": 18}),
        ("how about once i get my ged", {"education": {"level": "high_school"}}),
        ("and if i leave my job?", None),
        ("what if i quit boeing", {"facts": {"employed": False, "employer": None}}),
        ("¿y cuando cumpla los 21?", {"age": 21}),
        ("y si renuncio a mi trabajo", {"facts": {"employed": False}}),
    ],
)
def test_what_is_to_come_is_tried_out_and_not_stated(read, text, delta):
    reading = read(text)
    assert reading.hypothetical
    assert delta is None or (reading.delta, reading.intent) == (delta, "what_if")
