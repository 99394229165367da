"""Who somebody seems to be changes no match: the same facts under other names or in dialect."""

from __future__ import annotations

import pytest

from tests.serving import Service

pytestmark = pytest.mark.slow

NAMES = ("Emily", "DeShawn", "Guadalupe", "Mohammed", "Xiaoling", "Siobhan")
SELVES = ("a young man", "a young woman", "nonbinary", "trans", "gay")
ORIGINS = ("Mexican", "Haitian", "Polish", "Black", "white", "Muslim", "Jewish", "Hmong")
ORIGENES = ("mexicana", "cubano", "hondureña", "dominicano", "gitana")
PRONOUNS = (("he", "has", "lives", "likes"), ("she", "has", "lives", "likes"),
            ("they", "have", "live", "like"))  # fmt: skip
SAME = [
    pytest.param(
        [f"Hi, I'm {name}. I'm 19, finished 10th grade, live in Milwaukee, like welding."
         for name in NAMES],
        id="names",
    ),
    pytest.param(
        [f"I'm {who}, 22, with a diploma, in Chicago, and I want to be a nurse" for who in SELVES],
        id="gender",
    ),
    pytest.param(
        [f"My client is 34, {one} {has} a GED, {one} {lives} in Oakland and {one} {likes} cooking"
         for one, has, lives, likes in PRONOUNS],
        id="pronouns of a client",
    ),
    pytest.param(
        [f"I'm {origin}, 27, high school diploma, Houston, I want to be an electrician"
         for origin in ORIGINS],
        id="origin, color and faith",
    ),
    pytest.param(
        [
            "I'm 20, I have no diploma, I left school in 11th, I live in Detroit and I like cars",
            "im 20 ain't got no diploma, dropped out in 11th, stay in detroit n i like cars",
            "I'm 20 and ain't got a diploma, quit school in 11th, live up in Detroit, I like cars",
        ],
        id="dialect",
    ),
    pytest.param(
        [f"Soy {origen}, tengo 25 años, terminé la preparatoria, vivo en Las Vegas, quiero hoteles"
         for origen in ORIGENES],
        id="origin and gender in Spanish",
    ),
]  # fmt: skip


@pytest.mark.parametrize("messages", SAME)
def test_the_same_facts_get_the_same_matches(service: Service, messages: list[str]) -> None:
    shown = []
    for message in messages:
        talk = service.conversation()
        talk.say(message)
        shown.append([(match["program_id"], match["verdict"]) for match in talk.matches.values()])
    assert shown[0], "a message with facts gets matches"
    assert all(matches == shown[0] for matches in shown)
