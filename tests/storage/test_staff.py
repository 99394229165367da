"""Who works here comes in, and nobody else: on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta

import pyotp
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from argon2 import PasswordHasher
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session, sessionmaker

from databases.private import engine_at, sessions_of
from staff import passwords
from staff.accounts import Accounts, NewAccount
from staff.entrance import Entrance, Here, Stage
from staff.models import Base
from staff.problems import AccountRefused, NotLetIn, TooManyTries, UnknownAccount
from staff.roles import Role
from staff.setup import prepare, url_for
from tests.clocks import Clock

PASSWORD = "seven green buses at dawn"


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with little work: what is slow on purpose would make these tests slow."""
    monkeypatch.setattr(
        passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    )


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def migrated(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    postgres = request.param == "postgresql"
    url, home = None, tmp_path_factory.mktemp("home")
    if postgres:
        url = request.getfixturevalue("postgres_url")
        _dropped(url)
    prepare(home, url)
    engine = engine_at(url_for(home, url))
    yield engine
    engine.dispose()
    if postgres:
        _dropped(str(url))


def _dropped(url: str) -> None:
    engine = engine_at(url)
    with engine.begin() as connection:
        Base.metadata.drop_all(connection)
        connection.execute(text("DROP TABLE IF EXISTS staff_version"))
    engine.dispose()


@pytest.fixture
def engine(migrated: Engine) -> Engine:
    """The staff database, empty."""
    with migrated.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(table.delete())
    return migrated


@pytest.fixture
def database(engine: Engine) -> sessionmaker[Session]:
    return sessions_of(engine)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(database: sessionmaker[Session], clock: Clock) -> Accounts:
    return Accounts(database, clock)


@pytest.fixture
def door(database: sessionmaker[Session], clock: Clock) -> Entrance:
    return Entrance(database, clock)


def an_account(
    accounts: Accounts, login: str = "ana@center.example", role: Role = Role.ADMIN
) -> str:
    account, secret = accounts.add(NewAccount(login, "Ana Ruiz", role))
    accounts.choose_password(secret, PASSWORD)
    return account.id


def code_at(secret: str, clock: Clock) -> str:
    return pyotp.TOTP(secret).at(clock())


def set_up(
    door: Entrance, clock: Clock, login: str = "ana@center.example"
) -> tuple[str, list[str]]:
    """Sign in for the first time; return the phone's secret and the recovery codes."""
    here = door.try_password(login, PASSWORD)
    secret = door.begin_set_up(here)
    _, codes = door.finish_set_up(here, code_at(secret, clock))
    return secret, codes


def inside(door: Entrance, clock: Clock, secret: str) -> Here:
    clock.put_on(seconds=60)
    here = door.try_password("ana@center.example", PASSWORD)
    return door.try_code(here, code_at(secret, clock))


def test_the_tables_are_those_of_the_models(engine: Engine) -> None:
    ours = set(Base.metadata.tables)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or name in ours},
        )
        assert compare_metadata(context, Base.metadata) == []


def test_the_first_sign_in_sets_the_second_step_up(
    accounts: Accounts, door: Entrance, clock: Clock
) -> None:
    an_account(accounts)
    here = door.try_password("Ana@Center.example ", PASSWORD)
    assert here.stage is Stage.SET_UP
    secret = door.begin_set_up(here)
    assert door.begin_set_up(here) == secret
    with pytest.raises(NotLetIn):
        door.finish_set_up(here, "000000")
    now_inside, codes = door.finish_set_up(here, code_at(secret, clock))
    assert now_inside.may(Role.ADMIN)
    assert len(set(codes)) == 10
    assert door.who(here.secret) is None  # the secret from before the second step opens nothing


def test_who_knows_only_the_password_is_not_inside(
    accounts: Accounts, door: Entrance, clock: Clock
) -> None:
    an_account(accounts)
    set_up(door, clock)
    here = door.try_password("ana@center.example", PASSWORD)
    assert here.stage is Stage.SECOND_STEP
    assert not here.may(Role.EDITOR)
    with pytest.raises(NotLetIn):  # nor can they give the account another phone
        door.finish_set_up(here, "123456")


def test_a_code_counts_once(accounts: Accounts, door: Entrance, clock: Clock) -> None:
    an_account(accounts)
    secret, _ = set_up(door, clock)
    clock.put_on(seconds=60)
    code = code_at(secret, clock)
    here = door.try_code(door.try_password("ana@center.example", PASSWORD), code)
    assert here.stage is Stage.INSIDE
    again = door.try_password("ana@center.example", PASSWORD)
    with pytest.raises(NotLetIn):
        door.try_code(again, code)


def test_a_recovery_code_opens_once_however_it_is_typed(
    accounts: Accounts, door: Entrance, clock: Clock
) -> None:
    an_account(accounts)
    _, codes = set_up(door, clock)
    typed = codes[0].upper().replace("-", " ")
    here = door.try_code(door.try_password("ana@center.example", PASSWORD), typed)
    assert here.stage is Stage.INSIDE
    with pytest.raises(NotLetIn):
        door.try_code(door.try_password("ana@center.example", PASSWORD), typed)


def test_new_recovery_codes_end_the_old_ones(
    accounts: Accounts, door: Entrance, clock: Clock
) -> None:
    an_account(accounts)
    secret, old = set_up(door, clock)
    new = door.renew_recovery_codes(inside(door, clock, secret))
    with pytest.raises(NotLetIn):
        door.try_code(door.try_password("ana@center.example", PASSWORD), old[0])
    door.try_code(door.try_password("ana@center.example", PASSWORD), new[0])


@pytest.mark.parametrize("login", ["ana@center.example", "nobody@center.example"])
def test_a_wrong_password_says_no_more_than_a_wrong_name(
    accounts: Accounts, door: Entrance, login: str
) -> None:
    an_account(accounts)
    with pytest.raises(NotLetIn) as refused:
        door.try_password(login, "wrong")
    assert str(refused.value) == ""


def test_wrong_tries_make_the_account_wait_longer_and_longer(
    accounts: Accounts, door: Entrance, clock: Clock
) -> None:
    an_account(accounts)
    for _ in range(5):
        with pytest.raises(NotLetIn):
            door.try_password("ana@center.example", "wrong")
    with pytest.raises(TooManyTries) as first:
        door.try_password("ana@center.example", PASSWORD)
    assert first.value.until - clock() == timedelta(minutes=1)
    clock.put_on(minutes=1)
    with pytest.raises(NotLetIn):
        door.try_password("ana@center.example", "wrong")
    with pytest.raises(TooManyTries) as second:
        door.try_password("ana@center.example", PASSWORD)
    assert second.value.until - clock() == timedelta(minutes=2)
    clock.put_on(minutes=2)
    assert door.try_password("ana@center.example", PASSWORD).stage is Stage.SET_UP


def test_wrong_codes_lock_as_wrong_passwords_do(
    accounts: Accounts, door: Entrance, clock: Clock
) -> None:
    an_account(accounts)
    set_up(door, clock)
    for _ in range(5):  # the password, right each time, does not wipe the count
        with pytest.raises(NotLetIn):
            door.try_code(door.try_password("ana@center.example", PASSWORD), "000000")
    with pytest.raises(TooManyTries):
        door.try_password("ana@center.example", PASSWORD)


def test_a_visit_ends_when_it_stands_idle_and_after_a_day_of_work(
    accounts: Accounts, door: Entrance, clock: Clock
) -> None:
    an_account(accounts)
    secret, _ = set_up(door, clock)
    here = inside(door, clock, secret)
    clock.put_on(minutes=29)
    assert door.who(here.secret) == here
    clock.put_on(minutes=31)
    assert door.who(here.secret) is None
    here = inside(door, clock, secret)
    for _ in range(25):
        clock.put_on(minutes=29)
        seen = door.who(here.secret)
    assert seen is None
    door.sweep()


def test_who_leaves_is_gone(accounts: Accounts, door: Entrance, clock: Clock) -> None:
    an_account(accounts)
    secret, _ = set_up(door, clock)
    here = inside(door, clock, secret)
    door.leave(here.secret)
    assert door.who(here.secret) is None
    assert door.who("made up") is None
    assert door.who(None) is None


def test_a_closed_account_is_out_at_once(accounts: Accounts, door: Entrance, clock: Clock) -> None:
    an_account(accounts)
    other = an_account(accounts, "bo@center.example")
    secret, _ = set_up(door, clock)
    here = inside(door, clock, secret)
    accounts.disable(here.account_id, by=other)
    assert door.who(here.secret) is None
    with pytest.raises(NotLetIn):
        door.try_password("ana@center.example", PASSWORD)
    accounts.enable(here.account_id, by=other)
    assert door.try_password("ana@center.example", PASSWORD)


def test_the_last_admin_stays(accounts: Accounts) -> None:
    only = an_account(accounts)
    an_account(accounts, "bo@center.example", Role.PUBLISHER)
    for change in (
        lambda: accounts.disable(only),
        lambda: accounts.set_role(only, Role.EDITOR),
    ):
        with pytest.raises(AccountRefused, match="last_admin"):
            change()
    an_account(accounts, "cy@center.example")
    accounts.set_role(only, Role.EDITOR)
    assert accounts.get(only).role == Role.EDITOR


def test_an_invitation_opens_once_and_ends(accounts: Accounts, clock: Clock) -> None:
    account, secret = accounts.add(NewAccount("ana@center.example", "Ana", Role.EDITOR))
    assert accounts.invited(secret).id == account.id
    with pytest.raises(AccountRefused, match="too_short"):
        accounts.choose_password(secret, "short")
    accounts.choose_password(secret, PASSWORD)
    with pytest.raises(UnknownAccount):
        accounts.choose_password(secret, PASSWORD)
    again = accounts.invite(account.id)
    clock.put_on(days=4)
    with pytest.raises(UnknownAccount):
        accounts.invited(again)


def test_a_new_password_ends_every_visit(accounts: Accounts, door: Entrance, clock: Clock) -> None:
    account_id = an_account(accounts)
    secret, _ = set_up(door, clock)
    here = inside(door, clock, secret)
    accounts.choose_password(accounts.invite(account_id), "nine purple trains at noon")
    assert door.who(here.secret) is None


def test_a_lost_phone_is_set_up_anew(accounts: Accounts, door: Entrance, clock: Clock) -> None:
    account_id = an_account(accounts)
    set_up(door, clock)
    accounts.forget_second_step(account_id)
    assert door.try_password("ana@center.example", PASSWORD).stage is Stage.SET_UP


@pytest.mark.parametrize(
    ("login", "name", "code"),
    [
        ("", "Ana", "login_shape"),
        ("ana ruiz", "Ana", "login_shape"),
        ("ana@", "Ana", "login_shape"),
        ("x" * 300, "Ana", "login_shape"),
        ("ana\n", " ", "name_missing"),
        ("ana", "x" * 121, "name_missing"),
        ("bo", "Bo", "login_taken"),
    ],
)
def test_an_account_needs_a_login_of_its_own_and_a_name(
    accounts: Accounts, login: str, name: str, code: str
) -> None:
    accounts.add(NewAccount("bo", "Bo", Role.EDITOR))
    with pytest.raises(AccountRefused, match=code):
        accounts.add(NewAccount(login, name, Role.EDITOR))


def test_an_identity_is_bound_to_one_account(accounts: Accounts, door: Entrance) -> None:
    account_id = an_account(accounts)
    here = door.admit("https://id.example 7", "ana@center.example")
    assert (here.account_id, here.stage) == (account_id, Stage.INSIDE)
    assert door.admit("https://id.example 7", "renamed@center.example").account_id == account_id
    with pytest.raises(NotLetIn):  # somebody else there, who took over the address
        door.admit("https://id.example 8", "ana@center.example")
    with pytest.raises(NotLetIn):
        door.admit("https://id.example 9", "stranger@center.example")
    an_account(accounts, "bo@center.example")
    accounts.disable(account_id)
    with pytest.raises(NotLetIn):
        door.admit("https://id.example 7", "ana@center.example")


def test_the_book_tells_what_happened_and_no_secrets(
    accounts: Accounts, door: Entrance, clock: Clock, database: sessionmaker[Session]
) -> None:
    an_account(accounts)
    _, codes = set_up(door, clock)
    with pytest.raises(NotLetIn):
        door.try_password("ana@center.example", "my other password")
    kinds = [event.kind for event in accounts.events(10)]
    assert kinds == ["refused", "signed_in", "second_step_set_up", "password_chosen", "added"]
    with database() as session:
        for table in Base.metadata.sorted_tables:
            kept = str(session.execute(table.select()).all())
            assert PASSWORD not in kept
            assert "my other password" not in kept
            assert codes[0].replace("-", "") not in kept


def test_tries_at_once_are_all_counted(accounts: Accounts, door: Entrance, engine: Engine) -> None:
    account_id = an_account(accounts)
    refused: list[type[Exception]] = []

    def trying() -> None:
        try:
            door.try_password("ana@center.example", "wrong")
        except (NotLetIn, TooManyTries) as error:
            refused.append(type(error))

    threads = [threading.Thread(target=trying) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == [NotLetIn] * 4
    if engine.dialect.name == "postgresql":  # SQLite's writers take turns by themselves
        assert accounts.get(account_id).failures == 4
