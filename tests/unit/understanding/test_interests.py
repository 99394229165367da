"""Likes, dislikes and named jobs: adding, removing, only, anything but."""

from __future__ import annotations

import pytest


def _interests(reading):
    said = reading.delta.get("interests", {})
    return set(said.get("likes", [])), set(said.get("dislikes", []))


@pytest.mark.parametrize(
    ("text", "likes", "dislikes"),
    [
        ("good at fixing cars", {"automotive"}, set()),
        ("I enjoy cooking for people", {"hospitality"}, set()),
        ("work with my hands", {"construction", "manufacturing"}, set()),
        ("I've always wanted to fly planes", {"aerospace"}, set()),
        ("solar panels sound cool", {"energy"}, set()),
        ("taking care of old people", {"healthcare"}, set()),
        ("I love kids and would like to teach", {"education_care"}, set()),
        ("into computers and video games", {"technology"}, set()),
        ("driving trucks", {"transportation"}, set()),
        ("welding or machining", {"manufacturing"}, set()),
        ("hair and makeup", {"personal_care"}, set()),
        ("anything except retail", set(), {"retail_service"}),
        ("please no more kitchens", set(), {"hospitality"}),
        ("I can't stand office work", set(), {"business_finance"}),
        ("needles make me faint", set(), {"healthcare"}),
        ("I don't like working outside but i love cars", {"automotive"},
         {"agriculture_environment"}),
        ("trucks are not for me", set(), {"transportation"}),
        ("construction is off the table", set(), {"construction"}),
        ("me gusta arreglar carros", {"automotive"}, set()),
        ("quiero trabajar en un hospital", {"healthcare"}, set()),
        ("me encanta cocinar", {"hospitality"}, set()),
        ("odio la oficina", set(), {"business_finance"}),
        ("lo que sea menos limpieza", set(), {"retail_service"}),
        ("no me gusta manejar", set(), {"transportation"}),
        ("busco algo de soldadura", {"manufacturing"}, set()),
        ("no quiero trabajar en restaurantes", set(), {"hospitality"}),
        ("me interesa la energía solar", {"energy"}, set()),
    ],
)  # fmt: skip
def test_work_wanted_and_unwanted_is_told_apart(read, text, likes, dislikes):
    assert _interests(read(text)) == (likes, dislikes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("I want to become an electrician", ["47-2111"]),
        ("thinking about being a paramedic or a firefighter", ["29-2043", "33-2011"]),
        ("machinist", ["51-4041"]),
        ("wanna be a barber", ["39-5011"]),
        ("quiero ser plomero", ["47-2152"]),
        ("me gustaría ser asistente médico", ["31-9092"]),
    ],
)
def test_a_named_job_keeps_its_code(read, text, codes):
    assert read(text).delta["interests"]["occupations"] == codes


def test_only_replaces_and_remove_takes_out(read):
    assert read("only healthcare please").delta["interests"] == {
        "likes": ["healthcare"],
        "only": True,
    }
    assert read("take construction off my list").delta["interests"] == {
        "remove": {"likes": ["construction"]}
    }
    assert read("solo manufactura").delta["interests"]["only"] is True
    assert read("quita construcción").delta["interests"] == {"remove": {"likes": ["construction"]}}


@pytest.mark.parametrize(
    "text",
    [
        "I worked in a warehouse for two years",
        "i'm a cashier but i want something better",
        "laid off from a restaurant",
        "I have a car",
        "i have two kids",
        "what is the weather",
        "trabajé en una fábrica",
    ],
)
def test_what_was_only_mentioned_is_no_wish(read, text):
    assert _interests(read(text)) == (set(), set())


@pytest.mark.parametrize(
    ("text", "sector"),
    [("metal", "manufacturing"), ("cars", "automotive"), ("cocina", "hospitality")],
)
def test_a_bare_word_answers_what_do_you_like(read, text, sector):
    assert _interests(read(text, asked="interests"))[0] == {sector}


def test_it_is_a_field_in_capitals_only(read):
    assert _interests(read("any jobs in IT")) == ({"technology"}, set())
    assert _interests(read("i like it")) == (set(), set())


def test_misspelt_words_are_read(read):
    assert _interests(read("i like constrution and weldin")) == (
        {"construction", "manufacturing"},
        set(),
    )


@pytest.mark.parametrize(
    ("text", "likes", "dislikes"),
    [
        ("no quiero cocinar quiero manejar", {"transportation"}, {"hospitality"}),
        ("no quiero ser mesera quiero ser soldadora", {"manufacturing"}, {"hospitality"}),
        ("quiero ser plomero no carpintero", {"construction"}, set()),
        ("i want to be a carpenter not a roofer", {"construction"}, set()),
        ("trucking sounds good but not warehouses", {"transportation"}, set()),
        ("i dont want to clean houses i want to drive", {"transportation"}, {"retail_service"}),
        ("tryna get outta fast food", set(), {"hospitality"}),
        ("i like repairing tractors", {"automotive"}, set()),
        ("dental tech", {"healthcare"}, set()),
        ("jobs in tech", {"technology"}, set()),
        ("i hate cooking, i hate kitchens", set(), {"hospitality"}),
    ],
)
def test_each_wish_reaches_only_its_own_work(read, text, likes, dislikes):
    assert _interests(read(text)) == (likes, dislikes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [("can you find me a job rn", []), ("i want to be an rn", ["29-1141"]),
     ("quiero limpiar habitaciones de hotel", ["37-2012"])],
)  # fmt: skip
def test_a_job_is_told_from_what_only_looks_like_it(read, text, codes):
    assert read(text).delta.get("interests", {}).get("occupations", []) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("i wanna fix peoples toilets and sinks", ["47-2152"]),
        ("thinking about doing hair for a living", ["39-5012"]),
        ("i want to fix the old power lines", ["49-9051"]),
        ("I'd like to be the one who draws your blood", ["31-9097"]),
        ("quiero arreglar el aire acondicionado", ["49-9021"]),
        ("me gustaría ser de los que componen los elevadores", ["47-4021"]),
        ("I want work outside. Tree trimming, parks.", ["37-3013"]),
        ("wanna be a dialysis tech", ["29-2099"]),
    ],
)
def test_a_job_wished_for_may_be_told_by_what_is_done(read, text, codes):
    assert read(text).delta["interests"]["occupations"] == codes


@pytest.mark.parametrize(
    "text",
    [
        "i love doing hair",
        "me encanta cortar el pelo",
        "want to do something in a doctors office",
        "quiero ser de las que ayudan a la enfermera",
    ],
)
def test_what_is_only_liked_or_helped_at_names_no_job(read, text):
    said = read(text).delta["interests"]
    assert said["likes"]
    assert "occupations" not in said


@pytest.mark.parametrize(
    ("text", "likes", "dislikes"),
    [
        ("Please nothing involving blood, needles, or old people", set(), {"healthcare"}),
        ("love taking apart motors", {"automotive"}, set()),
        ("prefiero cuidar niños que limpiar oficinas", {"education_care"}, set()),
        ("i'd pick trucks over nursing any day", {"transportation"}, set()),
        ("medical field but needles freak her out", {"healthcare"}, set()),
        ("toco la guitarra y canto en la iglesia", {"arts_media"}, set()),
        ("when i aint in class im wrenching on dirt bikes", {"automotive"}, set()),
        ("customer service gets on my nerves", set(), {"retail_service"}),
        ("estoy hasta el copete de la cocina", set(), {"hospitality"}),
    ],
)
def test_lists_comparisons_and_pastimes_are_told_apart(read, text, likes, dislikes):
    assert _interests(read(text)) == (likes, dislikes)


def test_what_is_less_wanted_than_another_goes_when_it_was_wanted(read):
    reading = read(
        "i'd rather weld than do nursing", profile={"interests": {"likes": ["healthcare"]}}
    )
    removed = [span.value for span in reading.spans if span.op == "remove"]
    assert removed == ["healthcare"]
