"""What a short answer means by what was asked: "yes" to a question about a license is a license."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import locales
from actions.asked import asks
from actions.heard import Heard, Json, Memory
from actions.phrases import any_of, plain
from matching.profile import FLAGS
from places.gazetteer import Gazetteer

YES_OR_NO: Mapping[str, bool] = {"affirm": True, "deny": False}
AMOUNT = re.compile(r"\W*\d[\d.,]*\s*k?\W*", re.IGNORECASE)
GOES_ON = r"(?=\s*[,.;:!]|\s+(?:and|but|i|im|ive|my|also|we|he|she|they|plus|y|pero|yo|ademas)\b)"
OPENING: Mapping[bool, re.Pattern[str]] = {  # of messages that tell more than yes or no
    True: re.compile(rf"(?:yes|yeah|yea|yep|yup|ya|yessir|sure|si|sip|simon|claro|aja){GOES_ON}"),
    False: re.compile(rf"(?:no|nope|nah|naw|nel|nop|not yet|todavia no|aun no){GOES_ON}"),
}


def completed(heard: Heard, memory: Memory) -> Json:
    """Return the message's delta, with what the question before it adds to it."""
    awaiting, delta = memory.awaiting, heard.delta
    if memory.choice or not awaiting:
        return delta
    said = YES_OR_NO.get(heard.intent, _said_beside(heard, awaiting))
    if AMOUNT.fullmatch(heard.text):
        said = None  # “30k” is no yes
    if awaiting.get("name") == "keep" and _keeps_it(heard):
        said = True
    if said is not None:
        return _with(_of_yes_or_no(awaiting, said), delta)
    if awaiting.get("name") == "location":
        place = _settled(awaiting, delta.get("location") or {}, heard.text)
        return {**delta, "location": place} if place else delta
    return delta


def _keeps_it(heard: Heard) -> bool:
    """Tell “keep it”, of what was only tried, from a wish for something to print."""
    asking = heard.intent == "save_plan" and "?" not in heard.text
    return asking and asks("true_now", plain(heard.text))


UNWILLING = re.compile(  # “no, i don't want nights” answers nothing that was asked
    r"(?:no|nope|nah|naw)[ ,]+(?:i |but |yo )*"
    r"(?:(?:dont|do not) (?:want|like)|cant|cannot|wont|no (?:quiero|puedo|me gusta))\b"
)


def _said_beside(heard: Heard, awaiting: Json) -> bool | None:
    """Read the yes or no that opens a message which goes on to tell something else."""
    if heard.hypothetical or awaiting.get("name") == "delete" or heard.intent == "correct":
        return None
    said = plain(heard.text)
    if UNWILLING.match(said):
        return None
    found = next((answer for answer, opens in OPENING.items() if opens.match(said)), None)
    return None if found is False and _unwishes(heard.delta) else found


def _unwishes(delta: Json) -> bool:
    """Tell the no of “no, not cooking” from an answer."""
    wishes = delta.get("interests") or {}
    return bool(wishes.get("dislikes") or wishes.get("remove"))


def _with(answer: Json, delta: Json) -> Json:
    """Lay what was told over what was answered, part by part: neither loses the other."""
    both = {**answer, **delta}
    for key in answer.keys() & delta.keys():
        if isinstance(answer[key], dict) and isinstance(delta[key], dict):
            both[key] = {**answer[key], **delta[key]}
    return both


def _of_yes_or_no(awaiting: Json, said: bool) -> Json:
    kind, name = awaiting.get("kind"), str(awaiting.get("name"))
    if kind == "requirement":
        return {"confirmed": {name: said}}
    if kind == "field" and name.removeprefix("facts.") in FLAGS:
        return path_delta(name, said)
    if kind == "confirm" and said:
        return dict(awaiting.get("delta") or {})
    return {}


def in_its_town(delta: Json, memory: Memory, gazetteer: Gazetteer) -> Json:
    """Keep the town when only its state is put right: Portland in Maine, not in Oregon."""
    place, known = delta.get("location") or {}, memory.profile.get("location") or {}
    town, state = known.get("city"), place.get("state")
    moved = state and not place.get("city") and not place.get("zip") and state != known.get("state")
    if not (town and moved):
        return delta
    has_one = any(one.kind == "city" for one in gazetteer.named(town, state))
    return {**delta, "location": {"city": town, "state": state}} if has_one else delta


def _settled(awaiting: Json, location: Json, text: str) -> Json:
    """Complete “Illinois” or “la de Colorado” with the city whose state was asked for."""
    offered = [place_of(choice) for choice in awaiting.get("choices") or ()]
    states = {location.get("state")} - {None}
    if any(place.get("state") in states for place in offered):
        meant = [place for place in offered if place.get("state") in states]
        return meant[0] if len(meant) == 1 and not location.get("city") else location
    named = [place for place in offered if _names_state(plain(text), str(place.get("state")))]
    return named[0] if len(named) == 1 else location


def _names_state(said: str, state: str) -> bool:
    """Tell whether a plain text holds a state's name in any language."""
    code = f"states.{state}"
    names = (locales.say(code, spoken) for spoken in locales.languages() if locales.has(code))
    return any(any_of([name]).search(said) for name in names)


def path_delta(path: str, value: Any) -> Json:
    """Write one dotted field as a delta: facts.veteran becomes {"facts": {"veteran": …}}."""
    outer, _, inner = path.partition(".")
    return {outer: {inner: value}} if inner else {outer: value}


def place_of(choice: Any) -> Json:
    """Read a place offered as a choice: a location, or "City, ST"."""
    if isinstance(choice, dict):
        return {part: choice.get(part) for part in ("city", "state", "zip") if choice.get(part)}
    city, _, state = str(choice).rpartition(", ")
    return {"city": city, "state": state} if city else {"state": state}
