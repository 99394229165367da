"""What an operator should look into: stale, contradictory, doubled, orphaned, untranslated.

Each list is worked out from the release in force. Nothing here is certain: it says where to look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from knowledge.coverage import NATIONWIDE, OLD_YEARS, UNSTATED, states_of
from knowledge.names.words import form_of, tokens_of
from knowledge.release import Release
from matching.program import Ladder, Leaf, Program, Words, leaves_of
from matching.reasons import newest_year

LANGUAGES = ("en", "es")


@dataclass(frozen=True)
class Item:
    """One record to look into: why, as a code of `worklists`, and what that sentence names."""

    record_id: str
    why: str
    named: Mapping[str, str] = field(default_factory=dict)


def stale(release: Release, today: date) -> Iterator[Item]:
    """Find programs whose newest source is old, or that no source dates; the oldest first."""
    found = [(newest_year(one), one.id) for one in release.programs.values() if _runs(one)]
    for year, program_id in sorted(found, key=lambda pair: (pair[0] or 0, pair[1])):
        if year is None:
            yield Item(program_id, "undated")
        elif today.year - year > OLD_YEARS:
            yield Item(program_id, "old", {"year": str(year)})


def unverified(release: Release, today: date) -> Iterator[Item]:
    """Find programs that nobody of us has checked with the program itself for a year."""
    for one in release.programs.values():
        days = [source.verified_on for source in one.sources if source.verified_on]
        newest = max(days, default=None)
        if _runs(one) and (newest is None or int(newest[:4]) < today.year - 1):
            yield Item(one.id, "never_checked" if newest is None else "checked_long_ago")


def contradictory(release: Release, _: date) -> Iterator[Item]:
    """Find records that cannot be true as they stand."""
    for one in release.programs.values():
        if one.status == "active" and one.succeeded_by:
            yield Item(one.id, "runs_and_ended")
        if one.status == "renamed" and not (one.succeeded_by or one.successor_ids):
            yield Item(one.id, "renamed_to_nothing")
        yield from (Item(one.id, why, {"rule": leaf.id}) for leaf, why in _odd_rules(one))
        elsewhere = _doors_elsewhere(one)
        if elsewhere:
            yield Item(one.id, "door_outside", {"states": ", ".join(elsewhere)})


def _odd_rules(program: Program) -> Iterator[tuple[Leaf, str]]:
    for requirement in program.requirements:
        for leaf in leaves_of(requirement):
            youngest = leaf.rule.get("apply_at") or leaf.rule.get("start_at")
            oldest = leaf.rule.get("max_age")
            if youngest and oldest and youngest > oldest:
                yield leaf, "youngest_over_oldest"
            apply_at, start_at = leaf.rule.get("apply_at"), leaf.rule.get("start_at")
            if apply_at and start_at and apply_at > start_at:
                yield leaf, "applies_after_start"


def _doors_elsewhere(program: Program) -> list[str]:
    served = states_of(program)
    if served & {NATIONWIDE, UNSTATED} or program.serves is None:
        return []
    return sorted({site.state for site in program.sites} - served)


def unsourced(release: Release, _: date) -> Iterator[Item]:
    """Find sources that nobody can look up: no address and no date."""
    for one in _records(release):
        for source in one.sources:
            if not source.url and not source.as_of:
                yield Item(one.id, "no_address_no_date", {"source": source.title})


def duplicate(release: Release, _: date) -> Iterator[Item]:
    """Find programs that may be the same: of one name in one state, or of one whole address."""
    seen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in release.programs.values():
        if one.part_of or not _runs(one):
            continue
        for state in states_of(one):
            seen[_bare_name(one.name.get("en", "")), state].append(one.id)
    told = set()
    for (name, _state), ids in sorted(seen.items()):
        for program_id in ids[1:]:
            pair = (program_id, ids[0])
            if name and pair not in told:
                told.add(pair)
                yield Item(program_id, "same_name", {"other": ids[0]})


def _bare_name(name: str) -> str:
    return " ".join(sorted({form_of(token.text) for token in tokens_of(name)}))


def orphaned(release: Release, _: date) -> Iterator[Item]:
    """Find what nothing leads to: ladders no program is on, jobs on no ladder and in no program."""
    programs = list(release.programs.values())
    on_ladders = {rung.soc for ladder in release.ladders.values() for rung in ladder.rungs}
    prepared = {soc for one in programs for soc in (*one.occupations, *one.leads_to)}
    used = {name for one in programs for name in one.ladder_ids}
    for ladder in release.ladders.values():
        if ladder.id not in used and not prepared & {rung.soc for rung in ladder.rungs}:
            yield Item(ladder.id, "ladder_of_nobody")
    for soc in sorted(set(release.occupations) - on_ladders - prepared):
        yield Item(soc, "job_of_nobody")


def untranslated(release: Release, _: date) -> Iterator[Item]:
    """Find programs with a text that one language lacks, or that is the same in both."""
    for one in release.programs.values():
        for what, words in _texts(one):
            missing = [language for language in LANGUAGES if not words.get(language)]
            if missing:
                yield Item(one.id, "language_missing", {"text": what, "language": missing[0]})
                break
            if what != "name" and len(set(words.values())) == 1 and " " in words["en"]:
                yield Item(one.id, "same_in_both", {"text": what})
                break


def _texts(program: Program) -> Iterator[tuple[str, Words]]:
    yield "name", program.name
    yield "summary", program.summary
    for requirement in program.requirements:
        yield requirement.id, requirement.text
    for name in ("how_to_apply", "notes"):
        words = getattr(program, name)
        if words:
            yield name, words


def link_targets(release: Release) -> dict[str, list[str]]:
    """Map every address of the web in a release to the records that hold it."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in _records(release):
        own = [getattr(one, "url", None), *(source.url for source in one.sources)]
        for address in dict.fromkeys(filter(None, own)):
            if urlsplit(address).scheme in ("http", "https"):
                found[address].append(one.id)
    return dict(found)


def _records(release: Release) -> Iterator[Program | Ladder]:
    yield from release.programs.values()
    yield from release.ladders.values()


def _runs(program: Program) -> bool:
    return program.status in ("active", "unknown")


Worklist = Callable[[Release, date], Iterable[Item]]
WORKLISTS: Mapping[str, Worklist] = {
    "stale": stale,
    "unverified": unverified,
    "contradictory": contradictory,
    "unsourced": unsourced,
    "duplicate": duplicate,
    "orphaned": orphaned,
    "untranslated": untranslated,
}
