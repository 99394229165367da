"""Reads a page as a browser without scripts would: elements, attributes, forms one can send."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    """One tag with its attributes and the text within."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Reading(HTMLParser):
    """A page taken apart."""

    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Find elements by tag and attributes."""
        return [
            element
            for element in self.elements
            if element.tag == tag and attributes.items() <= element.attributes.items()
        ]

    def one(self, tag: str, **attributes: str) -> Element:
        """Find the only element of its kind."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} of {tag} {attributes}"
        return found[0]

    def hidden(self, after: str) -> dict[str, str]:
        """Return the hidden fields that follow the form with an attribute of this name."""
        forms = [at for at, e in enumerate(self.elements) if after in e.attributes]
        assert forms, f"no form with {after}"
        fields = {}
        for element in self.elements[forms[0] + 1 :]:
            if element.tag != "input":
                break
            fields[element.attributes["name"]] = element.attributes["value"]
        return fields


def read(html: str) -> Reading:
    """Take a page apart."""
    reading = Reading()
    reading.feed(html)
    return reading
