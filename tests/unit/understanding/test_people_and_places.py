"""Whom a message speaks of, and where that person lives or is going."""

from __future__ import annotations

import pytest

from tests.unit.understanding.conftest import Read


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("I'm 19 and live in Chicago", "self"),
        ("my client is 41 and on parole", "client"),
        ("I have a participant who wants to weld", "client"),
        ("my son is 17 and likes engines", "client"),
        ("my daughter wants to be a nurse", "client"),
        ("my husband is looking for work, he's 45", "client"),
        ("she is 29 and has her GED", "client"),
        ("my brother is an electrician and I want to do that too", "self"),
        ("I live with my mom", "self"),
        ("my mom and I moved here", "self"),
        ("I am a client of the job center", "self"),
        ("mi clienta tiene 30 años", "client"),
        ("mi hijo quiere ser mecánico", "client"),
        ("vivo con mi hermano", "self"),
        ("my grandson is 17 and lives with me", "client"),
        ("who watches my kid during class", "self"),
    ],
)
def test_the_person_spoken_of_is_told(read, text, whom):
    assert read(text).speaks_of == whom


@pytest.mark.parametrize(
    "text",
    [
        "my brother is 30 and lives in Dallas",
        "mi hermana vive en Miami",
        "my mom has a felony",
        "my uncle works at Boeing",
    ],
)
def test_what_is_told_of_another_is_not_the_writers(read, text):
    assert read(text).delta == {}


def test_a_tale_of_another_ends_where_the_writer_speaks(read):
    assert read("my mom is 50 and lives in Texas, im 22").delta == {"age": 22}


def test_a_counselors_line_is_read_whole(read):
    reading = read("client is 26, CNA, let go from a rehab center, Baltimore MD, one kid, no car")
    assert reading.speaks_of == "client"
    assert reading.delta["age"] == 26
    assert reading.delta["credentials"] == ["cna"]
    assert reading.delta["location"]["city"] == "Baltimore"
    assert reading.delta["interests"]["likes"] == ["healthcare"]
    assert reading.delta["facts"] == {
        "laid_off": True,
        "employed": False,
        "parent_or_pregnant": True,
        "own_transport": False,
    }


@pytest.mark.parametrize(
    ("text", "city", "state"),
    [
        ("i stay in detroit", "Detroit", "MI"),
        ("live out in Gary, Indiana", "Gary", "IN"),
        ("philly", "Philadelphia", "PA"),
        ("i'm moving to Seattle next month", "Seattle", "WA"),
        ("no wait, Chicago not Milwaukee", "Chicago", "IL"),
        ("vivo en Los Ángeles", "Los Angeles", "CA"),
        ("me mudo a Houston", "Houston", "TX"),
    ],
)
def test_the_place_is_the_one_lived_in_or_gone_to(read, text, city, state):
    place = read(text).delta["location"]
    assert (place["city"], place["state"]) == (city, state)


def test_a_zip_names_its_city(read):
    place = read("my zip is 53206").delta["location"]
    assert place == {"city": "Milwaukee", "state": "WI", "zip": "53206"}


def test_a_place_of_many_is_asked_back_and_never_guessed(read):
    reading = read("I live in Springfield")
    assert "location" not in reading.delta
    (question,) = reading.ambiguous
    assert question.field == "location"
    assert {choice["state"] for choice in question.choices} >= {"IL", "MO", "MA"}


def test_a_bare_town_answers_where_do_you_live(read):
    assert read("Toledo ohio", asked="location").delta["location"]["city"] == "Toledo"


def test_a_state_alone_does_not_wipe_a_city_known_in_it(read):
    known = {"location": {"city": "Milwaukee", "state": "WI", "zip": None}}
    assert "location" not in read("I'm in Wisconsin", profile=known).delta


@pytest.mark.parametrize(
    ("text", "profile", "city"),
    [
        ("i stay in erie", {"location": {"city": None, "state": "PA"}}, ("Erie", "PA")),
        ("vivo en everett", {"location": {"city": "Seattle", "state": "WA"}}, ("Everett", "WA")),
        ("pennsylvania, erie", {}, ("Erie", "PA")),
        ("im in alaska bethel", {}, ("Bethel", "AK")),
        ("i live in texas and like welding", {}, (None, "TX")),
    ],
)
def test_a_state_that_is_told_or_known_decides(read, text, profile, city):
    location = read(text, profile=profile).delta["location"]
    assert (location["city"], location["state"]) == city


def test_the_state_one_comes_from_decides_nothing(read):
    assert read("i moved from texas, i live in springfield").ambiguous


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("we don't live in Dallas, it's Garland", "Garland"),
        ("no vivimos en dallas es en garland", "Garland"),
        ("no soy de Fresno sino de Bakersfield", "Bakersfield"),
    ],
)
def test_a_place_one_does_not_live_in_makes_way(read, text, city):
    assert read(text).delta["location"]["city"] == city


@pytest.mark.parametrize(
    "text",
    ["it's for my son. He is 16", "es para mi hijo. Tiene 16 años", "a class for my niece, 15"],
)
def test_what_is_for_a_child_is_told_of_the_child(read, text):
    assert read(text).speaks_of == "client"


def test_a_state_told_beside_moves_nobody_out_of_a_known_town(read):
    profile = {"location": {"city": "Kissimmee", "state": "FL", "zip": None}}
    told = read("Terminé la escuela superior en Puerto Rico", profile=profile).delta
    assert "location" not in told
    moved = read("ahora vivo en Puerto Rico", profile=profile).delta
    assert moved["location"]["state"] == "PR"


def test_lets_go_is_no_layoff(read):
    assert "facts" not in read("ok let's go with the first one").delta
    assert read("they let us go in june").delta["facts"]["laid_off"] is True


def test_a_childs_age_is_read_where_the_child_is_asked_for(read: Read) -> None:
    assert read("pregunto por mi hija de 18 años").delta == {"age": 18}
    assert "age" not in read("tengo una hija de 18 años y busco trabajo").delta


def test_the_work_of_others_is_kept_apart(read: Read) -> None:
    reading = read("my cousin is a welder")
    assert reading.others_work == {"likes": ["manufacturing"], "occupations": ["51-4121"]}
    assert "interests" not in reading.delta
    assert read("I am a welder").others_work == {}
    assert "interests" not in read("I have a friend who is a nurse in Ohio").delta
