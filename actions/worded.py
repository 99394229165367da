"""A detail that no topic of the bot stands for, or a topic the bot took for something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actions.answered import YES_OR_NO
from actions.asked import asks, is_only
from actions.details import tell_length, tell_training_pay, tell_when
from actions.distance import tell_nearest, tell_where
from actions.documents import tell_documents
from actions.learned import with_news
from actions.pointing import named, trade_pointed_at
from actions.reply import Reply
from actions.telling import tell_deadline, tell_free, tell_pick
from actions.turn import Turn

Answer = Callable[[Turn], Reply]
Steered = tuple[Turn, Reply | None]
DETAILS: Mapping[str, Answer] = {
    "training_pay": tell_training_pay,
    "nearest": tell_nearest,
    "where": tell_where,
    "length": tell_length,
    "documents": tell_documents,
    "deadline": tell_deadline,
    "free": tell_free,
    "evening": lambda turn: tell_when(turn, "evening"),
    "online": lambda turn: tell_when(turn, "online"),
    "pick": tell_pick,
}
SHORT_ANSWERS = (*YES_OR_NO, "dont_know")
UNSURE = frozenset(
    {"nlu_fallback", "out_of_scope", "inform", "find_programs", "deny", "greet", "thank", "help"}
)
ANSWERS_NOTHING = frozenset({"help", "bot_challenge"})  # beside news of the person
WONDERS_AHEAD = frozenset(
    {"ask_ladder", "ask_eligibility", "find_programs", "nlu_fallback", "ask_apply", "out_of_scope"}
)
ASKED_TOPICS = ("pay", "cost", "apply", "support", "requirements")
BASICS = ("age", "education", "location")
FIRST_THE_LIST = frozenset({"ask_pay", "ask_cost", "ask_apply", "ask_support"})
HAVING_AN_ANSWER = frozenset({"ask_pay", "ask_cost", "ask_apply", "ask_ladder"})
SUPPOSING = frozenset({"find_programs", "inform", "nlu_fallback"})
LONG = 4  # words from which on a short answer says more than yes, no or “I don't know”


def worded(turn: Turn, said: str, topics: Mapping[str, Answer]) -> Steered | None:
    """Answer what the words ask, where the bot chose another topic or has none for it."""
    topic = _topic_instead(turn, said)
    if topic is not None:
        return turn, topics[topic](turn)
    climbs = turn.heard.intent == "ask_ladder" and asks("ladder", said)
    if climbs or (turn.heard.intent in SHORT_ANSWERS and len(said.split()) < LONG):
        return None
    found = next((answer for name, answer in DETAILS.items() if asks(name, said)), None)
    if found is None and turn.memory.shown and is_only("bare_where", said):
        found = tell_where
    if turn.changed:
        return _beside_news(turn, found)
    if found is None and turn.heard.intent in (*SHORT_ANSWERS, *UNSURE):
        found = next((topics[name] for name in ASKED_TOPICS if asks(name, said)), None)
    return (turn, found(turn)) if found else None


def _topic_instead(turn: Turn, said: str) -> str | None:
    """Name the topic a message is about where the bot's is not it."""
    intent, changed = turn.heard.intent, turn.changed
    first = intent in FIRST_THE_LIST or (intent == "ask_ladder" and not asks("ladder", said))
    if first and _tells_who(turn) and not named(turn):
        return "list"
    if intent == "ask_pay" and asks("cost", said) and not asks("pay", said):
        return "cost"
    if intent in ANSWERS_NOTHING and changed and "?" not in turn.heard.text:
        return "list"
    if intent == "compare" and changed and not _compares(turn, said):
        return "correction"
    if intent == "what_if" and asks("ladder", said):
        return "ladder"
    return "what_if" if _looks_ahead(turn, said) else None


def _compares(turn: Turn, said: str) -> bool:
    return asks("compare", said) or trade_pointed_at(turn) is not None


def _looks_ahead(turn: Turn, said: str) -> bool:
    """Tell “what opens once I'm 18?” and “what next year?” from a question about a ladder."""
    if turn.heard.intent == "ask_ladder" and turn.heard.hypothetical:
        return asks("moot", said)
    if turn.heard.intent in SUPPOSING and turn.heard.hypothetical:  # “what when I'm 16?”
        return "?" in turn.heard.text and bool(turn.heard.delta)
    return turn.heard.intent in WONDERS_AHEAD and asks("older", said) and not turn.changed


def _beside_news(turn: Turn, found: Answer | None) -> Steered | None:
    """Answer a detail asked beside a fact that makes no other list."""
    asked = found is not None and turn.memory.shown and "?" in turn.heard.text
    if found is None or not asked or _tells_who(turn) or turn.heard.intent in HAVING_AN_ANSWER:
        return None
    return turn, with_news(turn, found(turn))


def _tells_who(turn: Turn) -> bool:
    """Tell whether a question comes with news of the person that make another list."""
    before, after = turn.before, turn.profile
    if any(getattr(before, name) != getattr(after, name) for name in BASICS):
        return True
    likes_more = set(after.interests.likes) - set(before.interests.likes)
    return bool(likes_more) and not turn.heard.delta["interests"].get("occupations")
