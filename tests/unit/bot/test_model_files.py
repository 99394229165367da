"""Only the model that was trained here, byte for byte, is ever loaded."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path

import pytest

from bot import model_files
from bot.model_files import NoModel


def archive(home: Path, inputs: str, **files: bytes) -> Path:
    path = home / "models" / f"{inputs}.tar.gz"
    path.parent.mkdir(exist_ok=True)
    with tarfile.open(path, "w:gz") as written:
        for name, content in files.items():
            member = tarfile.TarInfo(f"components/train_ReadingComponent0/{name}")
            member.size = len(content)
            written.addfile(member, io.BytesIO(content))
    return path


def test_the_model_trained_last_is_the_current_one(tmp_path: Path) -> None:
    archive(tmp_path, "one")
    model_files.point_to(tmp_path, "one")
    path = archive(tmp_path, "two", weights=b"1")
    model_files.point_to(tmp_path, "two")
    model = model_files.current(tmp_path)
    assert (model.inputs, model.path) == ("two", path)


def test_older_archives_go(tmp_path: Path) -> None:
    old = archive(tmp_path, "one")
    model_files.point_to(tmp_path, "one")
    archive(tmp_path, "two")
    model_files.point_to(tmp_path, "two")
    assert not old.exists()


def test_an_archive_that_was_swapped_is_refused(tmp_path: Path) -> None:
    archive(tmp_path, "one")
    model_files.point_to(tmp_path, "one")
    archive(tmp_path, "one", evil=b"import os")
    with pytest.raises(NoModel, match="not the file that was trained"):
        model_files.current(tmp_path)


@pytest.mark.parametrize(
    "pointer",
    [
        pytest.param(None, id="no pointer"),
        pytest.param("{", id="half a pointer"),
        pytest.param("[]", id="a list"),
        pytest.param("{}", id="an empty pointer"),
        pytest.param(json.dumps({"inputs": "gone", "sha256": ""}), id="an archive that is gone"),
    ],
)
def test_without_a_model_it_says_how_to_train_one(tmp_path: Path, pointer: str | None) -> None:
    (tmp_path / "models").mkdir()
    if pointer is not None:
        (tmp_path / "models" / "current.json").write_text(pointer)
    with pytest.raises(NoModel, match=r"python -m bot\.train"):
        model_files.current(tmp_path)


def test_the_learned_weights_are_left_for_tools_without_rasa(tmp_path: Path) -> None:
    archive(tmp_path, "one", **{"weights.npz": b"12", "words.json": b"{}"})
    model = model_files.point_to(tmp_path, "one")
    model_files.unpack_intents(model, tmp_path / "understanding" / "intents")
    left = {path.name: path.read_bytes() for path in (tmp_path / "understanding/intents").iterdir()}
    assert left == {"weights.npz": b"12", "words.json": b"{}"}
