"""Reads the compiled table: rows, ZIPs and keys. Knows no nicknames and judges nothing."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from places.place import Kind, Place

COMPILED = Path(__file__).with_name("gazetteer.tsv.gz")


class Table:
    """The compiled rows, kept as text and made into places when asked for."""

    def __init__(self, places: list[bytes], zips: list[bytes], names: dict[str, str]) -> None:
        self._places = places  # bytes take less room than text
        self._zips = zips  # sorted, as they are searched by halves
        self.names = names  # key -> row numbers, best first
        self._made: dict[int, Place] = {}

    @classmethod
    def read(cls, path: Path = COMPILED) -> Table:
        """Read a compiled table. Raises OSError when it cannot be read."""
        _, places, zips, names = gzip.decompress(path.read_bytes()).split(b"\n@")
        keyed = {}
        for line in names.decode("ascii").splitlines()[1:]:
            key, _, numbers = line.partition("\t")
            keyed[key] = numbers
        return cls(places.splitlines()[1:], zips.splitlines()[1:], keyed)

    def named(self, key: str) -> list[Place]:
        """Return the places of a key, cities first, then by population."""
        return [self._place(int(number)) for number in self.names.get(key, "").split()]

    def by_zip(self, code: str) -> Place | None:
        """Return where a five-digit ZIP is, or None when there is no such ZIP."""
        wanted = code.encode()
        at = bisect_left(self._zips, wanted)
        if at == len(self._zips) or not self._zips[at].startswith(wanted + b"\t"):
            return None
        _, city, state, county, lat, lon = self._zips[at].decode().split("\t")
        return Place(city, state, county or None, float(lat), float(lon), 0, "zip", code)

    def states(self) -> Iterator[Place]:
        """Yield the states, DC and the territories; the table begins with them."""
        for number in range(len(self._places)):
            place = self._place(number)
            if place.kind != "state":
                return
            yield place

    def _place(self, number: int) -> Place:
        if number not in self._made:
            self._made[number] = _place_in(self._places[number].decode())
        return self._made[number]


def _place_in(line: str) -> Place:
    name, state, county, lat, lon, people, kind, within = line.split("\t")
    point = (float(lat), float(lon))
    return Place(
        name, state, county or None, *point, int(people), cast(Kind, kind), None, within or None
    )
