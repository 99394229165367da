"""The second step: time-based codes (RFC 6238) and the recovery codes that stand in for them."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

import pyotp

ISSUER = "Pathways"
STEP_S = 30
DRIFT = 1  # steps that a phone's clock may be off, either way
CODES = 10
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that looks like something else
CODE_LENGTH, GROUP = 16, 4  # 16 signs of 31: 79 bits


def new_secret() -> str:
    """Return a new secret for a phone, base32, 160 bits."""
    return pyotp.random_base32()


def address_of(secret: str, login: str) -> str:
    """Return the `otpauth:` address that a phone reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=ISSUER)


def step_of(secret: str, code: str, now: datetime, last: int | None) -> int | None:
    """Return the time step a code belongs to, None when it is wrong, too old or used already."""
    typed = "".join(code.split())
    if not (typed.isascii() and typed.isdigit()):
        return None
    totp, present = pyotp.TOTP(secret), int(now.timestamp()) // STEP_S
    for step in range(present - DRIFT, present + DRIFT + 1):
        fresh = last is None or step > last
        if fresh and secrets.compare_digest(totp.at(step * STEP_S), typed):
            return step
    return None


def new_recovery_codes() -> list[str]:
    """Return codes to be written down, each in groups of four."""
    return [_new_code() for _ in range(CODES)]


def _new_code() -> str:
    signs = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    return "-".join(signs[at : at + GROUP] for at in range(0, CODE_LENGTH, GROUP))


def digest_of(code: str) -> str:
    """Return what is kept of a recovery code, however it was typed."""
    plain = "".join(sign for sign in code.lower() if sign.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()
