"""Whether a message supposes something instead of stating it."""

from __future__ import annotations

from understanding.message import Message

RETOLD = 10  # words of what was said before, up to the "but" that mends it
SIDE = 4  # words from a "but" to the side that is meant
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
    return bool(message.of("changes", "correct") or retold(message))


def _narrows(message: Message, at: int) -> bool:
    """ "I said Nogales, but the Arizona side": what was said stays, and is made clearer."""
    near = range(at + 1, min(at + 1 + SIDE, len(message.words)))
    return any("side" in message.marks("changes", one) for one in near)


def retold(message: Message) -> set[int]:
    """Say which words only repeat what was said before: "i put welding, but", "i said 10th but"."""
    found: set[int] = set()
    for hit in message.of("changes", "retold"):
        for at in range(hit.last, min(hit.last + RETOLD, len(message.words))):
            if message.sentence[at] != message.sentence[hit.first]:
                break
            if "but" in message.marks("cues", at):
                found.update(() if _narrows(message, at) else range(hit.last, at))
                break
    return found
