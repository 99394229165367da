"""Edits wait, are previewed and published whole; nobody's work is lost or overwritten unseen."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from knowledge import publishing
from knowledge.content import Content
from knowledge.drafts import Desk, NewEdit
from knowledge.drafts.desk import Publishing
from knowledge.drafts.edits import ChangedSincePreview, EditedMeanwhile, NeedsAnother, NotReady
from knowledge.home import CONTENT_SETTING, DATABASE_SETTING
from knowledge.publishing import acts
from knowledge.reader import Library
from knowledge.setup import prepare
from tests.unit.knowledge.folders import a_folder, program_text

TODAY = date(2026, 11, 28)
PEOPLE = """\
- id: sam
  who: {en: "Sam, 17, Milwaukee", es: "Sam, 17, Milwaukee"}
  profile: {age: 17, location: {city: Milwaukee, state: WI}, interests: {likes: [construction]}}
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = a_folder(tmp_path / "content", program_text(), program_text("low-step", "Low Step"))
    (folder / "sample_people.yml").write_text(PEOPLE, encoding="utf-8")
    monkeypatch.setenv(CONTENT_SETTING, str(folder))
    monkeypatch.delenv(DATABASE_SETTING, raising=False)
    return folder


@pytest.fixture
def home(tmp_path: Path, content: Path) -> Path:
    prepare(tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def postgres_schema(postgres_url: str) -> Iterator[str]:
    """A schema of its own in the test database, gone afterwards."""
    name = f"drafts_{uuid.uuid4().hex[:12]}"
    engine = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    yield f"{postgres_url}?options=-csearch_path%3D{name}"
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture
def desk(home: Path) -> Desk:
    return Desk(home)


def an_edit(desk: Desk, record_id: str = "high-step", by: str = "ana", **fields: Any) -> NewEdit:
    opened = desk.open("program", record_id)
    document = {**(opened.document or {}), **fields}
    return NewEdit("program", record_id, document, opened.seen, opened.shown, by, "as told")


def in_force(home: Path, name: str = "high-step") -> str:
    return Library(home).current().programs[name].summary["en"]


def words(text: str) -> dict[str, str]:
    return {"en": text, "es": text}


def published(desk: Desk, who: str = "bo", **more: Any) -> publishing.Published:
    stamp = desk.preview(TODAY).stamp
    return desk.publish(Publishing(stamp, who, "it is so", **more))


def test_an_edit_waits_and_changes_nothing_until_it_is_published(home: Path, desk: Desk) -> None:
    before = Library(home).current().id
    assert desk.keep(an_edit(desk, summary=words("Welding.")))
    assert Library(home).current().id == before
    assert desk.open("program", "high-step").document["summary"] == words("Welding.")  # type: ignore[index]
    done = published(desk)
    assert done.changes.changed == ("program high-step",)
    assert in_force(home) == "Welding."
    assert desk.waiting() == []


def test_what_is_published_says_who_when_and_why_field_by_field(desk: Desk) -> None:
    desk.keep(an_edit(desk, phone="414-555-0100"))
    published(desk)
    [change] = desk.history("program", "high-step")
    assert (change.by, change.why, change.in_force) == ("ana", "as told", True)
    assert change.before is not None
    assert change.after is not None
    assert "phone" not in change.before
    assert change.after["phone"] == "414-555-0100"
    act = desk.acts(1)[0]
    assert (act.kind, act.who, act.why) == ("published", "bo", "it is so")


def test_one_step_takes_it_back_and_the_history_says_so(home: Path, desk: Desk) -> None:
    desk.keep(an_edit(desk, summary=words("Welding.")))
    published(desk)
    desk.undo("ana", "a mistake")
    assert in_force(home) == "It teaches building."
    [change] = desk.history("program", "high-step")
    assert not change.in_force
    act = desk.acts(1)[0]
    assert (act.kind, act.who, act.why) == ("undone", "ana", "a mistake")


def test_an_edit_that_says_what_is_in_force_does_not_wait(desk: Desk) -> None:
    desk.keep(an_edit(desk, phone="414-555-0100"))
    opened = desk.open("program", "high-step")
    plain = desk.in_force("program", "high-step")
    back = NewEdit("program", "high-step", plain, opened.seen, opened.shown, "ana", "")
    assert not desk.keep(back)
    assert desk.waiting() == []


def test_the_second_of_two_editors_is_told_and_nothing_is_overwritten(desk: Desk) -> None:
    mine, theirs = (
        an_edit(desk, phone="414-555-0100"),
        an_edit(desk, by="bo", url="https://a.example"),
    )
    desk.keep(theirs)
    with pytest.raises(EditedMeanwhile) as told:
        desk.keep(mine)
    assert told.value.waiting is not None
    assert told.value.waiting.by == "bo"
    [waiting] = desk.waiting()
    assert waiting.by == "bo"


def test_an_edit_of_a_record_that_was_published_meanwhile_is_told(desk: Desk) -> None:
    mine = an_edit(desk, phone="414-555-0100")
    desk.keep(an_edit(desk, by="bo", url="https://a.example"))
    published(desk)
    with pytest.raises(EditedMeanwhile):
        desk.keep(mine)


def test_a_waiting_edit_whose_record_changed_is_not_published_over_it(
    home: Path, content: Path, desk: Desk
) -> None:
    desk.keep(an_edit(desk, phone="414-555-0100"))
    a_folder(content, program_text(summary="From the files."))
    publishing.publish(home)
    preview = desk.preview(TODAY)
    assert preview.records[0].is_outdated
    assert not preview.is_ready
    with pytest.raises(NotReady, match="high-step"):
        published(desk)
    assert in_force(home) == "From the files."


def test_of_two_who_publish_one_is_told_to_look_again(home: Path, desk: Desk) -> None:
    desk.keep(an_edit(desk, summary=words("One.")))
    stamp = desk.preview(TODAY).stamp
    opened = desk.open("program", "high-step")
    document = {**(opened.document or {}), "summary": words("Two.")}
    desk.keep(NewEdit("program", "high-step", document, opened.seen, opened.shown, "bo", ""))
    with pytest.raises(ChangedSincePreview):
        desk.publish(Publishing(stamp, "cy", ""))
    assert in_force(home) == "It teaches building."
    stamp = desk.preview(TODAY).stamp
    desk.publish(Publishing(stamp, "cy", ""))
    with pytest.raises(ChangedSincePreview):
        desk.publish(Publishing(stamp, "di", ""))
    assert in_force(home) == "Two."


def test_a_second_person_publishes_where_that_is_asked(desk: Desk) -> None:
    desk.keep(an_edit(desk, phone="414-555-0100"))
    with pytest.raises(NeedsAnother, match="high-step"):
        published(desk, "ana", needs_another=True)
    assert published(desk, "bo", needs_another=True)


def test_a_preview_tells_fields_and_what_it_means_for_people(desk: Desk) -> None:
    opened = desk.open("program", "high-step")
    assert opened.document is not None
    rules = [dict(rule) for rule in opened.document["requirements"]]
    rules[0]["start_at"] = 16
    desk.keep(an_edit(desk, requirements=rules))
    desk.keep(an_edit(desk, "low-step", status="closed", succeeded_by=words("Ask around.")))
    preview = desk.preview(TODAY)
    assert {record.edit.record_id: record.how for record in preview.records} == {
        "high-step": "changed",
        "low-step": "changed",
    }
    [change] = next(r for r in preview.records if r.edit.record_id == "high-step").fields
    assert (change.path, change.before, change.after) == (
        ("requirements", "age", "start_at"),
        18,
        16,
    )
    [effect] = preview.effects
    assert effect.person.id == "sam"
    assert {name for name, _, _ in effect.verdicts} >= {"low-step"}
    assert dict((name, after) for name, _, after in effect.verdicts)["low-step"] == "closed"
    assert preview.is_ready


def test_an_edit_with_a_mistake_is_refused_and_the_others_are_not(home: Path, desk: Desk) -> None:
    cost = {"text": words("Free"), "usd": "call us", "source": 0}
    desk.keep(an_edit(desk, cost=cost))
    desk.keep(an_edit(desk, "low-step", phone="414-555-0100"))
    preview = desk.preview(TODAY)
    rejected = next(r for r in preview.records if r.how == "rejected")
    assert rejected.edit.record_id == "high-step"
    assert [(p.field, p.severity) for p in rejected.problems] == [("cost.usd", "error")]
    assert "write a whole number of dollars" in rejected.problems[0].message
    with pytest.raises(NotReady):
        published(desk)
    stamp = desk.preview(TODAY, ["program low-step"]).stamp
    desk.publish(Publishing(stamp, "bo", ""), ["program low-step"])
    assert Library(home).current().programs["low-step"].phone == "414-555-0100"
    assert [edit.record_id for edit in desk.waiting()] == ["high-step"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        pytest.param({"part_of": "nowhere"}, "part_of", id="a part of nothing"),
        pytest.param({"leads_to": ["nowhere"]}, "leads_to.0", id="leads to nothing"),
        pytest.param({"id": "other"}, "id", id="another id"),
        pytest.param({"offerings": [{"id": "x"}]}, "offerings", id="parts inside"),
        pytest.param({"serves": {"counties": ["Cooke, IL"]}}, "serves.counties.0", id="no county"),
        pytest.param({"sources": []}, "sources", id="no source"),
        pytest.param({"foo": 1}, "foo", id="an unknown field"),
    ],
)
def test_the_checks_of_the_files_name_the_field(
    desk: Desk, fields: dict[str, Any], field: str
) -> None:
    desk.keep(an_edit(desk, **fields))
    [record] = desk.preview(TODAY).records
    assert record.how == "rejected"
    assert field in [problem.field for problem in record.problems]


def test_a_new_program_is_added_and_a_part_of_it_with_it(home: Path, desk: Desk) -> None:
    base = desk.in_force("program", "high-step") or {}
    for name, part_of in (("river-start", None), ("river-welding", "river-start")):
        document = {**base, "id": name, **({"part_of": part_of} if part_of else {})}
        desk.keep(NewEdit("program", name, document, "", "", "ana", "new"))
    assert published(desk).changes.added == ("program river-start", "program river-welding")
    river = Library(home).current().programs["river-welding"]
    assert river.part_of == "river-start"
    assert river.ladder_ids == ("electrician",)


def test_a_record_that_others_name_cannot_go(desk: Desk) -> None:
    desk.keep(an_edit(desk, "low-step", part_of="high-step"))
    published(desk)
    opened = desk.open("program", "high-step")
    desk.keep(NewEdit("program", "high-step", None, opened.seen, opened.shown, "ana", "gone"))
    [record] = desk.preview(TODAY).records
    assert record.how == "rejected"
    assert "low-step" in record.problems[0].message
    desk.drop("program", "high-step")
    opened = desk.open("program", "low-step")
    desk.keep(NewEdit("program", "low-step", None, opened.seen, opened.shown, "ana", "gone"))
    assert [record.how for record in desk.preview(TODAY).records] == ["removed"]
    assert published(desk).changes.removed == ("program low-step",)


def test_a_ladder_is_edited_and_programs_follow_it(home: Path, desk: Desk) -> None:
    opened = desk.open("ladder", "electrician")
    document = {**(opened.document or {}), "sector": "energy"}
    desk.keep(NewEdit("ladder", "electrician", document, opened.seen, opened.shown, "ana", ""))
    published(desk)
    release = Library(home).current()
    assert release.ladders["electrician"].sector == "energy"
    assert release.programs["high-step"].ladder_ids == ()


def test_what_is_written_anew_while_it_is_published_is_not_lost(
    home: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.keep(an_edit(desk, summary=words("One.")))
    stamp = desk.preview(TODAY).stamp
    real = acts.encoded

    def meanwhile(content: Content) -> bytes:
        opened = desk.open("program", "high-step")
        document = {**(opened.document or {}), "summary": words("Two.")}
        desk.keep(NewEdit("program", "high-step", document, opened.seen, opened.shown, "bo", ""))
        return real(content)

    monkeypatch.setattr(acts, "encoded", meanwhile)
    with pytest.raises(ChangedSincePreview):
        desk.publish(Publishing(stamp, "cy", ""))
    assert in_force(home) == "It teaches building."
    assert [edit.by for edit in desk.waiting()] == ["bo"]


@pytest.mark.postgres
def test_drafts_work_on_postgresql(
    tmp_path: Path, content: Path, postgres_schema: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_SETTING, postgres_schema)
    prepare(tmp_path / "home")
    desk = Desk(tmp_path / "home")
    first = an_edit(desk, phone="414-555-0100")
    desk.keep(an_edit(desk, by="bo", summary=words("Theirs.")))
    with pytest.raises(EditedMeanwhile):
        desk.keep(first)
    published(desk)
    opened = desk.open("program", "low-step")
    desk.keep(NewEdit("program", "low-step", None, opened.seen, opened.shown, "ana", "gone"))
    published(desk)
    [change] = desk.history("program", "low-step")
    assert (change.after, change.in_force) == (None, True)
    desk.undo("ana", "so")
    assert [act.kind for act in desk.acts(4)] == ["undone", "published", "published", "published"]
    assert in_force(tmp_path / "home") == "Theirs."


KILLED = """
import importlib, os, signal, sys
from datetime import date
from pathlib import Path
from knowledge.drafts.desk import Desk, Publishing
module, name, passing = sys.argv[2], sys.argv[3], int(sys.argv[4])
where = importlib.import_module(module)
real, left = getattr(where, name), [passing]
def killed(*given, **named):
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return real(*given, **named)
desk = Desk(Path(sys.argv[1]))
desk.around
stamp = desk.preview(date(2026, 11, 28)).stamp
setattr(where, name, killed)
desk.publish(Publishing(stamp, "bo", "so"))
"""
STEPS = [
    ("knowledge.publishing.catalog", "write_content", 0),
    ("knowledge.publishing.catalog", "_put_in_force", 0),
    ("knowledge.drafts.book", "note", 0),
    ("knowledge.drafts.book", "forget", 0),
    ("sqlalchemy.engine.default", "DefaultDialect.do_commit", 0),
    ("knowledge.publishing.acts", "shelve", 0),
    ("os", "fsync", 0),
    ("os", "replace", 0),
    ("os", "fsync", 1),
    ("knowledge.publishing.acts", "point_to", 0),
    ("os", "fsync", 2),
    ("os", "replace", 1),
    ("os", "fsync", 3),
]


@pytest.mark.slow
@pytest.mark.parametrize(("module", "name", "passing"), STEPS)
def test_wherever_publishing_is_killed_readers_see_one_whole_release(
    home: Path, desk: Desk, checkout: Path, module: str, name: str, passing: int
) -> None:
    desk.keep(an_edit(desk, summary=words("Welding.")))
    before = Library(home).current().id
    code = KILLED
    if "." in name:
        owner, name = name.split(".")
        code = code.replace("(module)", f"(module).{owner}")
    command = [sys.executable, "-c", code, str(home), module, name, str(passing)]
    assert subprocess.run(command, cwd=checkout, check=False).returncode == -9
    seen = Library(home).current()
    assert seen.id == before or seen.programs["high-step"].summary["en"] == "Welding."
    prepare(home)
    again = Desk(home)
    is_out = in_force(home) == "Welding."
    assert [edit.record_id for edit in again.waiting()] == ([] if is_out else ["high-step"])
    assert len(again.history("program", "high-step")) == is_out
    if not is_out:
        published(again)
    assert in_force(home) == "Welding."
