"""The forms of a page, as a browser without JavaScript would send them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

Pairs = list[tuple[str, str]]


@dataclass
class Form:
    """One form: where it goes, and what it sends as it stands."""

    action: str
    method: str
    pairs: Pairs = field(default_factory=list)
    buttons: Pairs = field(default_factory=list)

    def value(self, name: str) -> str:
        """Return what stands in a field."""
        return next(text for key, text in self.pairs if key == name)

    def typed(self, name: str, text: str) -> Form:
        """Type into a field, or choose in a list, instead of what stands there."""
        assert name in [key for key, _ in self.pairs], name
        pairs = [(key, text if key == name else old) for key, old in self.pairs]
        return Form(self.action, self.method, pairs, self.buttons)

    def pressed(self, name: str, value: str) -> dict[str, Any]:
        """Return what a button sends."""
        assert (name, value) in self.buttons, (value, self.buttons)
        found: dict[str, Any] = {}
        for key, text in [*self.pairs, (name, value)]:
            found.setdefault(key, []).append(text)
        return found


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._area: str | None = None
        self._text = ""
        self._select: str | None = None
        self._options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "form":
            self.forms.append(Form(given.get("action") or "", given.get("method") or "get"))
        elif tag == "input":
            self._input(given, name)
        elif tag == "textarea":
            self._area, self._text = name, ""
        elif tag == "select":
            self._select, self._options = name, []
        elif tag == "option" and self._select is not None:
            self._options.append((given.get("value") or "", "selected" in given))
        elif tag == "button" and name:
            self.forms[-1].buttons.append((name, given.get("value") or ""))

    def _input(self, given: dict[str, str | None], name: str) -> None:
        unticked = given.get("type") in ("checkbox", "radio") and "checked" not in given
        if name and not unticked:
            self.forms[-1].pairs.append((name, given.get("value") or ""))

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area is not None:
            self.forms[-1].pairs.append((self._area, self._text.removeprefix("\n")))
            self._area = None
        elif tag == "select" and self._select is not None:
            chosen = [value for value, selected in self._options if selected]
            first = [value for value, _ in self._options][:1]
            self.forms[-1].pairs += [(self._select, value) for value in (chosen or first)[:1]]
            self._select = None


def forms_in(html: str) -> list[Form]:
    """Return the forms of a page."""
    parser = _Forms()
    parser.feed(html)
    return parser.forms


def form_to(html: str, action: str) -> Form:
    """Return the form of a page that goes to an address."""
    return next(form for form in forms_in(html) if form.action == action)
