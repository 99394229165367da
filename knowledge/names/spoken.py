"""How a program is called in a sentence: its name without what its card says beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from matching.program import Program, Words

PARENTHESES = re.compile(r"\s*\([^()]*\)(?=\s*(?:,|$))")  # not “driver (CDL) training”
SHORTENED = re.compile(r"(?P<long>[^(,]+?)\s*\((?P<short>[A-Z][A-Z-]+)\)")
WORD = re.compile(r"[\w’']+")
JOINING = frozenset({"of", "and", "for", "in", "the", "de", "y", "en", "del", "la"})


def spoken_names(programs: Iterable[Program]) -> dict[str, Words]:
    """Map every program's id to its short name, or to its name where that is another's too."""
    listed = list(programs)
    brief = {program.id: _brief_words(program.name) for program in listed}
    counts = Counter(text for words in brief.values() for text in set(words.values()))
    return {
        program.id: program.name
        if any(counts[text] > 1 for text in brief[program.id].values())
        else brief[program.id]
        for program in listed
    }


def _brief_words(name: Words) -> Words:
    known = {found["short"] for text in name.values() if (found := _initials_in(text))}
    return {language: _brief(text, known) for language, text in name.items()}


def _initials_in(text: str) -> re.Match[str] | None:
    """Find initials that stand behind the words they spell."""
    found = SHORTENED.search(text)
    return found if found and _before_spelt(found["long"], found["short"]) is not None else None


def _brief(text: str, known: Collection[str]) -> str:
    """Take the initials for the words they stand for: “GM ASEP”; other brackets go.

    `known`: initials spelt out in another language, “Aprendizaje de técnico … (IMT)”.
    """
    found = SHORTENED.search(text)
    before = _before_spelt(found["long"], found["short"]) if found else None
    if found and before is None and found["short"] in known:
        before = found["long"].partition(" ")[0]
    if found and before is not None:
        rest = text[found.end() :].strip()
        if before or (rest and not rest.startswith(",")):  # initials alone tell too little
            text = " ".join(part for part in (before, found["short"], rest) if part)
    return PARENTHESES.sub("", text).strip().replace(" ,", ",")


def _before_spelt(long: str, short: str) -> str | None:
    """Return what stands before the words that the initials spell; None: they spell none."""
    words = [one for one in WORD.finditer(long) if one[0].lower() not in JOINING]
    letters = short.replace("-", "")
    spelt = words[-len(letters) :]
    if len(spelt) < len(letters) or "".join(one[0][0] for one in spelt).upper() != letters:
        return None
    return long[: spelt[0].start()].strip()
