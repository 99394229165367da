"""Understanding beside stock Rasa's DIET, trained on the same annotated examples and lookups.

`python -m bench.understanding [dev|test]` trains DIET on our examples and on the dev messages, lets
both read the same messages, and compares them in pairs. On dev, DIET has seen the answers.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from bench.annotated_nlu import CHECKOUT, examples_of, lookups, slots_in
from bench.measuring import kept, machine
from evaluation import frozen, report, scoring
from evaluation.annotations import Annotated, messages_in
from evaluation.asking import read_all
from evaluation.product import client_of, served
from evaluation.reading import Judged
from evaluation.running import ANNOTATED_ON

FOLDER = CHECKOUT / "tests" / "evaluation"
RASA = CHECKOUT / ".venv-bench" / "bin" / "rasa"
PIPELINE = [
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {"name": "DIETClassifier", "epochs": 100, "random_seed": 20, "constrain_similarities": True},
    {"name": "EntitySynonymMapper"},
]


def training_data(messages: Sequence[Annotated]) -> dict[str, Any]:
    """Put our examples, the annotated messages and the lookups into Rasa's form."""
    by_intent: dict[str, list[str]] = {}
    for path in sorted((CHECKOUT / "data" / "nlu").rglob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = [line[2:] for line in block["examples"].splitlines() if line.strip()]
            by_intent.setdefault(block["intent"], []).extend(lines)
    for intent, text in examples_of(messages):
        by_intent.setdefault(intent, []).append(text)
    blocks: list[dict[str, Any]] = [
        {"intent": intent, "examples": "".join(f"- {line}\n" for line in lines)}
        for intent, lines in by_intent.items()
    ]
    for name, words in lookups().items():
        blocks.append({"lookup": name, "examples": "".join(f"- {word}\n" for word in words)})
    return {"version": "3.1", "nlu": blocks}


def stock_parses(folder: Path, known: Sequence[Annotated], texts: Sequence[str]) -> Any:
    """Train DIET in its own environment and parse the texts; return the parses and seconds."""
    (folder / "nlu.yml").write_text(yaml.safe_dump(training_data(known)), encoding="utf-8")
    config = {"recipe": "default.v1", "language": "en", "pipeline": PIPELINE}
    (folder / "config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    begun = time.perf_counter()
    subprocess.run(
        [RASA, "train", "nlu", "--config", "config.yml", "--nlu", "nlu.yml", "--out", "."],
        cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    spent = time.perf_counter() - begun
    [model] = folder.glob("*.tar.gz")
    command = [RASA.with_name("python"), CHECKOUT / "bench" / "stock_reading.py", model]
    done = subprocess.run(
        command,
        input=json.dumps(list(texts)),
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines() if line[:1] == "{"], spent


def as_judged(message: Annotated, parse: dict[str, Any]) -> Judged:
    """Judge a parse of stock Rasa as our own reading is judged; it knows no languages or doubts."""
    return Judged(
        message=message,
        slots=frozenset(slots_in(parse["entities"])),
        intent=parse["intent"]["name"] or "",
        confidence=float(parse["intent"]["confidence"]),
        language=message.language,
        asks=frozenset(message.ambiguous),
    )


def main(part: str) -> None:
    """Measure both on one part, in one run."""
    if not RASA.exists():
        raise SystemExit("stock Rasa is not installed: make bench installs it")
    if part == "test":
        frozen.check(FOLDER)
    messages = messages_in(FOLDER / "messages" / part)
    known = messages_in(FOLDER / "messages" / "dev")
    with tempfile.TemporaryDirectory() as folder:
        parses, train_s = stock_parses(Path(folder), known, [one.text for one in messages])
    theirs = [as_judged(one, parse) for one, parse in zip(messages, parses, strict=True)]
    with (
        served(None, {"PATHWAYS_TODAY": ANNOTATED_ON.isoformat()}) as url,
        client_of(url) as client,
    ):
        ours, _ = read_all(messages, client)
    kept(
        f"understanding_{part}",
        report.plainly(
            {
                "measured_on": time.strftime("%Y-%m-%d"),
                "machine": machine(),
                "part": part,
                "messages": len(messages),
                "diet_train_s": round(train_s, 1),
                "diet": scoring.summary(theirs),
                "ours": scoring.summary(ours),
                "ours_minus_diet": scoring.beside(ours, theirs),
            }
        ),
    )


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "dev")
