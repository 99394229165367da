"""Wishes to have one thing forgotten ("forget my age")."""

from __future__ import annotations

from understanding.message import Draft

NEAR = 3


def read_forgetting(draft: Draft) -> None:
    """Add a span that forgets each field named after "forget" or "delete"."""
    message = draft.message
    for verb in message.of("changes", "forget"):
        for hit in message.of("changes", "field"):
            if 0 <= hit.first - verb.last <= NEAR and not message.of("changes", "what_if"):
                draft.add([message.span(verb.first, hit.last, str(hit.value), None, op="forget")])
