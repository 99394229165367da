"""Job titles by the thousand, found by lookup: what O*NET says jobs are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from understanding.lexicon import SHIPPED, Hit
from understanding.words import Word

FOLDER = SHIPPED / "titles"
TABLE, SECTORS = "onet.tsv", "sectors.yml"
LONGEST = 3  # words of a title
TOPIC = "titles"
SHORT = {
    "tech": "technician",
    "aid": "aide",
    "asst": "assistant",
    "op": "operator",
    "mech": "mechanic",
}


@lru_cache(maxsize=1)
def titles() -> Mapping[str, str]:
    """Map a title to its job: "dental hygienist" to "29-1292 healthcare"."""
    lines = (FOLDER / TABLE).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {title: f"{soc} {sector}" for title, soc, sector in rows}


def titles_in(words: Sequence[Word]) -> Iterator[Hit]:
    """Yield the longest title at each place; the last word may stand for several of them."""
    known, at = titles(), 0
    while at < len(words):
        hit = next(_at(known, words, at), None)
        if hit is not None:
            yield hit
        at = hit.last if hit else at + 1


def _at(known: Mapping[str, str], words: Sequence[Word], at: int) -> Iterator[Hit]:
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        text = " ".join(word.text for word in words[at : at + size])
        job = next((known[one] for one in _forms(text) if one in known), None)
        if job:
            yield Hit(TOPIC, job, None, at, at + size)


def _forms(text: str) -> Iterator[str]:
    """Yield a title as said, of one person, and with its short last word written out."""
    yield text
    *rest, last = text.split()
    one = f"{last[:-3]}man" if last.endswith("men") else last.removesuffix("s")
    yield " ".join([*rest, one])
    if rest and one in SHORT:
        yield " ".join([*rest, SHORT[one]])
