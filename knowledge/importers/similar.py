"""New programs that may be there already under another id. They are offered, never merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from knowledge.drafts.edits import Edit

Json = dict[str, Any]
ALIKE = 88  # of 100: “High Step Program” and “High Step” are, “High Step” and “High Road” not


@dataclass(frozen=True)
class Similar:
    """Two records an operator should look at."""

    new: str
    known: str
    percent: int  # how alike their names are


def similar_in(edits: Iterable[Edit], known: Mapping[str, Json]) -> Iterator[Similar]:
    """Compare the names of new programs with those in the same state."""
    index: dict[str, dict[str, str]] = defaultdict(dict)
    for name, document in known.items():
        for state in _states(document):
            index[state][name] = _name(document)
    for edit in edits:
        document = edit.document or {}
        near = {name: text for state in _states(document) for name, text in index[state].items()}
        best = process.extractOne(
            _name(document), near, scorer=fuzz.token_set_ratio,
            processor=default_process, score_cutoff=ALIKE,
        )  # fmt: skip
        if best:
            yield Similar(edit.record_id, best[2], round(best[1]))


def _states(document: Json) -> set[str]:
    served = (document.get("serves") or {}).get("states", [])
    return {*served, *(site["state"] for site in document.get("sites", []) if site.get("state"))}


def _name(document: Json) -> str:
    return str((document.get("name") or {}).get("en", ""))
