"""What is outside our field, and what we are not sure we understood."""

from __future__ import annotations

from actions.asking import ask_again
from actions.buttons import offer_start
from actions.following import go_on
from actions.guide import GuideAction
from actions.pointing import named
from actions.reply import Reply
from actions.showing import show_news, tell_me
from actions.telling import tell_about
from actions.turn import Turn
from actions.verdicts import judge_aloud

EITHER_OR = 2
NO_BUTTON = frozenset(  # they mean nothing without a question, or are on a button already
    {"nlu_fallback", "crisis", "greet", "thank", "goodbye", "affirm", "deny", "dont_know"}
    | {"out_of_scope", "help", "delete_my_data", "restart"}
)


class ActionStayOnTopic(GuideAction):
    """Say what Pathways can do instead; what was said of the person counts all the same."""

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        if turn.changed:
            return show_news(turn, reply)
        if len(spoken := named(turn)) == 1:  # “what was the first one called again?”
            return tell_about(turn, spoken[0])
        return go_on(turn, reply.say("scope.elsewhere"))


class ActionAskWhichMeaning(GuideAction):
    """Ask a short either-or; what was said of the person is taken all the same."""

    topic = "meaning"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        if turn.changed:
            return show_news(turn, reply)
        if named(turn):
            return judge_aloud(turn, reply, named(turn)[0])
        if turn.knows_nothing and not turn.memory.shown and not turn.memory.awaiting:
            return tell_me(turn, reply)
        likely = [name for name in turn.heard.intents if name not in NO_BUTTON][:EITHER_OR]
        if ask_again(turn, missed := Reply(turn.who).say("answers.again")):
            return missed
        reply.say("scope.which")
        for name in likely:
            reply.quick_replies.append(
                {"label": {"code": f"scope.meaning.{name}", "params": {}},
                 "choice": {"intent": name}}
            )  # fmt: skip
        if len(likely) < EITHER_OR:
            offer_start(reply)
        return reply.offer("else", {"intent": "help"})
