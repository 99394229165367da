"""Whether an answer is of the kind that a question asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]

# Words an honest answer holds, a figure or that there is none, in either language.
PAY = re.compile(r"\$|\bpay\b|wage|\bsalar|\bpag[ao]|\bsueldo|\bgana", re.IGNORECASE)
COST = re.compile(
    r"\$|\bfree\b|\bcosts?\b|\bprice|\btuition|\bpaid by\b|\bscholarship|\bfee\b"
    r"|\bgratis\b|\bcuesta|\bcosto|\bprecio|\bbeca|\bcuota|\bpaga",
    re.IGNORECASE,
)
APPLY = re.compile(
    r"\bapply|\bcall\b|\bsign up|\benroll|\bask them\b|\breach\b|\bget into\b"
    r"|\binscri|\bllama|\bsolicit|\baplica|\bpregunt|\bentrar\b",
    re.IGNORECASE,
)
LADDER = re.compile(r"\bno ladder\b|\bno hay (?:una )?escalera|\bno tengo", re.IGNORECASE)
WORDS = {"pay": PAY, "cost": COST, "apply": APPLY, "ladder": LADDER}
SHOWN = {"ladder": "ladder", "apply": "resources"}  # what may be shown instead of said


def fits(question: str, answer: Json) -> bool:
    """Say whether the answer speaks of what was asked; a question back is not yet an answer."""
    asked = answer.get("asked") or {}
    if asked.get("kind") == "program":
        return False
    kinds = {message["type"] for message in answer["messages"]}
    if "matches" in kinds:  # a list of programs is the answer to another question
        return False
    if SHOWN.get(question) in kinds:
        return True
    texts = (m["text"] for m in answer["messages"] if m["type"] == "text")
    return any(WORDS[question].search(text) for text in texts)
