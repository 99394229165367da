"""Answers to what we asked, and words such as "ok" when we asked nothing."""

from __future__ import annotations

from actions.asking import ask_again
from actions.buttons import offer_start
from actions.following import go_on
from actions.guide import GuideAction
from actions.learned import read_back
from actions.meanings import ask_meaning, unclear
from actions.reply import Reply
from actions.showing import follow, show_best, tell_me
from actions.turn import Turn
from actions.verdicts import judge_aloud


class ActionTakeAnswer(GuideAction):
    """Take the answer to a question, then go on with what it was asked for."""

    topic = "answers"

    def answer(self, turn: Turn) -> Reply:
        awaiting = turn.memory.awaiting
        if unclear(turn):
            return ask_meaning(turn, Reply(turn.who))
        if awaiting.get("kind") == "confirm" and is_meant(turn):
            return confirmed(turn)
        if awaiting.get("kind") == "program" and awaiting.get("name") in GuideAction.by_topic:
            return GuideAction.by_topic[awaiting["name"]]().answer(turn)
        return taken(turn)


class ActionContinue(GuideAction):
    """Go on when somebody says yes, no or "I don't know" and nothing was asked."""

    topic = "going_on"

    def answer(self, turn: Turn) -> Reply:
        if turn.changed or turn.memory.choice.get("value"):
            return taken(turn)
        reply = Reply(turn.who)
        if turn.heard.intent == "deny":
            offer_start(reply.say("answers.no_problem"))
        elif turn.knows_nothing:
            tell_me(turn, reply)
        else:
            go_on(turn, reply.say("answers.go_on"))
        return reply


def taken(turn: Turn) -> Reply:
    """Take an answer, a skip, or what was no answer, which is asked once more."""
    reply = Reply(turn.who)
    if turn.changed:
        if not read_back(turn, reply):
            reply.say("answers.noted")
        return resumed(turn, reply)
    name = turn.memory.choice.get("value") or turn.memory.awaiting.get("name")
    if turn.heard.intent in ("dont_know", "deny") and name:
        reply.say("answers.skipped").skipped.append(str(name))
    elif ask_again(turn, missed := Reply(turn.who).say(_bridge(turn))):
        return missed
    else:
        reply.say("answers.moving_on")
    return tell_me(turn, reply) if turn.knows_nothing else follow(turn, reply)


def _bridge(turn: Turn) -> str:
    """An “alright” agrees and answers nothing; other words were not understood."""
    return "answers.noted" if turn.heard.intent == "affirm" else "answers.again"


def resumed(turn: Turn, reply: Reply) -> Reply:
    """Return to the program the question was about, else to the list."""
    topic, in_view = turn.memory.topic, turn.program(turn.memory.in_view)
    if topic in ("eligibility", "requirements") and in_view:
        return judge_aloud(turn, reply, in_view)
    if turn.knows_nothing:
        return tell_me(turn, reply)
    return show_best(turn, reply)


def is_meant(turn: Turn) -> bool:
    """Tell a word, or the button offered for this, from a yes pressed on some card."""
    choice = turn.memory.choice
    return not choice or choice.get("value") == turn.memory.awaiting.get("name")


def confirmed(turn: Turn) -> Reply:
    """Do, or leave, what we asked leave for."""
    reply = Reply(turn.who)
    yes = turn.heard.intent != "deny" and turn.heard.intent != "dont_know"
    if turn.memory.awaiting.get("name") == "delete":
        return deleted(reply) if yes else go_on(turn, reply.say("privacy.kept"))
    if not yes:
        return go_on(turn, reply.say("answers.no_problem"))
    read_back(turn, reply)
    return show_best(turn, reply)


def deleted(reply: Reply) -> Reply:
    reply.say("privacy.deleted")
    reply.effect, reply.forgets = "delete", True
    return reply
