"""Links in the guides lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.test_layout import CHECKOUT, FILES

LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)(?:#[^)]*)?\)")  # not to other sites, not inside a page


def _missing(guide: Path) -> list[str]:
    links = LINK.findall(guide.read_text(encoding="utf-8"))
    return [link for link in links if not (guide.parent / link).exists()]


def test_every_link_between_guides_leads_somewhere() -> None:
    guides = [file for file in FILES if file.suffix == ".md"]
    broken = {
        str(file.relative_to(CHECKOUT)): found for file in guides if (found := _missing(file))
    }
    assert guides
    assert not broken
