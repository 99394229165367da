"""Says a code in a language. Fills fields once: nothing a person typed is ever read as a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from babel import Locale

from locales import values
from locales.catalog import DEFAULT, SentenceMissing, known, region, sentences
from locales.templates import Sentence, Template

NOTHING: Mapping[str, Any] = MappingProxyType({})
DEEPEST = 4  # codes within codes
ORDINAL = "language.ordinal"
JOINED = "language.joined"
JOINED_BEFORE_I = "language.joined_before_i"


def has(code: str, language: str = DEFAULT) -> bool:
    """Tell whether there is a sentence of that code."""
    return code in sentences(known(language))


def say(code: str, language: str, params: Mapping[str, object] = NOTHING, turn: int = 0) -> str:
    """Say a code; `turn` picks among its wordings. Raises `SentenceMissing`."""
    spoken = known(language)
    return _wording(code, spoken, params, turn).filled(_filler(code, spoken, params, 0))


def _said(code: str, language: str, params: Mapping[str, Any], depth: int) -> str:
    """Say a code within another."""
    if depth > DEEPEST:
        raise SentenceMissing(f"{code} is nested too deep")
    return _wording(code, language, params, 0).filled(_filler(code, language, params, depth))


def _wording(code: str, language: str, params: Mapping[str, Any], turn: int) -> Template:
    found = sentences(language).get(code)
    if found is None:
        raise SentenceMissing(f"no sentence {code} in {language}")
    form = _form(found, params, region(language)) if found.counts else "other"
    return found.wording(form, turn)


def _filler(
    code: str, language: str, params: Mapping[str, Any], depth: int
) -> Callable[[str], str]:
    def value_of(name: str) -> str:
        value = params.get(name)
        if value is None:
            raise SentenceMissing(f"{code} needs {name}")
        return _written(value, language, depth)

    return value_of


def _form(found: Sentence, params: Mapping[str, Any], where: Locale) -> str:
    count = params.get("count")
    if isinstance(count, bool) or not isinstance(count, (int, float)):
        raise SentenceMissing("a sentence with plural forms needs count, a number")
    exact = str(count)
    return exact if exact in found.forms else values.plural_form(count, where)


def _written(value: Any, language: str, depth: int) -> str:
    if isinstance(value, str):
        return value
    where = region(language)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return values.number(value, where)
    if isinstance(value, Mapping):
        return _of_kind(value, language, depth)
    if isinstance(value, (list, tuple)) and value:
        return _joined([_written(item, language, depth) for item in value], language)
    raise SentenceMissing(f"cannot say a value of the kind {type(value).__name__}")


def _of_kind(value: Mapping[str, Any], language: str, depth: int) -> str:
    if "code" in value:
        return _said(str(value["code"]), language, value.get("params") or NOTHING, depth + 1)
    if "listed" in value:
        return values.row([_written(item, language, depth) for item in value["listed"]])
    if "ordinal" in value:
        return _ordinal(int(value["ordinal"]), language)
    for kind, write in WRITTEN.items():
        if kind in value:
            return _measured(kind, write, value[kind], region(language))
    words = value.get(language) or value.get(DEFAULT)
    if not isinstance(words, str):
        raise SentenceMissing(f"cannot say a value with {sorted(map(str, value))}")
    return words


WRITTEN: Mapping[str, Callable[[Any, Locale], str]] = {
    "usd": values.dollars,
    "date": values.day,
    "month": values.month,
    "miles": values.miles,
    "percent": values.percent,
}


def _measured(kind: str, write: Callable[[Any, Locale], str], value: Any, where: Locale) -> str:
    try:
        return write(value, where)
    except (TypeError, ValueError) as error:
        raise SentenceMissing(f"cannot say a value of the kind {kind}") from error


def _ordinal(count: int, language: str) -> str:
    found = sentences(language).get(ORDINAL)
    if found is None:
        raise SentenceMissing(f"no sentence {ORDINAL} in {language}")
    exact = str(count)
    form = exact if exact in found.forms else values.ordinal_form(count, region(language))
    return found.wording(form, 0).filled(lambda _: exact)


def _joined(items: list[str], language: str) -> str:
    if len(items) == 1:
        return items[0]
    if any(map(values.holds_commas, items)):
        return values.row(items)
    first, last = values.folded(items)
    code = JOINED_BEFORE_I if values.starts_with_i(last) else JOINED
    return _said(code, language, {"first": first, "last": last}, 0)
