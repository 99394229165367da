"""Whether a message supposes something instead of stating it."""

from __future__ import annotations

from understanding.message import Message

GOING_ON = frozenset({",", "y", ".", "e", "tambien", "claro", "pero"})  # after a yes


def supposes(message: Message) -> bool:
    """Tell a what-if ("what if i got my ged") from a statement."""
    found = message.of("changes", "what_if")
    return any(not _is_a_yes(message, hit.first) for hit in found)


def _is_a_yes(message: Message, at: int) -> bool:
    """Tell the "sí" that opens an answer, "si, y tengo 17", from a supposing "si"."""
    awaited = message.context.awaiting
    asked = awaited is not None and awaited.kind in ("confirm", "requirement", "field")
    return asked and at == 0 and message.word(0) == "si" and message.word(1) in GOING_ON


def mends(message: Message) -> bool:
    """Tell whether a message takes back what was said ("actually", "i meant")."""
    return bool(message.of("changes", "correct"))
