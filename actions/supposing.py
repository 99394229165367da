"""What a message tells and what it only supposes: “I'm 19 in Gary, what if I got my GED?”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from actions.heard import Heard, Json
from actions.phrases import plain
from understanding.delta import delta_of
from understanding.reading import Span

CUE = re.compile(
    r"(?<!\w)(?:what if|what happens if|how about if|suppose|supposing|imagine|if|once i|when i"
    r"|supongamos|imagina|que pasa si|qué pasa si|y si|si|cuando)(?!\w)",
    re.IGNORECASE,
)
OF_SELF = re.compile(
    r"\b(?:i|im|ive|my|me|we|he|she|client|soy|tengo|vivo|estoy|toy|ando|mi|yo|tiene|vive)\b"
)
ASKING = re.compile(
    r"\W*(?:would|will|do|does|can|could|is|are|what|how|which|where|cual|que|cuanto|como|puedo|hay)\b"
)


def told_apart(heard: Heard) -> Heard:
    """Part what is stated before an “if” from what follows it; without that, all is supposed."""
    cue = CUE.search(heard.text)
    if not heard.hypothetical or cue is None or not _states(heard.text[: cue.start()]):
        return heard
    told = [span for span in heard.spans if int(span["end"]) <= cue.start()]
    if not told:
        return heard
    beside, rest = _delta(told), _delta(span for span in heard.spans if span not in told)
    if not rest and heard.intent != "what_if":
        return replace(heard, delta=beside, hypothetical=False)
    return replace(heard, delta=rest, beside=beside)


def _states(opening: str) -> bool:
    said = plain(opening)
    return OF_SELF.search(said) is not None and ASKING.match(said) is None


def _delta(spans: Iterable[Json]) -> Json:
    return delta_of(
        Span(one["start"], one["end"], one["text"], one["field"], one["value"], one["op"])
        for one in spans
    )
