"""Opens the short notation of vocabulary files: "(work|working) with my (hands|)"."""

from __future__ import annotations

import re

_MARKS = re.compile(r"([()|])")
_SPACES = re.compile(r"\s+")
MOST_WORDINGS = 1_000  # more of them in a line make loading slow, and few are ever said


class PhraseProblem(ValueError):
    """A vocabulary line that cannot be read."""


def expanded(phrase: str) -> list[str]:
    """List every wording a line stands for. A group is (this|that|), may be empty and may nest.

    Raises PhraseProblem when brackets do not pair or a line stands for too many.
    """
    pieces = [piece for piece in _MARKS.split(phrase) if piece]
    wordings = _either(pieces, phrase, inside=False)
    if pieces:
        raise PhraseProblem(f"a closing bracket too many in “{phrase}”")
    if len(wordings) > MOST_WORDINGS:
        raise PhraseProblem(f"{len(wordings)} wordings are too many for “{phrase}”: split the line")
    clean = (_SPACES.sub(" ", wording).strip() for wording in wordings)
    return list(dict.fromkeys(wording for wording in clean if wording))


def _either(pieces: list[str], phrase: str, inside: bool) -> list[str]:
    """Take alternatives off the front, to the end of the group or of the line."""
    done: list[str] = []
    now = [""]
    while pieces and pieces[0] != ")":
        piece = pieces.pop(0)
        if piece == "|":
            done, now = done + now, [""]
        elif piece == "(":
            group = _either(pieces, phrase, inside=True)
            now = [left + right for left in now for right in group]
        else:
            now = [left + piece for left in now]
    if inside:
        if not pieces:
            raise PhraseProblem(f"an opening bracket too many in “{phrase}”")
        pieces.pop(0)
    return done + now
