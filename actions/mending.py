"""Mends what a message was taken for by its own words, before anything is learned from it."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answered import YES_OR_NO
from actions.asked import asks, is_only
from actions.earnings import yearly_wage_in
from actions.heard import CLIENT, SELF, Heard, Json, Memory
from actions.phrases import parts_of, plain
from actions.unsaying import negated, unsaid

ASK_OF_WORK = frozenset({"ask_pay", "ask_ladder", "compare", "ask_cost"})
PLACE = re.compile(
    r"(?:the |el |la )?(?:first|second|third|fourth|one|1st|2nd|3rd"
    r"|primer[oa]?|segund[oa]|tercer[oa]?)(?: ones?)?"
)
ENDS_IN_PLACE = re.compile(rf"(?:.*\b(?:for|of|about|de|del|para|en|sobre) )?{PLACE.pattern}")
OF_SELF = re.compile(r"(?:i|im|ive|yo|myself)\b")  # at the head of what is told
FEW = 4  # words of a message that asks for no more than more
UNWISHED = ("dislikes", "remove")
WISHES = ("likes", "occupations")
ELSEWHERE = frozenset({"out_of_scope", "nlu_fallback"})
OF_ONESELF = ("age", "education", "facts", "credentials")
ASKING = ASK_OF_WORK | {"ask_requirements", "ask_eligibility", "ask_apply", "ask_support"}
QUESTIONS = ("why", "about", "length", "pay", "cost", "apply", "where", "requirements", "deadline")
HELD = re.compile(r"\b(?:i|im|ive|my|have|has|got|he|she|tengo|tiene|soy|es|ya|mi)\b")
WAGE_TAKEN_FOR = frozenset({"ask_pay", "ask_cost", "nlu_fallback", "out_of_scope"})
SOCIAL = frozenset({"thank", "affirm", "deny", "out_of_scope", "nlu_fallback", "dont_know"})
TAKES_BACK = frozenset(
    {"correct", "delete_my_data", "restart", "inform", "out_of_scope", "nlu_fallback"}
    | {"deny", "save_plan", "find_programs", "help"}
)


def mended(heard: Heard, memory: Memory) -> Heard:
    """Return what was heard, as its words bear it out. A pressed button means what it says."""
    if memory.choice:
        return heard
    said = plain(heard.text)
    for mend in MENDS:
        heard = mend(heard, memory, said)
    return heard


def _forgets_the_last(heard: Heard, memory: Memory, said: str) -> Heard:
    """“Forget that” takes back what was told last."""
    if not memory.told or heard.delta or not is_only("unsay_last", said):
        return heard
    return replace(heard, intent="correct", delta=negated(memory.told))


def _forgets_a_thing(heard: Heard, memory: Memory, said: str) -> Heard:
    """“Forget the thing about my kid”, “forget that I have a record”: what is named is unsaid."""
    of_work = "interests" in heard.delta or "remove" in heard.delta
    if heard.intent not in TAKES_BACK or not asks("unsay", said) or asks("everything", said):
        return heard
    if of_work:  # “drop the nursing thing” is understood already
        return heard
    delta = unsaid(heard.delta, memory.profile, said)
    return replace(heard, intent="correct", delta=delta) if delta else heard


def _without_harm(heard: Heard, memory: Memory, said: str) -> Heard:
    """Nothing is thrown away by a guess: that takes words which say so."""
    if heard.intent == "restart" and not asks("fresh", said):
        return replace(heard, intent="inform" if heard.delta else "nlu_fallback")
    if heard.intent == "delete_my_data" and not (heard.delta or asks("erase", said)):
        return replace(heard, intent="nlu_fallback")
    return heard


def _of_oneself(heard: Heard, memory: Memory, said: str) -> Heard:
    """What one tells of oneself counts beside the weather too; a place there may be any place."""
    if heard.intent not in ELSEWHERE:
        return heard
    asked = str(memory.awaiting.get("name") or "").partition(".")[0]
    told = {key: value for key, value in heard.delta.items() if key in (*OF_ONESELF, asked)}
    return replace(heard, intent="inform", delta=told) if told else heard


def _not_a_wish(heard: Heard, memory: Memory, said: str) -> Heard:
    """A job whose pay is asked for is no wish of somebody whose wishes are known."""
    known: Json = memory.profile.get("interests") or {}
    wished = any(known.get(name) for name in WISHES)
    if heard.intent not in ASK_OF_WORK or not heard.delta.get("interests"):
        return heard
    if any(heard.delta["interests"].get(name) for name in UNWISHED):
        return heard if "?" in heard.text else replace(heard, intent="correct")
    if not wished or asks("wish", said) or _is_said_alone(heard, "interests"):
        return heard
    return replace(heard, not_kept=("interests",))


def _is_said_alone(heard: Heard, about: str) -> bool:
    """Tell “Not hair. Computers.” from a job named in a question: a sentence of its own."""
    parts = parts_of(heard.text)
    told = [one for one in heard.spans if str(one["field"]).startswith(about)]
    asked = "?" in heard.text
    return not asked and any(plain(str(one["text"])).strip() in parts for one in told)


def _no_answer(heard: Heard, memory: Memory, said: str) -> Heard:
    """“Alright. Why these?” opens like an answer, and asks instead; “u got more” does too."""
    asked = str(memory.awaiting.get("name") or "")
    answers = [one for one in heard.spans if one["field"] == asked]
    if asks("more", said) and len(said.split()) <= FEW:
        quiet = answers or heard.intent in YES_OR_NO
        return replace(heard, intent="find_programs", delta={}) if quiet else heard
    outer, _, inner = asked.partition(".")
    asking = "?" in heard.text and heard.intent not in YES_OR_NO
    if not (inner and asking and any(_is_all(one, heard.text) for one in answers)):
        return heard
    rest = {key: value for key, value in heard.delta[outer].items() if key != inner}
    return replace(heard, delta={**heard.delta, outer: rest})


def _no_grade(heard: Heard, memory: Memory, said: str) -> Heard:
    """“¿Por qué el primero?” points at a program; it tells of no first grade."""
    grades = [one for one in heard.spans if str(one["field"]).startswith("education")]
    worded = any(asks(topic, said) for topic in QUESTIONS)
    asking = "?" in heard.text or heard.intent in ASKING or worded
    if not (grades and asking and memory.shown):
        return heard
    if not all(ENDS_IN_PLACE.fullmatch(plain(str(one["text"]))) for one in grades):
        return heard
    rest = {key: value for key, value in heard.delta.items() if key != "education"}
    return replace(heard, delta=rest)


def _true_now(heard: Heard, memory: Memory, said: str) -> Heard:
    """“I'm really moving there”: what was only tried out is true."""
    tried = memory.awaiting.get("name") == "keep" and not heard.delta
    if not tried or heard.intent in ("deny", "affirm") or asks("unsay_last", said):
        return heard
    return replace(heard, intent="affirm") if asks("true_now", said) else heard


def _leaves(heard: Heard, memory: Memory, said: str) -> Heard:
    """“Thanks so much. Bye.”, “that's right, goodnight”: whoever says goodbye goes."""
    if heard.intent not in SOCIAL or heard.delta or "?" in heard.text or not asks("bye", said):
        return heard
    return replace(heard, intent="goodbye")


def _of_the_helper(heard: Heard, memory: Memory, said: str) -> Heard:
    """“Yo tengo 41 y trabajo en el campo” tells of the one who asks for a daughter of 15."""
    known, told = memory.profile.get("age"), heard.delta.get("age")
    speaks_for = memory.speaks_of == CLIENT and heard.speaks_of != CLIENT
    other = told is not None and known is not None and told != known
    if not (speaks_for and other and heard.intent != "correct" and OF_SELF.match(said)):
        return heard
    rest = {
        key: value for key, value in heard.delta.items() if key not in (*OF_ONESELF, "location")
    }
    return replace(heard, delta=rest)


def _not_held(heard: Heard, memory: Memory, said: str) -> Heard:
    """“After EMT what's next” asks of a card that nobody said to hold."""
    if heard.intent not in ASK_OF_WORK or "credentials" not in heard.delta or HELD.search(said):
        return heard
    return replace(heard, not_kept=(*heard.not_kept, "credentials"))


def _saves(heard: Heard, memory: Memory, said: str) -> Heard:
    """“Save the first one, and that's all, thank you”: the wish goes before the thanks."""
    if heard.intent not in ("thank", "goodbye") or not asks("save_one", said):
        return heard
    return replace(heard, intent="save_plan")


def _tells_a_wage(heard: Heard, memory: Memory, said: str) -> Heard:
    """“I make 19 an hour” tells what one earns; it does not ask what something pays."""
    if heard.intent not in WAGE_TAKEN_FOR or yearly_wage_in(heard.text) is None:
        return heard
    return heard if asks("pay", said) else replace(heard, intent="inform")


def _wishes_the_same(heard: Heard, memory: Memory, said: str) -> Heard:
    """“I wanna do that too”, after a cousin who welds: their work is wished for."""
    told = heard.others_work or (memory.others_work if not memory.in_view else {})
    if not told or heard.delta.get("interests") or not asks("same_too", said):
        return heard
    delta = {**heard.delta, "interests": dict(told)}
    return replace(heard, intent="inform", delta=delta, speaks_of=SELF)


def _is_all(span: Json, text: str) -> bool:
    return bool(span["start"] == 0 and span["end"] >= len(text.rstrip()) - 1)


MENDS = (
    _tells_a_wage,
    _wishes_the_same,
    _no_answer,
    _no_grade,
    _true_now,
    _saves,
    _leaves,
    _not_held,
    _of_the_helper,
    _forgets_the_last,
    _forgets_a_thing,
    _without_harm,
    _of_oneself,
    _not_a_wish,
)
