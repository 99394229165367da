"""What somebody says to earn now: told as a fact, it asks for no wages."""

from __future__ import annotations

import re

from actions.phrases import plain

FULL_TIME = {
    "hour": 2080,
    "week": 52,
    "month": 12,
    "year": 1,
}  # of each in a year of full-time work
UNITS = {
    "hour": ("hour", "hr", "hora", "h"),
    "week": ("week", "wk", "semana"),
    "month": ("month", "mes"),
    "year": ("year", "yr", "ano"),
}
EARNS = (
    r"(?:make|makes|making|made|earn|earns|earning|get paid|gets paid|getting paid|pays me|pay me"
    r"|paying me|paid me|gano|gana|ganando|ganaba|me pagan|me paga|le pagan)"
)
ABOUT = r"(?:(?:about|around|like|only|just|barely|como|unos|casi|solo|apenas|nomas) )*"
AMOUNT = r"\$?(?P<amount>\d{1,6}(?:,\d{3})*(?:\.\d{1,2})?)(?P<thousands>k)?"
MONEY = r"(?: ?(?:dollars|bucks|dolares|pesos|usd|\$))?"
PER = r" ?(?:an|a|per|por|al|a la|la|el|/|each|every) ?"
WAGE = re.compile(
    rf"\b{EARNS} {ABOUT}{AMOUNT}{MONEY}{PER}"
    rf"(?P<unit>{'|'.join(name for names in UNITS.values() for name in names)})\b"
)
MOST = 400_000  # dollars a year; above, it is a slip


def yearly_wage_in(text: str) -> int | None:
    """Return what a stated wage comes to in a year of full-time work, in whole dollars.

    None: none is stated, or it is asked ("do they make 19 an hour?").
    """
    found = WAGE.search(plain(text))
    if found is None or "?" in text:
        return None
    unit = next(unit for unit, names in UNITS.items() if found["unit"] in names)
    amount = float(found["amount"].replace(",", "")) * (1000 if found["thousands"] else 1)
    yearly = round(amount * FULL_TIME[unit] / 10) * 10
    return yearly if 0 < yearly <= MOST else None
