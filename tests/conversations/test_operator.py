"""An operator adds a program by file: people find it at once, by name and by fit."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import CHECKOUT, Service, start, statuses

pytestmark = pytest.mark.slow

PROGRAM = """\
id: zephyr-boatworks-school
name: {en: "Zephyr Boatworks School", es: "Escuela Naval Zephyr"}
aliases: ["Zephyr Boatworks", "Astillero Zephyr"]
kind: pre_apprenticeship
sectors: [manufacturing]
summary:
  en: "A school made up for a test. It teaches people to build wooden boats."
  es: "Una escuela inventada para una prueba. Enseña a construir barcos de madera."
serves: {states: [ME]}
sites:
  - {city: Portland, state: ME}
requirements:
  - key: age
    about: age
    start_at: 18
    text: {en: "18 or older", es: "tener 18 años o más"}
    source: 0
cost: {usd: 0, text: {en: "Free", es: "Gratis"}, source: 0}
status: active
sources:
  - {title: "A source made up for a test", url: null, as_of: "2026", kind: report}
"""


@pytest.fixture(scope="module")
def operated(bot_python: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A product whose content files are a copy that this test may edit."""
    home: Path = tmp_path_factory.mktemp("operated")
    content = home / "content"
    shutil.copytree(CHECKOUT / "knowledge" / "content", content)
    running = start(home, PATHWAYS_CONTENT=str(content))
    try:
        running.wait_until_ready()
        yield running
    finally:
        running.end()


def programs_of(service: Service) -> Path:
    return service.home / "content" / "programs"


def test_a_program_added_by_file_is_found_and_undo_takes_it_back(operated: Service) -> None:
    file = programs_of(operated) / "zephyr-boatworks-school.yml"
    file.write_text(PROGRAM, encoding="utf-8")
    checked = operated.cli("kb", "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    published = operated.cli("kb", "publish")
    assert published.returncode == 0, published.stdout + published.stderr

    english = operated.conversation()
    english.say("what do i need for zephyr boatworks")
    assert "zephyr-boatworks-school" in english.matches
    english.say("im 20 and i live in portland maine, i like building things with my hands")
    found = english.matches["zephyr-boatworks-school"]
    assert found["verdict"] == "eligible"
    assert statuses(found)["zephyr-boatworks-school#age"] == "met"
    assert found["sources"][0]["title"] == "A source made up for a test"

    spanish = operated.conversation()
    spanish.say("¿qué piden en el astillero zephyr?")
    assert "zephyr-boatworks-school" in spanish.matches
    spanish.say("tengo 17 años, vivo en Portland, Maine y me gusta la manufactura")
    match = spanish.matches["zephyr-boatworks-school"]
    assert match["verdict"] == "one_step_away"
    assert match["name"] == "Escuela Naval Zephyr"

    file.unlink()
    assert operated.cli("kb", "undo").returncode == 0
    assert (
        operated.conversation().client.get("/api/v1/programs/zephyr-boatworks-school").status_code
        == 404
    )


def test_a_record_without_a_source_cannot_be_published(operated: Service) -> None:
    file = programs_of(operated) / "no-source-school.yml"
    text = PROGRAM.replace("zephyr-boatworks-school", "no-source-school")
    file.write_text(text[: text.index("sources:")], encoding="utf-8")
    try:
        refused = operated.cli("kb", "publish")
        assert refused.returncode != 0
        assert "no-source-school.yml" in refused.stdout + refused.stderr
        assert "source" in refused.stdout + refused.stderr
    finally:
        file.unlink()
