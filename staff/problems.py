"""What can be wrong with an account or a way in. Every message may be shown to staff.

StaffError
├── UnknownAccount
├── AccountRefused    a name or a password that cannot be taken: says what to mend
├── NotLetIn          the wrong name, password or code; which one is not told
└── TooManyTries      wait until a time
"""

from __future__ import annotations

from datetime import datetime


class StaffError(Exception):
    """Something about an account or a way in."""


class UnknownAccount(StaffError):
    """There is no account of this name."""


class AccountRefused(StaffError):
    """A name or a password cannot be taken; `code` names the sentence that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotLetIn(StaffError):
    """The name, the password or the code is wrong. Which one, nobody is told."""


class TooManyTries(StaffError):
    """Too many wrong tries: the next one counts from `until` on."""

    def __init__(self, until: datetime) -> None:
        super().__init__("too many wrong tries")
        self.until = until
