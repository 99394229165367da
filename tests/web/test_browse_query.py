"""What a browse address asks: read strictly, bounded, and written back as one address."""

from __future__ import annotations

import pytest

from web.chat.browse.query import LONGEST_PLACE, Query, read_query


@pytest.mark.parametrize(
    ("given", "query"),
    [
        pytest.param({}, Query(), id="nothing is the index"),
        pytest.param({"place": "  Ely,   NV "}, Query(place="Ely, NV"), id="spaces are tidied"),
        pytest.param({"place": "Ely\x00\n\tNV"}, Query(place="Ely NV"), id="no control characters"),
        pytest.param(
            {"sector": "energy", "kind": "academy", "show": "now", "order": "fit", "within": "25"},
            Query(sector="energy", kind="academy", show="now", order="fit", within=25),
            id="every field",
        ),
        pytest.param({"for": "anyone", "page": "3"}, Query(anyone=True, page=3), id="for anyone"),
    ],
)
def test_an_address_is_read_and_written_back(given: dict[str, str], query: Query) -> None:
    read = read_query(given)
    assert read.query == query
    assert not read.unread


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sector", "astrology"), ("kind", "<script>"), ("show", "all"), ("order", "id"),
        ("within", "7"), ("for", "you"), ("page", "0"), ("page", "-1"), ("page", "x"),
        ("page", "٣"), ("page", "99999"), ("page", "9" * 5000), ("place", "x" * 81),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_and_the_rest_stays(name: str, value: str) -> None:
    rest = {"sector": "energy"} if name != "sector" else {"kind": "academy"}
    read = read_query({**rest, name: value})
    assert read.unread == (name,)
    assert read.query.sector == rest.get("sector", "")
    assert read.query.kind == rest.get("kind", "")
    assert len(read.query.place) <= LONGEST_PLACE


def test_the_usual_and_the_empty_stand_in_no_address() -> None:
    assert Query().address == "/browse"
    assert Query(place="Ely, NV", within=50, page=1).address == "/browse?place=Ely%2C+NV"


def test_another_question_begins_on_its_first_page() -> None:
    assert Query(sector="energy", page=4).but(kind="academy").page == 1


def test_empty_fields_of_a_form_make_no_plain_address() -> None:
    assert not read_query({"place": "", "sector": "energy"}).is_plain
    assert read_query({"sector": "energy"}).is_plain
