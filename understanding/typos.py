"""Mends misspelt words towards words of the vocabulary. An index, never a scan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rapidfuzz.distance import OSA

SHORTEST = 5  # letters; below that a near word is too often another word
LONG = 8  # letters from which two slips are forgiven


class TypoIndex:
    """Known words by every form they take with letters left out."""

    def __init__(
        self, known: Iterable[str], leave_alone: Iterable[str], is_name: Callable[[str], bool]
    ) -> None:
        self._is_name = is_name
        self._known = frozenset(known)
        self._left_alone = frozenset(leave_alone)
        self._by_form: dict[str, list[str]] = {}
        for word in sorted(self._known):
            if len(word) >= SHORTEST and word.isalpha():
                for form in _forms(word):
                    self._by_form.setdefault(form, []).append(word)
        self._mended: dict[str, str] = {}

    def mend(self, word: str) -> str:
        """Return the one known word that this is a slip of, or the word itself."""
        if len(word) < SHORTEST or word in self._known or not word.isalpha():
            return word
        if word in self._left_alone or len(word) > 24:
            return word
        if word not in self._mended:
            if len(self._mended) > 20_000:
                self._mended.clear()
            self._mended[word] = self._nearest(word)
        return self._mended[word]

    def _nearest(self, word: str) -> str:
        for plain in (_singular(word), word + "g"):  # fixin, weldin
            if plain in self._known:
                return plain
        near = {known for form in _forms(word) for known in self._by_form.get(form, ())}
        if not near or self._is_name(word):
            return word
        ranked = sorted((OSA.distance(word, known), known) for known in near)
        fits = [(slips, known) for slips, known in ranked if _is_slip(word, known, slips)]
        if not fits or (len(fits) > 1 and fits[0][0] == fits[1][0]):
            return word
        return fits[0][1]


def _is_slip(word: str, known: str, slips: int) -> bool:
    allowed = 2 if min(len(word), len(known)) >= LONG else 1
    return slips <= allowed and word[0] == known[0] and not _is_ending(word, known)


def _is_ending(word: str, known: str) -> bool:
    """Tell another form (teach, teacher) from a slip: the shorter begins the longer."""
    return word.startswith(known) or known.startswith(word)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _forms(word: str) -> Iterator[str]:
    """Yield the word with no, one, and (long words) two letters left out."""
    yield word
    once = {word[:at] + word[at + 1 :] for at in range(len(word))}
    yield from once
    if len(word) >= LONG:
        yield from {form[:at] + form[at + 1 :] for form in once for at in range(len(form))} - once
