"""Accounts: made, changed, invited, closed. Every change stands in the book."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from staff import passwords
from staff.book import Entry, note
from staff.clock import Clock, system_clock
from staff.models import Account, Event, Invitation, RecoveryCode, Visit
from staff.problems import AccountRefused, UnknownAccount
from staff.roles import Role

LOGIN = re.compile(r"[a-z0-9][a-z0-9._+-]{1,62}(@[a-z0-9-]+(\.[a-z0-9-]+)+)?")
LONGEST_NAME = 120
INVITED_FOR = timedelta(days=3)


@dataclass(frozen=True)
class NewAccount:
    """What an account is made of. `login` may be an e-mail address; `name` is for colleagues."""

    login: str
    name: str
    role: Role


def key_of(secret: str) -> str:
    """Return what is kept of a secret that only its owner holds."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


class Accounts:
    """The accounts of the staff database."""

    def __init__(self, database: sessionmaker[Session], clock: Clock = system_clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, new: NewAccount, by: str | None = None) -> tuple[Account, str]:
        """Make an account and return it with the secret of its invitation.

        Raises AccountRefused: `login_shape`, `login_taken`, `name_missing`.
        """
        login, name = new.login.strip().lower(), " ".join(new.name.split())
        if not LOGIN.fullmatch(login):
            raise AccountRefused("login_shape")
        if not 0 < len(name) <= LONGEST_NAME:
            raise AccountRefused("name_missing")
        account = Account(
            id=secrets.token_hex(16),
            login=login,
            name=name,
            role=new.role,
            created_at=self._clock(),
            failures=0,
        )
        try:
            with self._database.begin() as database:
                database.add(account)
                database.flush()
                self._note(database, Entry("added", account.id, by, new.role))
                return account, self._invite(database, account)
        except IntegrityError as error:
            raise AccountRefused("login_taken") from error

    def all(self) -> Sequence[Account]:
        """Return every account, by login."""
        with self._database() as database:
            return database.scalars(select(Account).order_by(Account.login)).all()

    def named(self, login: str) -> Account:
        """Return the account of this login. Raises UnknownAccount."""
        with self._database() as database:
            return _one(database, Account.login == login.strip().lower())

    def get(self, account_id: str) -> Account:
        """Return the account of this id. Raises UnknownAccount."""
        with self._database() as database:
            return _one(database, Account.id == account_id)

    def events(self, limit: int) -> Sequence[Event]:
        """Return the newest lines of the book, newest first."""
        with self._database() as database:
            return database.scalars(select(Event).order_by(Event.id.desc()).limit(limit)).all()

    def invite(self, account_id: str, by: str | None = None) -> str:
        """Return a new secret with which a password is chosen anew; an older one opens no more."""
        with self._database.begin() as database:
            account = _one(database, Account.id == account_id)
            self._note(database, Entry("invited", account.id, by))
            return self._invite(database, account)

    def invited(self, secret: str) -> Account:
        """Return whose invitation this is. Raises UnknownAccount for an old or a foreign one."""
        with self._database() as database:
            return self._invited(database, secret)

    def choose_password(self, secret: str, password: str) -> Account:
        """Take the password somebody invited chose; they sign in with it afresh everywhere.

        Raises UnknownAccount, and AccountRefused with what is wrong with the password.
        """
        with self._database.begin() as database:
            account = self._invited(database, secret)
            account.password_hash = passwords.hashed(password, account.login)
            account.failures, account.locked_until = 0, None
            database.execute(delete(Invitation).where(Invitation.account_id == account.id))
            _end_visits(database, account.id)
            self._note(database, Entry("password_chosen", account.id, account.id))
            return account

    def set_role(self, account_id: str, role: Role, by: str | None = None) -> None:
        """Give another role. Raises AccountRefused `last_admin` when nobody else would be one."""
        with self._database.begin() as database:
            account = _one(database, Account.id == account_id)
            if role is not Role.ADMIN:
                _require_another_admin(database, account)
            account.role = role
            self._note(database, Entry("role_changed", account.id, by, role))

    def disable(self, account_id: str, by: str | None = None) -> None:
        """Close an account and end its visits at once. Raises AccountRefused `last_admin`."""
        with self._database.begin() as database:
            account = _one(database, Account.id == account_id)
            _require_another_admin(database, account)
            account.disabled_at = self._clock()
            _end_visits(database, account.id)
            self._note(database, Entry("disabled", account.id, by))

    def enable(self, account_id: str, by: str | None = None) -> None:
        """Open a closed or a locked account again."""
        with self._database.begin() as database:
            account = _one(database, Account.id == account_id)
            account.disabled_at = account.locked_until = None
            account.failures = 0
            self._note(database, Entry("enabled", account.id, by))

    def forget_second_step(self, account_id: str, by: str | None = None) -> None:
        """Let somebody who lost phone and codes set the second step up anew."""
        with self._database.begin() as database:
            account = _one(database, Account.id == account_id)
            account.totp_secret = account.totp_step = None
            database.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
            _end_visits(database, account.id)
            self._note(database, Entry("second_step_forgotten", account.id, by))

    def _invite(self, database: Session, account: Account) -> str:
        secret = secrets.token_urlsafe(32)
        ends_at = self._clock() + INVITED_FOR
        database.merge(Invitation(account_id=account.id, key=key_of(secret), ends_at=ends_at))
        return secret

    def _invited(self, database: Session, secret: str) -> Account:
        found = database.scalar(select(Invitation).where(Invitation.key == key_of(secret)))
        if found is None or found.ends_at < self._clock():
            raise UnknownAccount
        return _one(database, Account.id == found.account_id)

    def _note(self, database: Session, entry: Entry) -> None:
        note(database, self._clock(), entry)


def _one(database: Session, which: ColumnElement[bool]) -> Account:
    account = database.scalar(select(Account).where(which))
    if account is None:
        raise UnknownAccount
    return account


def _require_another_admin(database: Session, account: Account) -> None:
    if account.role != Role.ADMIN or account.disabled_at:
        return
    others = select(func.count()).where(
        Account.role == Role.ADMIN, Account.disabled_at.is_(None), Account.id != account.id
    )
    if not database.scalar(others):
        raise AccountRefused("last_admin")


def _end_visits(database: Session, account_id: str) -> None:
    database.execute(delete(Visit).where(Visit.account_id == account_id))
