"""Compiles what jobs are called from O*NET's text files: `python -m understanding.compile_titles`.

The folder named holds the text files of an O*NET release (CC BY 4.0, US Department of Labor/ETA).
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml

from understanding.titles import FOLDER, SECTORS, TABLE
from understanding.words import prepared, reader_of, words_in

SOURCES = (
    ("Occupation Data.txt", "Title"),
    ("Sample of Reported Titles.txt", "Reported Job Title"),
    ("Alternate Titles.txt", "Alternate Title"),
)
MOST_WORDS = 3
SHORTEST = 7  # letters of a title of one word; shorter ones are too often other words
ALONE = re.compile(r"\w+(?:ist|ian|ologist|grapher|technician|keeper|fitter|worker|smith)")
ASIDE = re.compile(r"\s*\([^)]*\)")
PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")
ENDINGS = (("ies", "y"), ("sses", "ss"), ("men", "man"), ("s", ""))


def titles_in(folder: Path) -> dict[str, str]:
    """Map each usable title, as the reader cuts words, to the one job it names."""
    meant: dict[str, set[str]] = defaultdict(set)
    tokenizer = reader_of("en")
    for soc, written in _written(folder):
        words = [w.text for w in words_in(prepared(written).text, tokenizer, {})]
        title = " ".join([*words[:-1], singular(words[-1])]) if words else ""
        if _is_usable(title):
            meant[title].add(soc)
    return {title: min(socs) for title, socs in meant.items() if len(socs) == 1}


def singular(word: str) -> str:
    """Return one of several: electricians, electrician."""
    for ending, one in ENDINGS:
        if word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)] + one
    return word


def _written(folder: Path) -> Iterator[tuple[str, str]]:
    for name, column in SOURCES:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                yield row["O*NET-SOC Code"][:7], ASIDE.sub("", row[column])


def _is_usable(title: str) -> bool:
    words = title.split()
    if not PLAIN.fullmatch(title) or len(words) > MOST_WORDS:
        return False
    return len(words) > 1 or (len(title) >= SHORTEST and ALONE.fullmatch(title) is not None)


def main() -> None:
    """Write the table: a title, the job's SOC code and its sector, a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the text files of an O*NET database")
    found = titles_in(parser.parse_args().folder)
    sectors = _Sectors(yaml.safe_load((FOLDER / SECTORS).read_text(encoding="utf-8")))
    rows = [f"{title}\t{soc}\t{sectors.of(soc)}" for title, soc in sorted(found.items())]
    head = (
        "# Job titles of O*NET 30.1 (US Department of Labor/ETA, CC BY 4.0), changed and cut down."
    )
    (FOLDER / TABLE).write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    print(f"{len(rows)} titles")


class _Sectors:
    def __init__(self, beginnings: dict[str, list[str]]) -> None:
        self._by_beginning = {one: sector for sector, all_ in beginnings.items() for one in all_}

    def of(self, soc: str) -> str:
        fitting = [one for one in self._by_beginning if soc.startswith(one)]
        return self._by_beginning[max(fitting, key=len)]


if __name__ == "__main__":
    main()
