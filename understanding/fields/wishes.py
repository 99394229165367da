"""What can be meant by work that is named, and which words name work. Decides nothing."""

from __future__ import annotations

from enum import Enum

from understanding.message import Message

WORK = ("interests", "tasks", "occupations", "titles")  # topics that name work
REACH = 12  # words a cue such as "i like" reaches over a list


class Wish(Enum):
    """What a person means by work they name."""

    LIKE = "like"
    ONLY = "only"
    DISLIKE = "dislike"
    REMOVE = "remove"
    EXPERIENCE = "experience"
    TRADE = "trade"  # done for many years: its sector, and no job in it
    NAMED = "named"  # as an item, without a word on it: wanted, unless other work is asked for
    DROPPED = "dropped"  # less wanted than something else
    NONE = "none"


def is_work(message: Message, at: int) -> bool:
    """Tell whether a word is part of a name of work."""
    return any(message.marks(topic, at) for topic in WORK)
