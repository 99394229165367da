"""The figures as a page a person can read; the same figures as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from evaluation.intervals import Figure
from evaluation.playing import PlayedTalk
from evaluation.reading import Judged

HEADLINES = ("slot_f1", "joint", "intent", "intent_main", "language")


def as_json(figures: Mapping[str, Any]) -> str:
    """Write figures as JSON; an interval becomes an object."""
    return json.dumps(figures, default=_plain, ensure_ascii=False, indent=2)


def plainly(figures: Any) -> Any:
    """Return figures as plain data."""
    return json.loads(json.dumps(figures, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, Figure):
        return {name: _rounded(part) for name, part in asdict(value).items()}
    raise TypeError(f"{type(value).__name__} is no figure")


def _rounded(value: float) -> float | None:
    return None if value != value else round(value, 4)


def of_messages(figures: Mapping[str, Any]) -> Iterator[str]:
    """Write the message part as tables."""
    yield f"## Messages: {figures['messages']}"
    yield from _table({"all": figures["overall"]} | figures["by_language"], HEADLINES)
    yield ""
    yield from _table(figures["by_slice"], ("slot_f1", "joint", "intent"))
    yield "\n| field | said | precision | recall | F1 |\n|---|---|---|---|---|"
    for field, row in figures["by_field"].items():
        shares = " | ".join(f"{row[name]:.3f}" for name in ("precision", "recall", "f1"))
        yield f"| {field} | {row['said']} | {shares} |"
    safety, scope = figures["safety"], figures["scope"]
    yield f"\nDanger: {safety['missed']} of {safety['danger']} missed; {safety['false_alarms']} "
    yield f"false alarms in {safety['calm']} ({safety['false_alarm_rate']:.2%})."
    yield f"Out of scope: recall {_said(scope['recall'])}; false rejection "
    yield f"{_said(scope['false_rejection'])}."
    yield f"Spanish minus English, slot F1: {_said(figures['languages_differ']['slot_f1'])}."
    yield f"Calibration error: {figures['calibration']['expected_error']:.3f}."


def of_talks(figures: Mapping[str, Any]) -> Iterator[str]:
    """Write the talk part."""
    yield f"\n## Talks: {figures['talks']} ({figures['turns']} turns)"
    for name in ("success", "success_clean", "success_noisy", "turns_held"):
        yield f"- {name.replace('_', ' ')}: {_said(figures[name])}"
    for language, figure in figures["success_by_language"].items():
        yield f"- success in {language}: {_said(figure)}"
    yield f"- repeats: {figures['repeats']}, dead ends: {figures['dead_ends']}"
    yield f"- turns to the first useful match: {figures['turns_to_match']}"
    yield f"- reading: {figures['reading']}"


def message_errors(judged: Sequence[Judged]) -> Iterator[str]:
    """List what was read wrongly. For the dev part only."""
    for one in judged:
        if one.is_joint and one.intent_is_fair:
            continue
        yield f"{one.message.origin} [{one.message.language}] {one.message.text}"
        for slot, outcome in one.errors():
            yield f"    {outcome}: {slot[0]} = {slot[1]!r}"
        if not one.asks_rightly:
            yield f"    does not ask back: {', '.join(one.message.ambiguous)}"
        if not one.intent_is_fair:
            wanted = "/".join(one.message.intents)
            yield f"    intent {one.intent} ({one.confidence:.2f}), not {wanted}"


def talk_errors(played: Sequence[PlayedTalk]) -> Iterator[str]:
    """List the turns that did not hold. For the dev part only."""
    for talk in played:
        if talk.holds:
            continue
        yield talk.talk.origin
        for turn in talk.turns:
            marks = [*turn.problems, *["repeats"] * turn.repeats, *["dead end"] * turn.is_dead_end]
            yield f"    > {turn.said}\n      {' / '.join(turn.texts)}"
            yield from (f"      !! {mark}" for mark in marks)


def _table(groups: Mapping[str, Mapping[str, Any]], names: Sequence[str]) -> Iterator[str]:
    yield f"| | messages | {' | '.join(names)} |"
    yield f"|---|---|{'---|' * len(names)}"
    for group, row in groups.items():
        count = row.get("messages") or row["slot_f1"].count
        yield f"| {group} | {count} | {' | '.join(_said(row[name]) for name in names)} |"


def _said(figure: Figure) -> str:
    return f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})"
