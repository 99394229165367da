"""What this is and what it can do."""

from __future__ import annotations

from actions.following import go_on
from actions.guide import GuideAction
from actions.learned import labels_of, listed
from actions.reply import Reply
from actions.turn import Turn


class ActionExplainHelp(GuideAction):
    """Answer "help" and "what can you do?"."""

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who).say("help.what_i_do")
        known = labels_of(turn, turn.profile)
        if known:
            reply.say_if_short("profile.known", facts=listed(known.values()))
        return go_on(turn, reply)


class ActionTellWhatIAm(GuideAction):
    """Answer "are you a person?": no."""

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who).say("help.what_i_am")
        reply.offer("person", {"intent": "talk_to_person"})
        return go_on(turn, reply)
