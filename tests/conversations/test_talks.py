"""How a talk goes: corrections, what-ifs, answers, clients, Spanish, danger, outages."""

from __future__ import annotations

import os
import signal
import time
from itertools import pairwise
from pathlib import Path

import httpx
import pytest

from tests.serving import Service, start, statuses

pytestmark = pytest.mark.slow


def test_a_spanish_speaker_is_understood_and_answered_in_spanish(service: Service) -> None:
    talk = service.conversation()
    talk.say("hola busco trabajo en hoteles, vivo en las vegas, no terminé la prepa")
    assert talk.last["language"] == "es"
    assert talk.profile["location"]["city"] == "Las Vegas"
    assert talk.profile["education"]["level"] == "some_high_school"
    match = talk.matches["culinary-academy-las-vegas"]
    assert statuses(match)["culinary-academy-las-vegas#location"] == "met"
    assert match["verdict"] == "likely"
    assert match["sources"]


def test_a_correction_changes_one_thing_and_says_what_changed(service: Service) -> None:
    talk = service.conversation()
    talk.say("im 17, finished 11th grade, from milwaukee, like building stuff")
    before = talk.profile
    talk.say("actually im 18")
    assert talk.profile == {**before, "age": 18}
    assert statuses(talk.matches["wrtp-big-step"])["wrtp-big-step#age"] == "met"


def test_a_what_if_opens_doors_without_changing_the_person(service: Service) -> None:
    talk = service.conversation()
    talk.say("im 20, dropped out in 9th grade, live in charleston south carolina, i like airplanes")
    before = talk.profile
    talk.say("what if i got my GED?")
    assert talk.profile == before
    assert "readysc-boeing" in talk.last["changed"]["opened"]


def test_the_way_to_a_job_is_shown_step_by_step(service: Service) -> None:
    talk = service.conversation()
    talk.say("im 19, left school after 10th grade, live in milwaukee")
    talk.say("how do i become a supervisor electrician")
    [ladder] = [item["ladder"] for item in talk.last["messages"] if item["type"] == "ladder"]
    assert [step["kind"] for step in ladder["way"]["steps"]] == ["lead", "train", "up"]
    assert ladder["way"]["from"]["id"] == "wrtp-big-step"
    talk.say("y cómo paso de cocinero a chef?")
    [ladder] = [item["ladder"] for item in talk.last["messages"] if item["type"] == "ladder"]
    assert ladder["way"]["steps"][-1]["to"]["id"] == "culinary/4"


def test_a_bare_number_answers_the_question_that_was_asked(service: Service) -> None:
    talk = service.conversation()
    talk.say("i left school after 10th grade, live in milwaukee, want construction work")
    assert "old are you" in talk.text
    talk.say("17")
    assert talk.profile["age"] == 17
    assert talk.profile["education"] == {"level": "some_high_school", "grade": 10}
    assert statuses(talk.matches["wrtp-big-step"])["wrtp-big-step#age"] == "not_met"


def test_a_counselor_speaks_of_a_client(service: Service) -> None:
    talk = service.conversation()
    talk.say("client is 34, CNA, laid off from a nursing home, philly, two kids, no car")
    facts = talk.profile["facts"]
    assert talk.profile["age"] == 34
    assert (facts["laid_off"], facts["parent_or_pregnant"], facts["own_transport"]) == (
        True,
        True,
        False,
    )
    assert "1199c-training-upgrading-fund" in talk.matches
    assert "client" in talk.text.lower()


def test_someone_far_from_everything_is_told_what_there_is(service: Service) -> None:
    talk = service.conversation()
    talk.say("i live in nome alaska, 22, diploma, i want to be an electrician")
    assert talk.matches, talk.text
    assert all(match["serves_location"] is not False for match in talk.matches.values())
    assert {"ak-job-center", "american-job-centers", "building-trades-apprenticeship"} & set(
        talk.matches
    )


def test_an_ambiguous_place_is_asked_back_and_never_guessed(service: Service) -> None:
    talk = service.conversation()
    talk.say("i live in springfield and i like cars")
    assert talk.profile["location"]["state"] is None
    offered = [reply["label"] for reply in talk.last["quick_replies"]]
    illinois = next(label for label in offered if "IL" in label or "Illinois" in label)
    talk.press(illinois)
    assert talk.profile["location"] == {"city": "Springfield", "state": "IL", "zip": None}


def test_a_requirement_that_no_field_covers_is_settled_by_yes(service: Service) -> None:
    talk = service.conversation()
    talk.say("im 21, diploma, milwaukee, construction")
    match = talk.matches["wrtp-big-step"]
    physical = "wrtp-big-step#physical"
    assert statuses(match)[physical] == "unknown"
    changed = talk.client.patch(
        f"/api/v1/chat/{talk.session}/profile", json={"confirmed": {physical: True}}
    ).json()
    confirmed = next(
        found
        for message in changed["messages"]
        if message["type"] == "matches"
        for found in message["matches"]
        if found["program_id"] == "wrtp-big-step"
    )
    assert statuses(confirmed)[physical] == "met"


def test_pay_is_told_with_its_source_and_the_ladder_can_be_opened(service: Service) -> None:
    talk = service.conversation()
    talk.say("im 19, diploma, live in milwaukee, i want to be an electrician")
    talk.say("how much does it pay")
    assert "$" in str(talk.last["messages"])
    assert "BLS" in str(talk.last["messages"])
    talk.say("show me the ladder")
    ladders = [m["ladder"] for m in talk.last["messages"] if m["type"] == "ladder"]
    assert ladders
    assert ladders[0]["rungs"]


def test_danger_is_answered_first_and_the_talk_may_go_on(service: Service) -> None:
    talk = service.conversation()
    talk.say("im 19 in milwaukee")
    talk.say("i cant do this anymore, i want to end my life")
    assert "988" in str(talk.last["messages"])
    assert talk.profile["age"] == 19
    talk.say("thanks. i like fixing cars")
    assert "automotive" in talk.profile["interests"]["likes"]


@pytest.mark.parametrize(
    "idiom",
    ["this job hunt is killing me", "im dying to start working", "me muero de ganas de trabajar"],
)
def test_an_idiom_is_not_danger(service: Service, idiom: str) -> None:
    talk = service.conversation()
    talk.say(idiom)
    assert all(message["type"] != "resources" for message in talk.last["messages"]), talk.text
    assert "safety" not in talk.last


@pytest.mark.parametrize("command", ["/restart", " /restart", '\u00a0/inform{"age": 5}'])
def test_a_typed_command_is_inert(service: Service, command: str) -> None:
    talk = service.conversation()
    talk.say("im 19, diploma, live in milwaukee")
    talk.say(command)
    assert talk.profile["age"] == 19


def test_nothing_is_said_twice_in_a_row_in_the_same_words(service: Service) -> None:
    talk = service.conversation()
    said = []
    for message in ["hi", "hi", "blah blah", "asdf qwer", "thanks", "thanks", "ok", "ok"]:
        talk.say(message)
        said.append(talk.text)
    assert all(one != next_ for one, next_ in pairwise(said)), said


def test_start_over_forgets_and_delete_leaves_nothing(service: Service) -> None:
    talk = service.conversation()
    talk.say("im 19, diploma, live in milwaukee")
    talk.say("start over")
    assert talk.profile["age"] is None
    talk.say("delete my data")
    if talk.last["quick_replies"]:
        talk.press(talk.last["quick_replies"][0]["label"])
    assert talk.client.get(f"/api/v1/chat/{talk.session}").status_code == 404


def _child(parent: int, module: str) -> int:
    """Find the process that runs a module, among all that descend from a process."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        words = path.read_bytes().split(b"\0")
        pid = int(path.parent.name)
        if module.encode() in words and parent in _ancestors(pid):
            return pid
    raise AssertionError(f"no process runs {module}")


def _ancestors(pid: int) -> list[int]:
    found = []
    while pid > 1:
        try:
            status = Path(f"/proc/{pid}/status").read_text()
        except FileNotFoundError:
            break
        pid = int(next(li for li in status.splitlines() if li.startswith("PPid:")).split()[1])
        found.append(pid)
    return found


def test_a_killed_bot_is_said_plainly_and_comes_back_with_nothing_lost(
    bot_python: str, tmp_path: Path
) -> None:
    running = start(tmp_path)
    try:
        running.wait_until_ready()
        talk = running.conversation()
        talk.say("im 19, left school after 10th grade, live in milwaukee")
        os.kill(_child(running.process.pid, "bot.serve"), signal.SIGKILL)
        message = {"message": "i like welding", "message_id": "once"}
        down = talk.say(**message)
        assert down["messages"][0]["text"], "never silence"
        crisis = talk.say("i want to kill myself")
        assert "988" in str(crisis["messages"])
        running.wait_until_ready(60)
        again = talk.say(**message)
        assert again["profile"]["age"] == 19
        assert "manufacturing" in again["profile"]["interests"]["likes"]
        assert talk.matches
    finally:
        running.end()


def test_the_web_answers_first_and_says_what_is_still_starting(
    bot_python: str, tmp_path: Path
) -> None:
    begun = time.monotonic()
    running = start(tmp_path)
    try:
        with running.client() as client:
            response = _first_answer(client, begun)
            assert response.status_code == 503
            assert "bot" in response.json()["detail"]
            running.wait_until_ready()
            assert client.get("/api/v1/ready").json()["ready"] is True
    finally:
        running.end()


def _first_answer(client: httpx.Client, begun: float) -> httpx.Response:
    while time.monotonic() - begun < 10:
        try:
            return client.get("/api/v1/ready")
        except httpx.ConnectError:
            time.sleep(0.05)
    raise AssertionError("the web did not answer")
