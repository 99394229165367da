"""Compiles which words are no slips of others: `python -m understanding.compile_words`.

The counts are the word frequencies that the package pyspellchecker ships (MIT). Only words that
would otherwise be mended into a word of the vocabulary are kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

from understanding.folding import fold
from understanding.lexicon import SHIPPED, Lexicon
from understanding.typos import SHORTEST

OFTEN = 400  # times a word must have been counted to be one
HEAD = "# Compiled by understanding.compile_words from the counts of pyspellchecker (MIT).\n"


def real_words(language: str, counts: dict[str, int]) -> list[str]:
    """List frequent words that the vocabulary would mend, other forms of its words left out."""
    lexicon = Lexicon.load(language)
    folded = {fold(word).text for word, count in counts.items() if count >= OFTEN}
    words = sorted(word for word in folded if word.isalpha() and len(word) >= SHORTEST)
    mended = {word: lexicon.typos.mend(word) for word in words}
    return [word for word, known in mended.items() if known != word and word[:-1] != known]


def main() -> None:
    """Write `real_words.yml` of each language found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the package's resources: en.json.gz, es.json.gz")
    folder = parser.parse_args().folder
    for path in sorted(
        one for one in SHIPPED.iterdir() if (folder / f"{one.name}.json.gz").exists()
    ):
        with gzip.open(folder / f"{path.name}.json.gz") as file:
            found = real_words(path.name, json.load(file))
        lines = ", ".join(f'"{word}"' for word in found)
        (path / "real_words.yml").write_text(f"{HEAD}[{lines}]\n", encoding="utf-8")
        print(path.name, len(found))


if __name__ == "__main__":
    main()
