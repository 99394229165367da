"""One talk for every industry of the founding documents, over HTTP against the real processes."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.serving import Service, statuses

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Case:
    """What a person says, and what must come of it."""

    says: tuple[str, ...]
    program: str
    verdicts: tuple[str, ...]
    profile: dict[str, object] = field(default_factory=dict)
    requirements: dict[str, str] = field(default_factory=dict)
    source: str = "Founding document"


CASES = {
    "construction in Milwaukee, tenth grade, hands-on": Case(
        ("im 19, left school after 10th grade, live in milwaukee, i like working with my hands",),
        "wrtp-big-step",
        ("likely", "eligible"),
        {"age": 19, "education": {"level": "some_high_school", "grade": 10}},
        {
            "wrtp-big-step#age": "met",
            "wrtp-big-step#education": "met",
            "wrtp-big-step#location": "met",
        },
    ),
    "hotels in Las Vegas": Case(
        ("I'm 24 and live in Las Vegas. I want to work in hotels or kitchens",),
        "culinary-academy-las-vegas",
        ("likely",),
        {"age": 24},
        {"culinary-academy-las-vegas#location": "met"},
    ),
    "hotels in Boston": Case(
        ("looking for hotel work in boston, im 30 and got my ged",),
        "best-hospitality-training",
        ("likely", "eligible"),
        {"education": {"level": "high_school", "grade": None}},
        {"best-hospitality-training#location": "met"},
    ),
    "hotels in Los Angeles": Case(
        ("i live in los angeles and i want to be a cook in a hotel",),
        "hospitality-training-academy",
        ("likely", "eligible"),
        {},
        {"hospitality-training-academy#location": "met"},
    ),
    "health care in Philadelphia": Case(
        ("I'm a CNA in Philadelphia, 28, and I want to move up in healthcare",),
        "1199c-training-upgrading-fund",
        ("likely", "eligible"),
        {"age": 28, "credentials": ["cna"]},
        {"1199c-training-upgrading-fund#location": "met"},
    ),
    "health care inside Kaiser": Case(
        (
            "i work at kaiser permanente in oakland california as a housekeeper "
            "and want to be a nurse",
        ),
        "ben-hudnall-memorial-trust",
        ("likely",),
    ),
    "manufacturing in Chicago after prison": Case(
        ("i just got out of prison, im 26 in chicago and want to learn machining",),
        "young-manufacturers-association",
        ("likely", "eligible"),
        {"age": 26},
        {"young-manufacturers-association#age": "met"},
    ),
    "steel, already in the union": Case(
        ("I'm a steelworker in Gary Indiana, USW member, want to take classes",),
        "usw-institute-for-career-development",
        ("likely", "eligible"),
    ),
    "cars at General Motors": Case(
        ("i work for general motors in flint michigan, uaw member, what training can i get",),
        "uaw-gm-training",
        ("likely", "eligible"),
    ),
    "airplanes in South Carolina": Case(
        ("I have a high school diploma, live in Charleston SC and want to build airplanes",),
        "readysc-boeing",
        ("likely", "eligible"),
        {},
        {"readysc-boeing#education": "met", "readysc-boeing#location": "met"},
    ),
    "aerospace near Seattle, at Boeing": Case(
        ("i work at boeing in everett washington and im in the IAM machinists union",),
        "iam-boeing-joint-programs",
        ("likely", "eligible"),
    ),
    "high school student who likes computers": Case(
        ("im a sophomore in high school in oakland, i like computers",),
        "career-academies",
        ("likely", "eligible"),
        {"education": {"level": "in_high_school", "grade": 10}},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_person_finds_the_program_of_their_industry(service: Service, case: Case) -> None:
    talk = service.conversation()
    for message in case.says:
        talk.say(message)
    assert case.program in talk.matches, (list(talk.matches), talk.text)
    match = talk.matches[case.program]
    assert match["verdict"] in case.verdicts
    for name, value in case.profile.items():
        assert talk.profile[name] == value
    found = statuses(match)
    for requirement, status in case.requirements.items():
        assert found[requirement] == status, (requirement, found)
    assert any(case.source in source["title"] for source in match["sources"]) or match["part_of"]
    assert all(
        0 <= requirement["source"] < len(match["sources"]) for requirement in match["requirements"]
    )
