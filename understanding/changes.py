"""Whether a message supposes something instead of stating it."""

from __future__ import annotations

from understanding.message import Message


def supposes(message: Message) -> bool:
    """Tell a what-if ("what if i got my ged") from a statement."""
    return bool(message.of("changes", "what_if"))


def mends(message: Message) -> bool:
    """Tell whether a message takes back what was said ("actually", "i meant")."""
    return bool(message.of("changes", "correct"))
