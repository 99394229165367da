"""Asks back what could mean several things, such as Springfield. Never guesses."""

from __future__ import annotations

from typing import Any

from actions.answered import path_delta, place_of
from actions.buttons import offer_skip
from actions.heard import Json
from actions.reply import Reply
from actions.turn import Turn

CHOICES_OFFERED = 6


def unclear(turn: Turn) -> bool:
    """Tell whether something in the message could mean several things."""
    return any(one.get("choices") for one in turn.heard.ambiguous)


def ask_meaning(turn: Turn, reply: Reply) -> Reply:
    """Ask which of several things was meant, each of them a button."""
    asked = next(one for one in turn.heard.ambiguous if one.get("choices"))
    field, choices = asked["field"], list(asked["choices"])[:CHOICES_OFFERED]
    if field == "location":
        _ask_which_place(reply, str(asked["text"]).strip(), choices)
    else:
        reply.say("matching.which_meaning", text=str(asked["text"]))
    for choice in choices:
        label, what, value = _offered(field, choice)
        delta = path_delta(field, value)
        reply.offer(label, {"intent": "inform", "delta": delta, "value": field}, **what)
    offer_skip(reply, field)
    reply.awaiting = {"kind": "choice", "name": field, "choices": choices}
    return reply


def _ask_which_place(reply: Reply, text: str, choices: list[Any]) -> None:
    """Ask between places of one name, or between a city and a ZIP code that lies elsewhere."""
    zipped = next((place_of(one) for one in choices if place_of(one).get("zip") == text), None)
    if zipped is None:
        reply.say("matching.which_place", place=text.title())
        return
    others = [place_of(one) for one in choices if place_of(one) != zipped]
    where = [_named(place) for place in (zipped, *others[:1])]
    reply.say("correction.impossible.place", zip=text, place=where[0], other=where[-1])


def _named(place: Json) -> str:
    return ", ".join(str(place[part]) for part in ("city", "state") if place.get(part))


def _offered(field: str, choice: Any) -> tuple[str, Json, Any]:
    if field == "location":
        place = place_of(choice)
        return "place", {"place": _named(place) or str(place.get("zip"))}, place
    if field.startswith("interests."):
        return "sector", {"what": {"code": f"codes.sector.{choice}"}}, [choice]
    if field == "education":
        level = choice if isinstance(choice, dict) else {"level": choice}
        return "sector", {"what": {"code": f"codes.level.{level.get('level')}"}}, level
    return "place", {"place": str(choice)}, choice
