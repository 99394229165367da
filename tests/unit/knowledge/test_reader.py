"""The reader hands out one whole release, or the last good one, and needs no database."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from knowledge.content import Content
from knowledge.documents import decoded, digest_of, encoded, plain_of, program_from
from knowledge.reader import CatalogUnavailable, Library
from knowledge.release import Release
from knowledge.shelf import document_of, document_path, pointer_path, release_id
from tests.builders import a_group, a_leaf, a_program, a_site, a_term, words

CONTENT = Content(programs={"a-program": a_program(), "b": a_program(id="b", part_of="a-program")})


def shelved(home: Path, content: Content, number: int = 1) -> str:
    """Put a release in force, as publishing does."""
    document = encoded(content)
    name = release_id(number, digest_of(document))
    document_path(home, name).parent.mkdir(parents=True, exist_ok=True)
    document_path(home, name).write_bytes(document_of(number, "2026-11-23T12:00:00", document))
    pointer = pointer_path(home)
    pointer.with_suffix(".new").write_text(f"{name}\n")
    pointer.with_suffix(".new").replace(pointer)
    return name


def test_the_reader_imports_no_database_library(checkout: Path) -> None:
    code = (
        "import sys, knowledge.reader, knowledge.cards;"
        "print(*{'sqlalchemy', 'alembic', 'pydantic'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=checkout, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == ""


def test_what_is_read_is_what_was_published(tmp_path: Path) -> None:
    name = shelved(tmp_path, CONTENT)
    release = Library(tmp_path).current()
    assert (release.id, release.number, release.content) == (name, 1, CONTENT)
    assert [part.id for part in release.children("a-program")] == ["b"]


def test_a_release_is_read_again_only_when_the_pointer_moves(tmp_path: Path) -> None:
    first = shelved(tmp_path, CONTENT)
    library = Library(tmp_path)
    one = library.current()
    assert library.current() is one
    second = shelved(tmp_path, Content(), 2)
    assert library.current().id == second
    assert library.release(first) is one


def test_without_a_release_the_catalog_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(CatalogUnavailable):
        Library(tmp_path).current()


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "", "1-zz", "9-0123456789ab", "1-" + "a" * 99]
)
def test_what_is_no_release_is_not_looked_for(tmp_path: Path, name: str) -> None:
    shelved(tmp_path, CONTENT)
    with pytest.raises(CatalogUnavailable):
        Library(tmp_path).release(name)


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda raw: raw[: len(raw) // 2], id="cut short"),
        pytest.param(lambda raw: b"", id="empty"),
        pytest.param(lambda raw: raw.replace(b"A program", b"A pogrom!"), id="a letter changed"),
        pytest.param(lambda raw: raw.replace(b'"format": 1', b'"format": 9'), id="of the future"),
        pytest.param(lambda raw: b"[]", id="something else"),
    ],
)
def test_a_damaged_release_leaves_the_last_good_one_in_force(
    tmp_path: Path, harm: object, caplog: pytest.LogCaptureFixture
) -> None:
    good = shelved(tmp_path, Content())
    library = Library(tmp_path)
    assert library.current().id == good
    bad = document_path(tmp_path, shelved(tmp_path, CONTENT, 2))
    assert callable(harm)
    bad.write_bytes(harm(bad.read_bytes()))
    with caplog.at_level(logging.ERROR):
        assert library.current().id == good
    assert "the last good one stays in force" in caplog.text
    with pytest.raises(CatalogUnavailable):
        Library(tmp_path).current()


def test_threads_never_see_a_half_read_release(tmp_path: Path) -> None:
    shelved(tmp_path, CONTENT)
    library = Library(tmp_path)
    seen: set[tuple[str, int]] = set()

    def look() -> None:
        for _ in range(200):
            release = library.current()
            seen.add((release.id, len(release.programs)))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    second = shelved(tmp_path, Content(), 2)
    for thread in threads:
        thread.join()
    assert library.current().id == second
    assert {count for name, count in seen if name != second} <= {2}


def test_a_program_survives_being_written_and_read() -> None:
    group = a_group("any_of", a_leaf(min_gpa=2.5, track="Shop"), a_leaf("age", "a#2", grades=[9]))
    program = a_program(
        group, sites=(a_site(),), cost=a_term(usd=0), full_name=words("A whole program")
    )
    assert program_from(plain_of(program)) == program


def test_equal_content_has_equal_bytes_in_whatever_order_it_was_read() -> None:
    turned = Content(programs=dict(reversed(CONTENT.programs.items())))
    assert encoded(turned) == encoded(CONTENT)


@pytest.mark.slow
def test_the_shipped_content_survives_whole(content: Content) -> None:
    document = encoded(content)
    again = decoded(json.loads(document))
    assert again == content
    assert encoded(again) == document


def test_a_wage_of_a_state_falls_back_to_the_country_and_never_to_zero(
    shipped: Release,
) -> None:
    state, country = shipped.wage("47-2111", "WI"), shipped.wage("47-2111")
    assert state is not None and country is not None
    assert (state.area, country.area, country.median_usd) == ("WI", "US", 63190)
    assert shipped.wage("00-0000", "WI") is None
    fallen = shipped.wage("47-2111", "ZZ")
    assert fallen is not None and fallen.area == "US"


def test_requirements_are_found_by_id_also_in_groups_and_unwritten_ones() -> None:
    group = a_group("any_of", a_leaf("age", "a-program#group/1"))
    release = Release(
        "1-x", 1, "", "", Content({"a-program": a_program(group), "b": a_program(id="b")})
    )
    assert release.requirement("a-program#group/1") is group.children[0]
    assert release.requirement("a-program#location").about == "location"
    assert release.requirement("b#entry").about == "other"
    with pytest.raises(KeyError):
        release.requirement("a-program#nothing")
