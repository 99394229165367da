"""Places in what people write: found, left alone, and asked about."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.finding import Mention, find_places

WORDS = [
    *("i", "im", "19", "live", "in", "milwaukee", "Milwaukee,", "WI", "portland", "or", "my"),
    *("cousin", "la", "vivo", "en", "de", "53206", "$15000", "St.", "Paul", "springfield", "near"),
    *("the", "bronx", "milwakee", "austin,", "chicago", "'s", "north", "side", "of", "\n"),
    *("condado", "Normal", "-", "D.C."),
]


def said(mention: Mention) -> str:
    """Return "text = Name ST" with a question mark for what must be asked."""
    first = mention.candidates[0]
    name = first.name if first.kind != "state" else "state"
    return f"{mention.text} = {name} {first.state}" + ("" if mention.certain else "?")


def found(text: str, *, asked: bool = False, language: str = "en") -> list[str]:
    return [said(mention) for mention in find_places(text, asked=asked, language=language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("im 19 live in milwaukee i like working with my hands", ["milwaukee = Milwaukee WI"]),
        ("Milwaukee, WI", ["Milwaukee, WI = Milwaukee WI"]),
        ("Milwaukee Wisconsin", ["Milwaukee Wisconsin = Milwaukee WI"]),
        ("MILWAUKEE WI", ["MILWAUKEE WI = Milwaukee WI"]),
        ("St. Paul, Minn.", ["St. Paul, Minn = Saint Paul MN"]),
        ("st louis mo", ["st louis mo = St. Louis MO"]),
        ("live in Ft. Worth, Tx.", ["Ft. Worth, Tx = Fort Worth TX"]),
        ("coeur d'alene idaho", ["coeur d'alene idaho = Coeur d'Alene ID"]),
        ("i live in Kayenta AZ", ["Kayenta AZ = Kayenta AZ"]),
        ("oglala sd", ["oglala sd = Oglala SD"]),
        ("springfield in illinois", ["springfield in illinois = Springfield IL"]),
        ("Philadelphia 19104", ["Philadelphia 19104 = Philadelphia PA"]),
        ("Milwaukee, WI 53206-1234", ["Milwaukee, WI 53206-1234 = Milwaukee WI"]),
        ("53206", ["53206 = Milwaukee WI"]),
        ("my zip is 60644", ["60644 = Chicago IL"]),
        ("i live in wisconsin", ["wisconsin = state WI"]),
        ("live in pa and im 20", ["pa = state PA"]),
        ("im from ga", ["ga = state GA"]),
        ("anything in WI?", ["WI = state WI"]),
        ("washington state", ["washington state = state WA"]),
        ("cook county, il", ["cook county, il = Cook County IL"]),
        ("outside of philly", ["philly = Philadelphia PA"]),
        ("mke, 19, no ged", ["mke = Milwaukee WI"]),
        ("im from nola", ["nola = New Orleans LA"]),
        ("im in LA", ["LA = Los Angeles CA"]),
        ("i live in la and im 20", ["la = Los Angeles CA"]),
        ("i live in new york", ["new york = New York NY"]),
        ("i be in chi", ["chi = Chicago IL"]),
        ("im in the bay area", ["the bay area = Bay Area CA"]),
        ("southside of chicago", ["southside of chicago = South Side of Chicago IL"]),
        ("i live by fond du lac ave in mke", ["mke = Milwaukee WI"]),
        ("austin, chicago", ["austin, chicago = Austin IL"]),
        ("i live in austin", ["austin = Austin TX"]),
        ("the austin neighborhood", ["austin = Austin IL?"]),
        ("im from jersey", ["jersey = state NJ"]),
        ("logan square chicago", ["logan square chicago = Logan Square IL"]),
        ("live in milwakee", ["milwakee = Milwaukee WI"]),
        ("milwakee wi", ["milwakee wi = Milwaukee WI"]),
        ("Milwaukee's north side", ["Milwaukee = Milwaukee WI"]),
        ("kenosha, 18", ["kenosha = Kenosha WI"]),
        ("I like Racine", ["Racine = Racine WI"]),
        ("queens ny", ["queens ny = Queens NY"]),
        ("san juan pr", ["san juan pr = San Juan PR"]),
        ("Washington, D.C.", ["Washington, D.C. = Washington DC"]),
    ],
)
def test_a_place_is_found_in_english(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vivo en las vegas, no termine la prepa", ["las vegas = Las Vegas NV"]),
        ("soy de filadelfia", ["filadelfia = Philadelphia PA"]),
        ("vivo cerca de chicago", ["chicago = Chicago IL"]),
        ("busco programas en los ángeles", ["los ángeles = Los Angeles CA"]),
        ("quiero mudarme a Houston", ["Houston = Houston TX"]),
        ("san antonio tejas", ["san antonio tejas = San Antonio TX"]),
        ("carolina del norte", ["carolina del norte = state NC"]),
        ("estoy en nuevo méxico", ["nuevo méxico = state NM"]),
        ("vivo en bayamón", ["bayamón = Bayamón PR"]),
        ("vivo en corona, queens", ["corona, queens = Corona NY"]),
        ("mi código postal es 89101", ["89101 = Las Vegas NV"]),
        ("vivo en milwakee", ["milwakee = Milwaukee WI"]),
        ("vivo en la ciudad de phoenix", ["phoenix = Phoenix AZ"]),
        (
            "vivo en el condado de Orange, California",
            ["condado de Orange, California = Orange County CA"],
        ),
        ("vivo en el bronx", ["el bronx = Bronx NY"]),
    ],
)
def test_a_place_is_found_in_spanish(text: str, expected: list[str]) -> None:
    assert found(text, language="es") == expected
    assert found(text) == expected  # the language may not be known yet


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i live in springfield", ["springfield = Springfield MO?"]),
        ("portland", ["portland = Portland OR?"]),
        ("im from kc", ["kc = Kansas City MO?"]),
        ("i live in columbus", ["columbus = Columbus OH?"]),
        ("i live in NY", ["NY = New York NY?"]),
        ("i live in washington", ["washington = Washington DC?"]),
        ("tri-cities", ["tri-cities = Tri-Cities (Washington) WA?"]),
        ("hollywood", ["hollywood = Hollywood FL?"]),
    ],
)
def test_between_two_places_the_person_is_asked(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_at_most_five_places_are_offered_the_largest_among_them() -> None:
    (mention,) = find_places("i live in springfield")
    states = [place.state for place in mention.candidates]
    assert states == ["MO", "MA", "IL", "OR", "OH"]


NO_PLACE = [
    "ok",
    "17",
    "class of 2024",
    "i make $15000 a year",
    "$53206",
    "i make 53206 a year",
    "53,206",
    "12345 grand ave",
    "ssn 123-45-6789",
    "call me 414-555-1234",
    "99999",
    "help me",
    "oh i see",
    "hope this helps",
    "i want to get into reading",
    "i need a mobile phone",
    "surprise me",
    "normal job please",
    "interested in construction",
    "im in school",
    "work from home",
    "live near work",
    "i live in a house",
    "do you have this in spanish",
    "in english please",
    "tell me about the union",
    "i want to be a PA",
    "i need my cna in ma",
    "VA benefits",
    "I need to go to the DMV",
    "jobs in trade",
    "trabajo en la cocina",
    "la mesa esta en la cocina",
    "vivo en la casa de mi mama",
    "paso a paso",
    "soy de méxico",
    "soy de honduras",
    "I'm Austin",
    "my name is Charlotte",
    "me llamo Dallas",
    "Madison is my sister",
    "my teacher Mr. Houston",
    "university of chicago",
    "Austin Polytechnical Academy",
    "milwaukee ave",
    "Ben Hudnall Memorial Trust",
    "WRTP BIG STEP",
    "uaw gm",
    "I want to be a Carpenter",
    "",
    "   ",
    "¿?",
    "...",
    "\n\n",
    "🙂",
]


@pytest.mark.parametrize("text", NO_PLACE)
def test_what_is_no_place_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("portland or", ["portland or = Portland OR"], id="at the end: Oregon"),
        pytest.param("portland, or 97201", ["portland, or 97201 = Portland OR"], id="with a ZIP"),
        pytest.param("i live in portland or and im 19", ["portland or = Portland OR"], id="and"),
        pytest.param(
            "portland or seattle",
            ["portland = Portland OR?", "seattle = Seattle WA"],
            id="between two cities: a choice",
        ),
        pytest.param("chicago or milwaukee", ["chicago = Chicago IL", "milwaukee = Milwaukee WI"],
                     id="no Chicago in Oregon"),
        pytest.param("salem or or boise", ["salem or = Salem OR", "boise = Boise ID"], id="or or"),
        pytest.param("gary in", ["gary in = Gary IN"], id="at the end: Indiana"),
        pytest.param("from gary in the fall", ["gary = Gary IN"], id="a plain in"),
        pytest.param("mobile al", ["mobile al = Mobile AL"], id="a town that is a word, Alabama"),
        pytest.param("reading pa", ["reading pa = Reading PA"], id="a town that is a word"),
        pytest.param("new orleans la", ["new orleans la = New Orleans LA"], id="Louisiana"),
        pytest.param("wilmington de", ["wilmington de = Wilmington DE"], id="Delaware"),
        pytest.param("honolulu hi", ["honolulu hi = Honolulu HI"], id="Hawaii"),
        pytest.param("mexico mo", ["mexico mo = Mexico MO"], id="a country with its state"),
        pytest.param("job in kentucky", ["kentucky = state KY"], id="not the town of Job"),
    ],
)  # fmt: skip
def test_small_words_are_states_only_behind_a_city(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("normal", ["normal = Normal IL"]),
        ("mobile", ["mobile = Mobile AL"]),
        ("hope", ["hope = Hope AR?"]),
        ("im in mobile", ["mobile = Mobile AL"]),
        ("around fond du lac", ["fond du lac = Fond du Lac WI"]),
        ("milwakee", ["milwakee = Milwaukee WI"]),
        ("chi", ["chi = Chicago IL"]),
        ("la", ["la = Los Angeles CA"]),
        ("wi", ["wi = state WI"]),
        ("pa", ["pa = state PA"]),
        ("ok", []),
        ("no", []),
        ("home", []),
        ("i dont know", []),
        ("my moms house", []),
    ],
)
def test_an_answer_needs_no_cue(text: str, expected: list[str]) -> None:
    assert found(text, asked=True) == expected


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("live in milwaukee", ["lives"]),
        ("im 19 in milwaukee", ["lives"]),
        ("milwaukee wi", [None]),
        ("near milwaukee", ["near"]),
        ("moving to atlanta from memphis", ["moving_to", "from"]),
        ("i grew up in gary indiana", ["from"]),
        ("i work in detroit", ["works"]),
        ("my cousin in Dallas", ["other_person"]),
        ("my mom lives in houston, im in dallas", ["other_person", "lives"]),
        ("my cousin is a welder. he lives in Dallas", ["other_person"]),
        ("my parents live in Ohio", ["other_person"]),
        ("my son is 5 and i live in houston", ["lives"]),
        ("i stay with my cousin in dallas", ["lives"]),
        ("im a single mom in milwaukee", ["lives"]),
        ("client lives in Dallas", ["lives"]),
        ("she lives in philly", ["lives"]),
        ("mi hermano vive en Houston y yo vivo en San Antonio", ["other_person", "lives"]),
        ("mi familia es de Texas pero vivo en Denver", ["other_person", "lives"]),
        ("hablo con mi tía en Fresno", ["other_person"]),
        ("soy de Ponce", ["from"]),
        ("mom lives in Dallas", ["other_person"]),
        ("i fix cars in my uncle's shop in Compton", ["works"]),
        ("i dont live in detroit anymore, i live in Toledo", ["from", "lives"]),
        ("ya no vivo en Detroit", ["from"]),
        ("trabajo en houston", ["works"]),
        ("quiero mudarme a Chicago", ["moving_to"]),
        ("vivo cerca de Chicago", ["near"]),
    ],
)
def test_the_cue_says_whose_place_it_is_and_why(text: str, cues: list[str | None]) -> None:
    assert [mention.cue for mention in find_places(text)] == cues


def check_spans(text: str, mentions: list[Mention]) -> None:
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert 1 <= len(mention.candidates) <= 5
        assert len(mention.candidates) == 1 or not mention.certain
        end = mention.end


@given(st.text(), st.booleans(), st.sampled_from(["en", "es", "fr", ""]))
def test_no_text_breaks_the_finder(text: str, asked: bool, language: str) -> None:
    check_spans(text, find_places(text, asked=asked, language=language))


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.booleans())
def test_spans_fit_the_text_however_places_are_strung_together(text: str, asked: bool) -> None:
    check_spans(text, find_places(text, asked=asked))


@given(st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join))
def test_spaces_before_a_text_only_move_its_places(text: str) -> None:
    moved = find_places("   " + text.strip())
    assert [m.candidates for m in moved] == [m.candidates for m in find_places(text.strip())]
    assert all(re.search(r"\w", mention.text) for mention in moved)
