"""The YAML reader understands the plain part of YAML and refuses the rest in words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.content_files.yaml_text import MAX_BYTES, read_yaml

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc_", min_size=1), inner),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"a: &x [1]\nb: *x", "write the part out", id="an anchor"),
        pytest.param(b"a: [*x, *x]", "write the part out", id="an alias to nothing"),
        pytest.param(b"a: !!python/object/apply:os.system [ls]", "leave tags", id="a Python tag"),
        pytest.param(b"a: !include /etc/passwd", "leave tags", id="an own tag"),
        pytest.param(b"[" * 5000, "nested", id="a tower of lists"),
        pytest.param(b"a: [" + b"1," * 120_000 + b"1]", "split the file", id="too many values"),
        pytest.param(b"a: " + b"x" * MAX_BYTES, "larger than", id="too many bytes"),
        pytest.param(b"a: 1\n---\na: 2", "second document", id="two documents"),
        pytest.param(b"? [a, b]\n: 1", "not a word", id="a list as a key"),
        pytest.param(b"a: {b: c", "check the indentation", id="a bracket left open"),
        pytest.param(b"a: \x00", "does not allow", id="a NUL"),
        pytest.param(b"\xff\xfe\x00", "save the file as UTF-8", id="another encoding"),
        pytest.param(b"%YAML 9.9\n---\na: 1", "not readable", id="YAML of the future"),
    ],
)
def test_what_is_not_plain_yaml_is_refused_in_words(content: bytes, words: str) -> None:
    written, complaints = read_yaml(content)
    assert written is None
    assert [words in complaint.message for complaint in complaints] == [True]


def test_a_key_that_stands_twice_is_told_with_both_lines() -> None:
    written, complaints = read_yaml(b"a: 1\nb:\n  c: 2\n  c: 3\n")
    assert written is not None
    assert [(c.line, c.path) for c in complaints] == [(4, ("b", "c"))]
    assert "first on line 3" in complaints[0].message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("no", "no", id="Norway is not false"),
        pytest.param("on", "on", id="on is a word"),
        pytest.param("true", True, id="true is true"),
        pytest.param("02134", "02134", id="a ZIP keeps its zero"),
        pytest.param("53208", 53208, id="a number is a number"),
        pytest.param('"53208"', "53208", id="quotes make a text"),
        pytest.param("2.5", 2.5, id="a decimal"),
        pytest.param("1e999", "1e999", id="no endless numbers"),
        pytest.param(".inf", ".inf", id="no infinity"),
        pytest.param("2026-11-23", "2026-11-23", id="a date stays as written"),
        pytest.param("12:30", "12:30", id="a time is no number of base 60"),
        pytest.param("~", None, id="a tilde is nothing"),
        pytest.param("9" * 400, "9" * 400, id="a number too long to be one"),
    ],
)
def test_plain_values_mean_what_people_think(text: str, value: object) -> None:
    written, complaints = read_yaml(f"a: {text}".encode())
    assert complaints == []
    assert written is not None
    assert written.value == {"a": value}


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_fail(content: bytes) -> None:
    written, complaints = read_yaml(content)
    assert (written is None) <= bool(complaints)


@given(PLAIN)
def test_what_json_writes_is_read_back(value: object) -> None:
    written, complaints = read_yaml(json.dumps({"a": value}, ensure_ascii=False).encode())
    assert complaints == []
    assert written is not None
    assert written.value == {"a": value}


def test_every_value_knows_its_line() -> None:
    written, _ = read_yaml(b"a: 1\nb:\n  - c: 2\n    d: 3\n")
    assert written is not None
    assert written.line_of(("b", 0, "d")) == 4
    assert written.line_of(("b", 0, "e")) == 3
    assert written.line_of(("z",)) == 1
