"""Mends misspelt words towards words of the vocabulary. An index, never a scan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rapidfuzz.distance import OSA, Editop, Levenshtein

SHORTEST = 5  # letters; below that a near word is too often another word
KEYS = ("qwe", "wer", "ert", "rty", "tyu", "yui", "uio", "iop", "asd", "sdf", "dfg", "fgh", "ghj",
        "hjk", "jkl", "zxc", "xcv", "cvb", "vbn", "bnm")  # fmt: skip
SOUNDS = ("aeiouy", "cskzq", "bv", "gj", "mn", "sx", "fv")
ALIKE = tuple(
    frozenset(letters) for letters in (*SOUNDS, *(k[:2] for k in KEYS), *(k[1:] for k in KEYS))
)
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

    def leave_alone(self, words: Iterable[str]) -> None:
        """Take some more words as meant, such as those of another language."""
        self._left_alone |= frozenset(words)
        self._mended.clear()

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
    """Tell a slip of hand or ear from another word that happens to be near."""
    allowed = 2 if min(len(word), len(known)) >= LONG else 1
    if slips > allowed or not _begins_alike(word, known) or _is_ending(word, known):
        return False
    changes = Levenshtein.editops(word, known)
    if len(changes) > slips:  # two letters changed places
        return slips == 1
    return all(_is_likely(change, word, known) for change in changes)


def _begins_alike(word: str, known: str) -> bool:
    """The first letter is seldom wrong; only a silent one is left out, or one that sounds alike."""
    return word[0] == known[0] or known == f"h{word}" or {word[0], known[0]} <= {"b", "v"}


def _is_likely(change: Editop, word: str, known: str) -> bool:
    """A changed last letter is another form; a changed letter sounds alike or lies beside it."""
    if change.src_pos >= len(word) - 1 and change.dest_pos >= len(known) - 1:
        return False
    if change.tag != "replace":
        return True
    pair = {word[change.src_pos], known[change.dest_pos]}
    return any(pair <= alike for alike in ALIKE)


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
