"""Content survives as rows on SQLite and PostgreSQL, and the database itself guards its facts."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, select, text
from sqlalchemy.exc import InvalidRequestError

from knowledge import models, publishing
from knowledge.content import Content
from knowledge.content_files import load
from knowledge.database import MIGRATIONS, engine_for, unit_of_work, upgrade
from knowledge.documents import encoded
from knowledge.home import CONTENT_SETTING, DATABASE_SETTING, SHIPPED
from knowledge.problems import StoreUnavailable
from knowledge.reader import Library
from knowledge.setup import prepare
from knowledge.storing import content_of, write_content
from tests.builders import a_group, a_leaf, a_program
from tests.unit.knowledge.folders import a_folder, program_text


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'knowledge.sqlite3'}"


@pytest.fixture
def postgres_schema(postgres_url: str) -> Iterator[str]:
    """A schema of its own in the test database, gone afterwards."""
    name = f"knowledge_{uuid.uuid4().hex[:12]}"
    engine = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    yield f"{postgres_url}?options=-csearch_path%3D{name}"
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture(
    params=["sqlite_url", pytest.param("postgres_schema", marks=pytest.mark.postgres)],
    ids=["SQLite", "PostgreSQL"],
)
def url(request: pytest.FixtureRequest) -> str:
    address: str = request.getfixturevalue(request.param)
    upgrade(address)
    return address


def a_release(number: int = 1) -> models.Release:
    return models.Release(
        id=number, digest="0" * 64, published_at=datetime.now(UTC), origin="shipped"
    )


def written(url: str, content: Content, number: int = 1) -> Content:
    with unit_of_work(url) as session:
        write_content(session, a_release(number), content)
    with unit_of_work(url) as session:
        release = session.get(models.Release, number)
        assert release is not None
        return content_of(session, release)


@pytest.mark.slow
def test_the_shipped_content_comes_back_to_the_byte(url: str) -> None:
    content = load(SHIPPED).content
    read = written(url, content)
    assert read == content
    assert encoded(read) == encoded(content)


def test_a_tree_within_a_tree_keeps_its_order(url: str) -> None:
    inner = a_group("all_of", a_leaf("age", "p#g/1/1"), a_leaf("test", "p#g/1/2"), group_id="p#g/1")
    tree = a_group("any_of", inner, a_leaf("course", "p#g/2", min_gpa=2.5), group_id="p#g")
    program = a_program(tree, a_leaf("other", "p#other"), id="p")
    assert written(url, Content({"p": program})).programs["p"] == program


@pytest.mark.slow
def test_the_wages_are_stored_once_for_releases_that_share_them(url: str) -> None:
    wages = Content(wages=load(SHIPPED).content.wages)
    assert written(url, wages).wages == written(url, wages, 2).wages
    with unit_of_work(url) as session:
        assert len(session.scalars(select(models.WageTable)).all()) == 1


def test_the_database_refuses_a_requirement_whose_source_is_not_there(url: str) -> None:
    program = a_program(a_leaf(), sources=())
    with pytest.raises(StoreUnavailable), unit_of_work(url) as session:
        write_content(session, a_release(), Content({"a-program": program}))
    with unit_of_work(url) as session:
        assert session.scalars(select(models.Release)).all() == []


def test_the_database_refuses_a_part_of_nothing(url: str) -> None:
    orphan = a_program(part_of="nobody")
    with pytest.raises(StoreUnavailable), unit_of_work(url) as session:
        write_content(session, a_release(), Content({"a-program": orphan}))


def test_a_forgotten_join_is_an_error_not_a_slow_page(url: str) -> None:
    written(url, Content({"a-program": a_program(a_leaf())}))
    with unit_of_work(url) as session:
        program = session.get_one(models.Program, (1, "a-program"))
        with pytest.raises(InvalidRequestError, match="raise"):
            _ = program.requirements


def test_migrations_and_models_say_the_same(url: str) -> None:
    engine = engine_for(url)
    with engine.connect() as connection:
        options = {"compare_type": False, "version_table": "knowledge_version"}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, models.Base.metadata) == []
    engine.dispose()


def test_an_upgrade_can_be_repeated_and_its_head_is_written_down(url: str) -> None:
    upgrade(url)
    numbers = sorted(path.name.partition("_")[0] for path in MIGRATIONS.glob("versions/0*.py"))
    assert (MIGRATIONS / ".current-head").read_text().strip() == numbers[-1]


def test_a_database_of_a_newer_version_is_left_alone(url: str) -> None:
    engine = engine_for(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE knowledge_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreUnavailable, match="newer version"):
        upgrade(url)


def test_sqlite_is_opened_for_readers_beside_a_writer(sqlite_url: str) -> None:
    upgrade(sqlite_url)
    engine = engine_for(sqlite_url)
    with engine.connect() as connection:
        asked = ("journal_mode", "foreign_keys", "busy_timeout")
        told = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    engine.dispose()
    assert told == ["wal", 1, 10_000]


def test_a_database_that_is_none_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "knowledge.sqlite3").write_bytes(b"this is no database" * 100)
    with pytest.raises(StoreUnavailable):
        upgrade(f"sqlite:///{tmp_path / 'knowledge.sqlite3'}")


def test_publishing_and_taking_back_work_on_either_database(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, home = a_folder(tmp_path / "content"), tmp_path / "home"
    monkeypatch.setenv(CONTENT_SETTING, str(content))
    monkeypatch.setenv(DATABASE_SETTING, url)
    first = prepare(home).release
    a_folder(content, program_text(summary="It teaches welding."))
    second = publishing.publish(home).release
    assert Library(home).current().id == second
    assert publishing.undo(home).release == first
    assert prepare(home).state == "kept"
    (home / "releases" / "current").unlink()
    prepare(home)
    assert Library(home).current().id == first
