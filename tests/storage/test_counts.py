"""Daily counts add up on SQLite and PostgreSQL, whoever writes them down."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, inspect, text

from conversations.counts import Counts, write_down
from conversations.database import engine_for
from conversations.insight import insight_of
from conversations.setup import prepare
from conversations.tally import Tally

DAY = date(2026, 11, 27)


@pytest.fixture
def no_url() -> None:
    return None


@pytest.fixture
def postgres_schema(postgres_url: str) -> Iterator[str]:
    """A schema of its own in the test database, gone afterwards."""
    name = f"counts_{uuid.uuid4().hex[:12]}"
    engine = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    yield f"{postgres_url}?options=-csearch_path%3D{name}"
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture(
    params=["no_url", pytest.param("postgres_schema", marks=pytest.mark.postgres)],
    ids=["SQLite", "PostgreSQL"],
)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    url = request.getfixturevalue(request.param)
    prepare(tmp_path, url)
    engine = engine_for(tmp_path, url)
    yield engine
    engine.dispose()


def taken(number: int = 1, day: date = DAY) -> Counter[tuple[date, str, str]]:
    return Counter({(day, "visit", "new"): number, (day, "thumb", "up"): 2 * number})


def test_numbers_add_up(engine: Engine) -> None:
    counts = Counts(engine)
    counts.add(taken(3))
    counts.add(taken(4))
    assert counts.between(DAY, DAY) == {"visit": {"new": 7}, "thumb": {"up": 14}}


def test_many_rows_are_added_at_once(engine: Engine) -> None:
    counts = Counts(engine)
    counts.add(Counter({(DAY, "place", f"WI/{number:04}"): 1 for number in range(700)}))
    assert len(counts.between(DAY, DAY)["place"]) == 700


def test_writers_at_the_same_time_lose_nothing_and_never_wait_for_each_other(
    engine: Engine,
) -> None:
    others = [Counts(engine) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda turn: others[turn % 4].add(taken()), range(40)))
    assert others[0].between(DAY, DAY) == {"visit": {"new": 40}, "thumb": {"up": 80}}


def test_only_the_days_asked_for_are_summed(engine: Engine) -> None:
    counts = Counts(engine)
    for days in range(4):
        counts.add(taken(1, DAY - timedelta(days=days)))
    assert counts.between(DAY - timedelta(days=2), DAY - timedelta(days=1))["visit"]["new"] == 2


def test_days_past_their_keeping_are_deleted(engine: Engine) -> None:
    counts = Counts(engine)
    counts.add(taken(1, DAY - timedelta(days=1)))
    counts.add(taken(1, DAY))
    counts.forget_before(DAY)
    assert counts.between(date.min, date.max)["visit"] == {"new": 1}


def test_today_is_left_out(engine: Engine) -> None:
    counts = Counts(engine)
    counts.add(taken(50, DAY))
    assert insight_of(counts, DAY, 7).tables[0].total == 0
    assert insight_of(counts, DAY + timedelta(days=1), 7).tables[0].total == 50


def test_a_count_refers_to_no_talk(engine: Engine) -> None:
    looked = inspect(engine)
    columns = {column["name"] for column in looked.get_columns("counts")}
    assert columns == {"day", "topic", "what", "number"}
    assert looked.get_foreign_keys("counts") == []


def test_what_cannot_be_written_down_is_kept_for_later(tmp_path: Path) -> None:
    engine = engine_for(tmp_path)  # its tables are not made yet
    tally = Tally(lambda: datetime(2026, 11, 27, tzinfo=UTC))
    tally.add([("visit", "new")])
    assert not write_down(tally, Counts(engine))
    prepare(tmp_path)
    assert write_down(tally, Counts(engine))
    assert Counts(engine).between(DAY, DAY) == {"visit": {"new": 1}}
    engine.dispose()
