"""Plans are kept under codes, on SQLite and PostgreSQL, and leave nothing when they are deleted."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from conversations.codes import new_code
from conversations.database import FILE, engine_for, sessions_of
from conversations.ledger import Ledger, key_of
from conversations.models import Base
from conversations.plans import MOST_PROGRAMS, Contents, PlanFull, Plans, UnknownPlan
from conversations.setup import MIGRATIONS, prepare

A_PLAN = Contents("es", ("wrtp-big-step",), {"age": 17}, frozenset({"a"}), {"a": "2026-12-01"})


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def postgres_schema(postgres_url: str) -> Iterator[str]:
    """A schema of its own in the test database, gone afterwards."""
    name = f"conversations_{uuid.uuid4().hex[:12]}"
    engine = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    yield f"{postgres_url}?options=-csearch_path%3D{name}"
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture(
    params=[None, pytest.param("postgres_schema", marks=pytest.mark.postgres)],
    ids=["SQLite", "PostgreSQL"],
)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str | None:
    address: str | None = request.getfixturevalue(request.param) if request.param else None
    prepare(tmp_path, address)
    return address


@pytest.fixture
def plans(tmp_path: Path, url: str | None, clock: Clock) -> Iterator[Plans]:
    engine = engine_for(tmp_path, url)
    yield Plans(sessions_of(engine), clock)
    engine.dispose()


def test_a_plan_opens_with_its_code_just_as_it_was_saved(plans: Plans) -> None:
    assert plans.open(plans.save(A_PLAN)) == A_PLAN


def test_a_code_that_opens_nothing_is_unknown_everywhere(plans: Plans) -> None:
    made_up = new_code()
    attempts = (plans.open, plans.share, plans.share_code, plans.withdraw, plans.shown)
    for attempt in (*attempts, plans.delete):
        with pytest.raises(UnknownPlan):
            attempt(made_up)
    with pytest.raises(UnknownPlan):
        plans.change(made_up, lambda before: before)


def test_changes_are_kept(plans: Plans) -> None:
    code = plans.save(A_PLAN)
    plans.change(code, lambda plan: plan.with_program("mc3").ticked("b", True).dated("a", None))
    after = plans.open(code)
    assert after.programs == ("wrtp-big-step", "mc3")
    assert after.done == {"a", "b"}
    assert after.dates == {}


def test_two_devices_that_change_one_plan_at_once_lose_nothing(plans: Plans) -> None:
    code = plans.save(Contents("en"))
    steps = [f"step-{number}" for number in range(4)]

    def tick(step: str) -> None:
        plans.change(code, lambda plan: plan.ticked(step, True))

    threads = [threading.Thread(target=tick, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert plans.open(code).done == set(steps)


def test_a_shared_plan_is_seen_with_a_code_that_opens_nothing_else(plans: Plans) -> None:
    code = plans.save(A_PLAN)
    assert plans.share_code(code) is None
    shown = plans.share(code)
    assert plans.share(code) == plans.share_code(code) == shown != code
    assert plans.shown(shown) == A_PLAN
    with pytest.raises(UnknownPlan):
        plans.open(shown)
    with pytest.raises(UnknownPlan):
        plans.shown(code)


def test_a_share_that_was_withdrawn_stays_withdrawn_also_when_shared_anew(plans: Plans) -> None:
    code = plans.save(A_PLAN)
    first = plans.share(code)
    plans.withdraw(code)
    plans.withdraw(code)
    second = plans.share(code)
    assert plans.shown(second) == A_PLAN
    with pytest.raises(UnknownPlan):
        plans.shown(first)


def test_a_plan_holds_only_so_many_programs(plans: Plans) -> None:
    full = Contents("en", tuple(map(str, range(MOST_PROGRAMS))))
    assert full.with_program("0") == full
    with pytest.raises(PlanFull):
        full.with_program("one more")


def test_plans_are_swept_by_when_they_were_last_opened(plans: Plans, clock: Clock) -> None:
    old, used = plans.save(A_PLAN), plans.save(A_PLAN)
    clock.now += timedelta(days=89)
    plans.open(used)
    clock.now += timedelta(days=2)
    assert plans.forget_unused(90) == 1
    assert plans.open(used) == A_PLAN
    with pytest.raises(UnknownPlan):
        plans.open(old)


def test_no_code_is_in_the_database_and_a_deleted_plan_is_not_either(tmp_path: Path) -> None:
    prepare(tmp_path)
    engine = engine_for(tmp_path)
    plans = Plans(sessions_of(engine))
    code = plans.save(Contents("en", ("a-very-particular-program",), {"age": 17}))
    shown = plans.share(code)
    files = _files(tmp_path)
    assert code.encode() not in files
    assert shown.encode() not in files
    assert key_of(code).encode() in files
    plans.delete(code)
    gone = _files(tmp_path)
    for trace in (b"particular", key_of(code).encode(), key_of(shown).encode()):
        assert trace not in gone
    with pytest.raises(UnknownPlan):
        plans.shown(shown)
    engine.dispose()


def _files(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in home.glob(f"{FILE}*"))


def test_models_and_migrations_say_the_same(tmp_path: Path, url: str | None) -> None:
    engine = engine_for(tmp_path, url)
    with engine.connect() as connection:
        options = {"version_table": "conversations_version"}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()
    numbers = sorted(path.name.partition("_")[0] for path in MIGRATIONS.glob("versions/0*.py"))
    assert (MIGRATIONS / ".current-head").read_text().strip() == numbers[-1]


def test_a_talk_can_begin_with_what_a_plan_knows_and_its_list_be_changed(
    tmp_path: Path, url: str | None
) -> None:
    engine = engine_for(tmp_path, url)
    ledger = Ledger(sessions_of(engine))
    talk = ledger.begin("es", {"age": 17}, {"saved": ["a", "b"]})
    ledger.keep_saved(talk, ["b"])
    after = ledger.snapshot(talk)
    assert (after.profile, after.memory, after.turn) == ({"age": 17}, {"saved": ["b"]}, 1)
    engine.dispose()
