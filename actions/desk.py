"""What every action draws on, opened once in a process: the published releases and the places."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache

import locales
from actions.settings import ActionSettings
from knowledge.advice import Advice
from knowledge.reader import CatalogUnavailable, Library
from matching.profile import Profile
from places.gazetteer import Gazetteer


@dataclass(frozen=True)
class Desk:
    """Read only, shared by all turns."""

    library: Library
    gazetteer: Gazetteer


@cache
def desk() -> Desk:
    """Open the desk where the settings say."""
    return Desk(Library(ActionSettings().home), Gazetteer.open())


def warm_up() -> None:
    """Open everything before the first turn, so that it is as fast as the rest."""
    opened = desk()
    for language in locales.languages():
        locales.sentence_keys(language)
    with suppress(CatalogUnavailable):  # not published yet: the first turn will look again
        advice = Advice(opened.library.current(), opened.gazetteer, date.today())
        advice.cards(advice.ranked(Profile(), 1), Profile())
