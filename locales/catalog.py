"""The sentence files, read once and checked. Languages are found by looking, listed nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

from locales.templates import Sentence, TemplateMalformed, is_plural, sentence

DEFAULT = "en"
FOLDER = Path(__file__).parent
REGION = "language.region"  # which region's numbers and dates a language is written with


class SentenceMissing(LookupError):
    """No sentence of that code, or a field of it was not given."""


class SentencesMalformed(ValueError):
    """A sentence file cannot be used; the message names the file and what to mend."""


class _Texts(yaml.BaseLoader):
    """Reads every scalar as text, so that `yes` is a word, and refuses a key given twice."""


def _mapping(loader: _Texts, node: yaml.MappingNode) -> dict[str, Any]:
    keys = [str(loader.construct_object(key)) for key, _ in node.value]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise yaml.YAMLError(f"line {node.start_mark.line + 1}: {sorted(twice)} given twice")
    values = [loader.construct_object(value, deep=True) for _, value in node.value]
    return dict(zip(keys, values, strict=True))


_Texts.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@cache
def languages() -> tuple[str, ...]:
    """List the languages there are sentences in, the default first."""
    found = sorted(path.name for path in FOLDER.iterdir() if any(path.glob("*.yml")))
    return tuple(sorted(found, key=lambda name: name != DEFAULT))


@cache
def sentences(language: str) -> Mapping[str, Sentence]:
    """Return the sentences of a language by code. Raises `SentencesMalformed`."""
    return sentences_in(FOLDER / language)


def sentences_in(folder: Path) -> dict[str, Sentence]:
    """Read the sentence files of a folder. Raises `SentencesMalformed`."""
    return {
        code: _sentence(code, written, path)
        for path in sorted(folder.glob("*.yml"))
        for code, written in _walk(path.stem, _read(path))
    }


def sentence_keys(language: str) -> set[str]:
    """Return the codes of all sentences of a language."""
    return set(sentences(language))


def variants_of(code: str, language: str) -> list[str]:
    """List every text a code can be said with, fields unfilled; for those who check texts."""
    forms = sentences(language)[code].forms.values()
    texts = [wording.filled(lambda name: f"{{{name}}}") for form in forms for wording in form]
    return list(dict.fromkeys(texts))


@cache
def region(language: str) -> Locale:
    """Return the region whose numbers, dates and plurals a language is written with."""
    written = sentences(language).get(REGION)
    return Locale.parse(written.wording("other", 0).parts[0] if written else language)


@cache
def known(language: str | None) -> str:
    """Return the language of ours that a tag such as `es-MX` means; the default for any other."""
    primary = (language or DEFAULT).replace("_", "-").split("-")[0].lower()
    return primary if primary in languages() else DEFAULT


def _read(path: Path) -> dict[str, Any]:
    try:
        written = yaml.load(path.read_text(encoding="utf-8"), _Texts)
    except (OSError, yaml.YAMLError) as error:
        raise SentencesMalformed(f"{path.parent.name}/{path.name}: {error}") from error
    if not isinstance(written, dict):
        raise SentencesMalformed(f"{path.parent.name}/{path.name}: write `code: text` lines")
    return written


def _walk(prefix: str, written: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in written.items():
        code = f"{prefix}.{name}"
        if isinstance(value, dict) and not is_plural(value):
            yield from _walk(code, value)
        else:
            yield code, value


def _sentence(code: str, written: Any, path: Path) -> Sentence:
    try:
        return sentence(written)
    except TemplateMalformed as error:
        raise SentencesMalformed(f"{path.parent.name}/{path.name}: {code} {error}") from error
