"""The door: a password, a second step, and the visit that lasts until it is left or stands idle."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NoReturn

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session, sessionmaker

from staff import passwords, second_step
from staff.accounts import key_of
from staff.book import Entry, note
from staff.clock import Clock, system_clock
from staff.models import Account, RecoveryCode, Visit
from staff.problems import NotLetIn, TooManyTries
from staff.roles import Role

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
SEEN_EVERY = timedelta(seconds=30)  # a sign of life is written down no more often
FREE_TRIES = 5  # wrong tries in a row before each further one makes the account wait
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=15)


class Stage(StrEnum):
    """How far somebody has come."""

    SECOND_STEP = "second_step"  # the password was right, the code is asked for
    SET_UP = "set_up"  # the password was right, there is no second step yet
    INSIDE = "inside"


@dataclass(frozen=True)
class Limits:
    """How long a visit lasts: without a sign of life, and in all."""

    idle: timedelta = IDLE
    longest: timedelta = LONGEST


@dataclass(frozen=True)
class Here:
    """Somebody at the door or inside. `secret` is in their browser only, `form_token` in forms."""

    secret: str
    account_id: str
    login: str
    name: str
    role: Role
    stage: Stage
    form_token: str

    def may(self, least: Role) -> bool:
        """Tell whether they are inside and of this role at least."""
        return self.stage is Stage.INSIDE and self.role.covers(least)


class Entrance:
    """Lets people in and out."""

    def __init__(
        self,
        database: sessionmaker[Session],
        clock: Clock = system_clock,
        limits: Limits = Limits(),
    ) -> None:
        self._database = database
        self._clock = clock
        self._limits = limits

    def try_password(self, login: str, password: str) -> Here:
        """Take a name and a password. Raises NotLetIn or TooManyTries."""
        with self._database() as database:
            found = database.scalar(select(Account).where(Account.login == login.strip().lower()))
            kept = found.password_hash if found and not found.disabled_at else None
        if found is not None:
            self._require_unlocked(found)
        # Compared outside any transaction: it takes its time, on purpose.
        if not passwords.fits(password, kept) or found is None:
            self._refuse(found)
        with self._database.begin() as database:
            account = database.get_one(Account, found.id)
            stage = Stage.SECOND_STEP if account.totp_secret else Stage.SET_UP
            return self._opened(database, account, stage)

    def try_code(self, here: Here, code: str) -> Here:
        """Take the code of a phone or a recovery code. Raises NotLetIn or TooManyTries."""
        with self._database.begin() as database:
            account = _row_at(database, here, Stage.SECOND_STEP)
            self._require_unlocked(account)
            if self._code_counts(database, account, code):
                return self._inside(database, account, here)
        self._refuse(account)

    def begin_set_up(self, here: Here) -> str:
        """Return the secret a phone is to be given; the same until it is confirmed."""
        with self._database.begin() as database:
            visit = database.get_one(Visit, key_of(here.secret))
            visit.pending_secret = visit.pending_secret or second_step.new_secret()
            return visit.pending_secret

    def finish_set_up(self, here: Here, code: str) -> tuple[Here, list[str]]:
        """Take the first code of a phone; return who is inside now, and their recovery codes.

        Raises NotLetIn when the code is not the phone's.
        """
        with self._database.begin() as database:
            account = _row_at(database, here, Stage.SET_UP)
            secret = database.get_one(Visit, key_of(here.secret)).pending_secret
            step = second_step.step_of(secret, code, self._clock(), None) if secret else None
            if step is None:
                raise NotLetIn
            account.totp_secret, account.totp_step = secret, step
            codes = _new_codes(database, account)
            note(database, self._clock(), Entry("second_step_set_up", account.id, account.id))
            return self._inside(database, account, here), codes

    def renew_recovery_codes(self, here: Here) -> list[str]:
        """Return new recovery codes; the old ones open no more."""
        with self._database.begin() as database:
            account = database.get_one(Account, here.account_id)
            note(database, self._clock(), Entry("codes_renewed", account.id, account.id))
            return _new_codes(database, account)

    def admit(self, identity: str, login: str) -> Here:
        """Let in whom an identity provider vouches for. Raises NotLetIn.

        `identity` is "issuer subject"; the first time, the verified address `login` must be the
        login of an account that an admin made and that no other identity holds.
        """
        with self._database.begin() as database:
            account = database.scalar(
                select(Account)
                .where(or_(Account.identity == identity, Account.login == login.strip().lower()))
                .order_by((Account.identity == identity).desc())
            )
            known = account is not None and account.identity in (None, identity)
            if account is None or not known or account.disabled_at:
                raise NotLetIn
            account.identity = identity
            note(database, self._clock(), Entry("signed_in", account.id, account.id, "oidc"))
            return self._opened(database, account, Stage.INSIDE)

    def who(self, secret: str | None) -> Here | None:
        """Return who holds this secret, and note that they were seen; None: nobody, or too late."""
        if not secret:
            return None
        now = self._clock()
        with self._database.begin() as database:
            visit = database.get(Visit, key_of(secret))
            if visit is None or self._is_over(visit, now):
                return None
            account = database.get_one(Account, visit.account_id)
            if now - visit.seen_at >= SEEN_EVERY:
                visit.seen_at = now
            return _here(secret, account, visit)

    def leave(self, secret: str) -> None:
        """End a visit."""
        with self._database.begin() as database:
            database.execute(delete(Visit).where(Visit.key == key_of(secret)))

    def sweep(self) -> None:
        """Forget the visits that are over."""
        now = self._clock()
        over = or_(
            Visit.seen_at < now - self._limits.idle, Visit.began_at < now - self._limits.longest
        )
        with self._database.begin() as database:
            database.execute(delete(Visit).where(over))

    def _is_over(self, visit: Visit, now: datetime) -> bool:
        return (
            visit.seen_at < now - self._limits.idle or visit.began_at < now - self._limits.longest
        )

    def _require_unlocked(self, account: Account) -> None:
        if account.locked_until and account.locked_until > self._clock():
            raise TooManyTries(account.locked_until)

    def _refuse(self, account: Account | None) -> NoReturn:
        """Count a wrong try, in a transaction of its own, and raise NotLetIn."""
        if account is None:
            raise NotLetIn
        now = self._clock()
        with self._database.begin() as database:
            row = database.get_one(Account, account.id, with_for_update=True)
            row.failures += 1
            wait = _wait_after(row.failures)
            row.locked_until = now + wait if wait else None
            note(database, now, Entry("locked" if wait else "refused", row.id))
        raise NotLetIn

    def _code_counts(self, database: Session, account: Account, code: str) -> bool:
        step = second_step.step_of(
            account.totp_secret or "", code, self._clock(), account.totp_step
        )
        if step is not None:
            account.totp_step = step
            return True
        return self._recovery_counts(database, account, code)

    def _recovery_counts(self, database: Session, account: Account, code: str) -> bool:
        kept = database.get(RecoveryCode, (account.id, second_step.digest_of(code)))
        if kept is None or kept.used_at is not None:
            return False
        kept.used_at = self._clock()
        note(database, self._clock(), Entry("recovery_code_used", account.id, account.id))
        return True

    def _inside(self, database: Session, account: Account, here: Here) -> Here:
        account.failures, account.locked_until = 0, None
        database.execute(delete(Visit).where(Visit.key == key_of(here.secret)))
        note(database, self._clock(), Entry("signed_in", account.id, account.id))
        return self._opened(database, account, Stage.INSIDE)

    def _opened(self, database: Session, account: Account, stage: Stage) -> Here:
        """Open a visit with a secret of its own: one that was known before opens nothing more."""
        now, secret = self._clock(), secrets.token_urlsafe(32)
        visit = Visit(
            key=key_of(secret),
            account_id=account.id,
            stage=stage,
            form_token=secrets.token_urlsafe(32),
            began_at=now,
            seen_at=now,
        )
        database.add(visit)
        return _here(secret, account, visit)


def _row_at(database: Session, here: Here, stage: Stage) -> Account:
    """Return the account of somebody who stands at this stage, so that nobody else changes it."""
    if here.stage is not stage:
        raise NotLetIn
    return database.get_one(Account, here.account_id, with_for_update=True)


def _here(secret: str, account: Account, visit: Visit) -> Here:
    return Here(
        secret=secret,
        account_id=account.id,
        login=account.login,
        name=account.name,
        role=Role(account.role),
        stage=Stage(visit.stage),
        form_token=visit.form_token,
    )


def _wait_after(failures: int) -> timedelta | None:
    """Return how long an account waits after so many wrong tries in a row; each doubles it."""
    beyond = failures - FREE_TRIES
    if beyond < 0:
        return None
    doubled: int = 2 ** min(beyond, 10)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def _new_codes(database: Session, account: Account) -> list[str]:
    codes = second_step.new_recovery_codes()
    database.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
    database.add_all(
        RecoveryCode(account_id=account.id, digest=second_step.digest_of(code)) for code in codes
    )
    return codes
