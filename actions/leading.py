"""What a message asks of the talk itself: back to the list, more of it, why this, what is it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from actions.asides import tell_of_anger
from actions.asked import asks, is_only
from actions.fitting import fitting_first
from actions.following import go_on
from actions.learned import read_back
from actions.likeness import shown_by_its_name
from actions.phrases import plain
from actions.pointing import named, one_in_view, pointed_at, trade_pointed_at
from actions.reply import Reply
from actions.showing import show_best, show_more
from actions.telling import show_again, tell_about, tell_why
from actions.turn import Turn
from conversations.rescue import AFTER_HELP, is_over

Answer = Callable[[Turn], Reply]
Steered = tuple[Turn, Reply | None]
VAGUE = frozenset(
    {"nlu_fallback", "out_of_scope", "inform", "find_programs", "deny", "affirm", "greet", "help"}
    | {"bot_challenge", "goodbye", "ask_eligibility", "ask_requirements", "compare", "thank"}
)
CHATTED = frozenset({"out_of_scope", "nlu_fallback", "bot_challenge"})
TELLS_NOTHING = frozenset({"help", "out_of_scope", "bot_challenge"})
WONDERING = VAGUE | {"ask_apply", "ask_ladder", "correct", "dont_know", "restart"}
READ_INTO_POINTING = frozenset({"education", "interests", "credentials"})
SETTLED = ("pay", "cost", "apply", "support", "ladder", "length", "evening", "online", "deadline")


def after_help(turn: Turn) -> Steered | None:
    """Go on with somebody who was just in danger and says that it is well now."""
    if turn.memory.topic != AFTER_HELP or not is_over(turn.heard.text):
        return None
    if turn.heard.intent not in (*WONDERING, "crisis", "ask_support", "talk_to_person"):
        return None
    reply = Reply(turn.who).say("safety.over")
    calm = replace(turn, before=turn.before)
    if turn.heard.intent == "crisis":  # an echo; what it says of wishes was known
        calm = replace(turn, profile=turn.before)
    if calm.changed:
        read_back(calm, reply)
        return calm, show_best(calm, reply)
    return calm, show_again(calm, reply) if calm.memory.shown else go_on(calm, reply)


def led(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    """Answer what is asked of the talk itself; None: something else is asked."""
    if turn.heard.intent == "save_plan" and not turn.changed and not asks("save", said):
        return _of_the_list(turn, said)
    if turn.heard.intent not in WONDERING or turn.heard.hypothetical:
        return None
    quiet = replace(turn, profile=turn.before)
    of_one = is_only("bare_why", said) and turn.memory.in_view
    if of_one or (asks("why", said) and (turn.memory.shown or named(turn))):
        return quiet, tell_why(_about_pointed(quiet))
    by_trade = trade_pointed_at(turn)
    misread = by_trade is not None and set(turn.heard.delta) <= READ_INTO_POINTING
    if (turn.changed and not misread) or any(asks(topic, said) for topic in SETTLED):
        return None
    if asks("about", said):
        program = turn.program(_one_meant(turn))
        if program is not None:
            return quiet, tell_about(quiet, program)
    return None if turn.changed else _explained(quiet, said) or _of_the_list(turn, said)


def _explained(turn: Turn, said: str) -> Steered | None:
    """ "Explain the third to me", "something with BMW": the bot took it for no question of ours."""
    if turn.heard.intent not in TELLS_NOTHING:
        return None
    spoken = named(turn)
    meant = spoken[0] if len(spoken) == 1 else None if spoken else shown_by_its_name(turn, said)
    return (turn, tell_about(turn, meant)) if meant else None


def _of_the_list(turn: Turn, said: str) -> Steered | None:
    if turn.heard.intent not in (*VAGUE, "save_plan"):
        return None
    if turn.heard.intent in CHATTED and asks("small_talk", said):
        return turn, go_on(turn, Reply(turn.who).say("scope.small_talk"))
    if asks("fed_up", said):
        return turn, tell_of_anger(turn)
    leaves = turn.heard.intent in ("thank", "goodbye") and "?" not in turn.heard.text
    if asks("more", said) and turn.memory.shown and not (asks("about", said) or leaves):
        return turn, show_more(turn, Reply(turn.who))
    if asks("resume", said):
        reply = Reply(turn.who)
        return turn, show_again(turn, reply) if turn.memory.shown else go_on(turn, reply)
    return None


def _one_meant(turn: Turn) -> str | None:
    """Return the one program that is named, pointed at, or in view as “it”."""
    spoken = [program.id for program in named(turn)]
    if spoken:
        return spoken[0] if len(spoken) == 1 else _of_one_name(turn)
    by_trade = trade_pointed_at(turn)
    if by_trade is not None:
        return by_trade
    return one_in_view(turn) if asks("that", turn.heard.text.casefold()) else None


def _of_one_name(turn: Turn) -> str | None:
    """Of programs that one name stands for (“what is WIOA?”), the one that fits the person."""
    if pointed_at(turn) or asks("compare", plain(turn.heard.text)):
        return None
    return fitting_first(turn, named(turn))[0].id


def _about_pointed(turn: Turn) -> Turn:
    ids = [program.id for program in named(turn)] or pointed_at(turn)
    by_trade = trade_pointed_at(turn)
    chosen = ids[:1] or ([by_trade] if by_trade else [])
    return replace(turn, memory=replace(turn.memory, mentioned=tuple(chosen)))
