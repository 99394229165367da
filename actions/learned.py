"""What a message changed in the profile, as short labels to read back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from actions.reply import Reply
from actions.turn import Turn
from conversations.summary import understood
from matching.profile import Profile
from matching.profile_json import json_of

Labels = dict[str, Any]  # field -> label
READ_BACK = 10  # labels in one sentence


def labels_of(turn: Turn, profile: Profile) -> Labels:
    """Label what is known, by field."""
    jobs = turn.release.job_titles
    known = understood(json_of(profile), turn.language, jobs)
    return {one["field"]: one["label"] for one in known}


def news(turn: Turn, after: Profile | None = None) -> list[Any]:
    """List what is known after the message and was not before, or stood otherwise."""
    old = labels_of(turn, turn.before)
    new = labels_of(turn, after or turn.profile)
    return [label for field, label in new.items() if old.get(field) != label]


def replacements(turn: Turn) -> list[Any]:
    """List what stood otherwise before the message; a first word on something replaces nothing."""
    old, new = labels_of(turn, turn.before), labels_of(turn, turn.profile)
    return [label for field, label in new.items() if old.get(field, label) != label]


def losses(turn: Turn) -> list[Any]:
    """List what is no longer known; a like that became a dislike is no loss."""
    old, new = labels_of(turn, turn.before), labels_of(turn, turn.profile)
    turned = {field.replace("dislikes", "likes") for field in new}
    return [label for field, label in old.items() if field not in new and field not in turned]


def listed(labels: Iterable[Any]) -> Any:
    """Put labels into one parameter, the rest of a long list as a number."""
    all_of = list(labels)
    names: Any = {"listed": all_of[:READ_BACK]}
    left = len(all_of) - READ_BACK
    return names if left <= 0 else more(names, left)


def more(names: Any, count: int) -> Any:
    return {"code": "shared.names_more", "params": {"names": names, "count": count}}


def read_back(turn: Turn, reply: Reply) -> bool:
    """Say what is new, what stands otherwise, what is gone; False when it was nothing new."""
    gained, lost = news(turn), losses(turn)
    if gained:
        reply.say(_code_of(turn, len(gained)), facts=listed(gained))
    if lost:
        reply.say("correction.removed", facts=listed(lost))
    return bool(gained or lost)


def with_news(turn: Turn, reply: Reply) -> Reply:
    """Read back what was told beside a question, before its answer."""
    told = Reply(turn.who)
    read_back(turn, told)
    reply.messages[:0] = told.messages
    return reply


def _code_of(turn: Turn, gained: int) -> str:
    """Tell a correction and a mere "not that" from news."""
    old, new = turn.before.interests.dislikes, turn.profile.interests.dislikes
    if gained == len(set(new) - set(old)):
        return "correction.disliked"
    return "correction.changed" if replacements(turn) else "matching.understood"
