"""Whose talk it is: a friend named once does not make the rest of it the friend's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.heard import CLIENT, SELF, Heard, Memory
from actions.phrases import plain
from actions.relations import relation_in

OF_SELF = re.compile(
    r"(?:(?:ok|okay|so|well|and|but|anyway|hi|hey|bueno|pues|y|pero|hola)[ ,.]+)*"
    r"(?:i|im|ive|id|my name|yo|soy|tengo|vivo|estoy|trabajo|termine|acabe|deje|me llamo)\b"
)
TELLING = ("age", "education", "location")  # what makes somebody known


def own_again(heard: Heard, memory: Memory) -> Memory:
    """Give the talk back to the one who writes: “I'm 19 in Reno”, of whose cousin nothing is known.

    What a counselor says of a client, and what was told of the other, stays theirs.
    """
    spoken_for = memory.speaks_of == CLIENT and memory.who not in (None, CLIENT)
    if not spoken_for or heard.speaks_of == CLIENT or _is_known(memory.profile):
        return memory
    told = any(name in heard.delta for name in TELLING)
    if not told or not OF_SELF.match(plain(heard.text)) or relation_in(heard.text):
        return memory
    return replace(memory, speaks_of=SELF, who=None, profile={})


def _is_known(profile: Mapping[str, Any]) -> bool:
    return any(_is_said(profile.get(name)) for name in TELLING)


def _is_said(value: Any) -> bool:
    return any(value.values()) if isinstance(value, Mapping) else value is not None
