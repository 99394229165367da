"""Hello, goodbye and thank you."""

from __future__ import annotations

from actions.asking import stay_open
from actions.buttons import offer_start
from actions.following import go_on
from actions.guide import GuideAction
from actions.reply import Reply
from actions.showing import show_news
from actions.turn import Turn


class ActionGreet(GuideAction):
    """Greet; somebody who said something of themselves gets an answer to that."""

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        if turn.changed:
            return show_news(turn, reply)
        if turn.knows_nothing:
            reply.say("welcome.hello")
            offer_start(reply)
            return reply
        return go_on(turn, reply.say("welcome.hello_again"))


class ActionSayGoodbye(GuideAction):
    """Say goodbye, with a way back."""

    topic = "bye"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who).say("welcome.bye")
        reply.offer("plan", {"intent": "save_plan", "value": "show"})
        return reply.offer("person", {"intent": "talk_to_person"})


class ActionTakeThanks(GuideAction):
    """Take thanks and ask what is next."""

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        if turn.changed:
            return show_news(turn, reply)
        stay_open(turn, reply)
        offer_start(reply.say("welcome.thanks"))
        return reply
