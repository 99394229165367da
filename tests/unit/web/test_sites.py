"""The file of other sites: what it may hold, what is refused and where, and when it is read."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from web.chat.widget.contrast import contrast
from web.chat.widget.sites import NAME, Sites, sites_in

WHOLE = """
sites:
  city-college:
    origins: [https://www.college.example, "https://college.example:8443"]
    language: es
    corner: left
    colors: {background: "#5B1A4A", label: "#ffffff"}
    greeting: {en: Careers, es: Carreras}
    api: true
  library:
    origins: [http://localhost:8080]
"""


def _one(fields: str) -> str:
    return f"sites:\n  college:\n    {fields}\n"


def test_a_site_is_its_addresses_and_how_the_guide_looks_there() -> None:
    found, complaints = sites_in(WHOLE.encode())
    college, library = found["city-college"], found["library"]
    assert complaints == []
    assert college.origins == ["https://www.college.example", "https://college.example:8443"]
    assert (college.language, college.corner, college.api) == ("es", "left", True)
    assert college.colors.background == "#5b1a4a"
    assert (library.language, library.corner, library.greeting) == (None, "right", {})
    assert not library.api, "the API is open to nobody who was not named"


def test_an_address_is_kept_as_browsers_write_it() -> None:
    found, _ = sites_in(_one("origins: ['https://a.example:443']").encode())
    assert found["college"].origins == ["https://a.example"]


@pytest.mark.parametrize(
    ("origin", "hint"),
    [
        pytest.param("https://a.example/page", "behind the host name", id="a path"),
        pytest.param("https://a.example/", "behind the host name", id="a slash at the end"),
        pytest.param("https://*.a.example", "more than one site", id="a star"),
        pytest.param("*", "more than one site", id="everybody"),
        pytest.param("null", "not the address", id="an origin that hides"),
        pytest.param("http://a.example", "not safe on its way", id="without TLS"),
        pytest.param("https://A.example", "capital letters", id="capitals"),
        pytest.param("https://ñandú.example", "xn--", id="letters that are not ASCII"),
        pytest.param("https://me@a.example", "not the address", id="a name before the host"),
        pytest.param("https://a.example:99999", "port that cannot be", id="a port that is none"),
        pytest.param("https://a.example; sandbox", "not the address", id="another rule"),
        pytest.param("https://a.example\\n x", "not the address", id="a new line"),
        pytest.param("https://[", "not an address", id="half an address"),
        pytest.param("javascript:alert(1)", "not the address", id="a script"),
        pytest.param("https://" + "a" * 400, "not the address", id="an endless one"),
        pytest.param("", "not the address", id="nothing"),
    ],
)
def test_what_is_no_address_of_one_site_is_refused(origin: str, hint: str) -> None:
    found, complaints = sites_in(_one(f'origins: ["{origin}"]').encode())
    assert found == {}
    assert complaints[0].line == 3
    assert hint in complaints[0].message


@pytest.mark.parametrize(
    ("fields", "line", "hint"),
    [
        pytest.param("origins: []", 3, "needs 1 to 50", id="no address"),
        pytest.param("corner: left", 2, "is missing", id="no addresses at all"),
        pytest.param(
            "origins: [https://a.example]\n    corner: top", 4, "one of left, right", id="a corner"
        ),
        pytest.param(
            "origins: [https://a.example]\n    colour: x", 4, "did you mean `colors`", id="a slip"
        ),
        pytest.param(
            "origins: [https://a.example]\n    colors: {background: teal, label: '#ffffff'}",
            4, "write # and six digits", id="the name of a color",
        ),
        pytest.param(
            "origins: [https://a.example]\n    colors: {background: '#777777', label: '#ffffff'}",
            4, "4.48 to 1", id="colors nobody can read",
        ),
        pytest.param(
            "origins: [https://a.example]\n    greeting: {fr: Salut}", 4, "one of en, es",
            id="a language we do not speak",
        ),
        pytest.param(
            f"origins: [https://a.example]\n    greeting: {{en: {'x' * 41}}}", 4,
            "1 to 40 characters", id="a greeting that fits no button",
        ),
        pytest.param(
            'origins: [https://a.example]\n    greeting: {en: "a\\u202eb"}', 4,
            "1 to 40 characters", id="signs that turn the text around",
        ),
        pytest.param("origins: [https://a.example]\n    api: yes", 4, "true or false", id="yes"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_its_line(fields: str, line: int, hint: str) -> None:
    found, complaints = sites_in(_one(fields).encode())
    assert found == {}
    assert complaints[0].line == line
    assert hint in complaints[0].message


@pytest.mark.parametrize("key", ["City", "a_b", "-a", "a--b", '"a b"', "ñ", "a" * 61, '"<b>"'])
def test_a_key_is_plain_words_joined_by_hyphens(key: str) -> None:
    text = f"sites:\n  {key}:\n    origins: [https://a.example]\n"
    found, complaints = sites_in(text.encode())
    assert found == {}
    assert "write a key like" in complaints[0].message


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"sites: [", b"- a", b"sites: &a {b: *a}", b"sites: 3", b"x" * 2_000_000],
    ids=["empty", "not UTF-8", "not YAML", "a list", "an alias", "a number", "huge"],
)
def test_a_file_that_cannot_be_read_is_a_complaint(content: bytes) -> None:
    found, complaints = sites_in(content)
    assert found == {}
    assert complaints


def test_black_on_white_is_the_most_contrast_and_the_same_color_none() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#0b4d53", "#0b4d53") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def _written(file: Path, text: str) -> None:
    before = file.stat().st_mtime_ns if file.exists() else 0
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(before + 1_000_000, before + 1_000_000))  # clocks of files are coarse


def test_without_a_file_only_our_own_pages_show_it(tmp_path: Path) -> None:
    sites = Sites.beside(tmp_path)
    own = sites.find("")
    assert own is not None
    assert own.origins == []
    assert sites.find("city-college") is None
    assert not sites.may_call("https://www.college.example")


def test_a_change_counts_at_once_and_a_bad_one_leaves_the_last_good(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    sites, file = Sites.beside(tmp_path), tmp_path / NAME
    _written(file, WHOLE)
    assert sites.find("city-college") is not None
    assert sites.may_call("https://www.college.example")
    assert not sites.may_call("http://localhost:8080")
    with caplog.at_level(logging.ERROR):
        _written(file, WHOLE.replace("corner: left", "corner: top"))
        assert sites.find("city-college") is not None
    assert "sites.yml, line 6, sites.city-college.corner" in caplog.text
    caplog.clear()
    assert sites.find("library") is not None
    assert caplog.text == "", "said once, not at every request"
    _written(file, _one("origins: [https://a.example]"))
    assert sites.find("city-college") is None
    assert sites.find("college") is not None


def test_a_file_taken_away_takes_its_sites_away(tmp_path: Path) -> None:
    file = tmp_path / NAME
    _written(file, WHOLE)
    sites = Sites.beside(tmp_path)
    assert sites.find("library") is not None
    file.unlink()
    assert sites.find("library") is None
    assert sites.find("") is not None
