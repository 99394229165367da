"""A way on across programs and jobs, step by step: what each takes, how long, what the job pays."""

from __future__ import annotations

from collections.abc import Sequence

import locales
from knowledge.cards.facts import Json, in_words, source_json
from knowledge.cards.ladders import range_text
from knowledge.cards.wording import job_title
from knowledge.release import Release, Wage
from matching.lattice import Step
from matching.program import Program, Source, Words, in_language

Fact = tuple[Words, Source]


class Ways:
    """Shows ways of one release in one language; `state` (two letters) asks for its wages."""

    def __init__(self, release: Release, language: str, state: str | None = None) -> None:
        self._release, self._language, self._state = release, language, state
        self._sources: list[Source] = []

    def card(self, start: str, steps: Sequence[Step]) -> Json:
        """Show a way from a place of the net. No steps: one is there already."""
        shown = [self._step(step) for step in steps]
        years = [step["time"]["years"] if step["time"] else None for step in shown]
        known = [one for one in years if one is not None]
        return {
            "from": self._place(start),
            "to": self._place(steps[-1].end if steps else start),
            "state": self._state,
            "steps": shown,
            "typical_years": sum(known) if known and len(known) == len(years) else None,
            "sources": [source_json(source) for source in self._sources],
        }

    def _place(self, name: str) -> Json:
        program = self._release.programs.get(name)
        if program:
            name_of = in_language(program.name, self._language)
            return {"kind": "program", "id": name, "name": name_of, "program_kind": program.kind}
        found = self._release.lattice.rung(name)
        ladder, at = found if found else (None, None)
        rung = ladder.rungs[at] if ladder and at is not None else None
        title = rung.title if rung else job_title(name, self._release)
        return {
            "kind": "job",
            "id": name,
            "name": title if isinstance(title, str) else in_language(title, self._language),
            "soc": rung.soc if rung else name,
            "ladder_id": ladder.id if ladder else None,
            "rung": at,
            **self._pay(name),
        }

    def _pay(self, name: str) -> Json:
        """Tell what a job pays. What is not published is said to be so, with the reason."""
        found = self._release.lattice.rung(name)
        rung = found[0].rungs[found[1]] if found else None
        apart = rung is not None and rung.median_wage_usd is None  # learners have no wage of theirs
        wage = None if apart else self._release.wage(rung.soc if rung else name, self._state)
        missing = locales.say("ladder.not_published", self._language)
        note = in_words(rung.wage_note, self._language) if rung else None
        return {
            "wage": self._wage(wage) if wage else None,
            "wage_text": range_text(wage, self._language) if wage else note or missing,
            "wage_note": note if wage else None,
        }

    def _wage(self, wage: Wage) -> Json:
        return {
            "low_usd": wage.p10_usd,
            "median_usd": wage.median_usd,
            "high_usd": wage.p90_usd,
            "area": wage.area,
            "as_of": wage.as_of,
            "source": self._at(wage.source),
        }

    def _step(self, step: Step) -> Json:
        program = self._release.programs.get(step.start)
        needs = [self._need(*need) for need in self._needs(step)]
        time = self._time(step, program)
        vouching = [self._at(source) for source in self._vouching(step, program)]
        cited = [*vouching, *(need["source"] for need in needs)]
        return {
            "kind": step.kind,
            "kind_text": locales.say(f"codes.move.{step.kind}", self._language),
            "from": self._place(step.start),
            "to": self._place(step.end),
            "needs": needs,
            "time": time,
            "ladder_id": step.ladder_id,
            "sources": list(dict.fromkeys([*cited, *([time["source"]] if time else [])])),
        }

    def _need(self, text: Words, source: Source) -> Json:
        return {"text": in_language(text, self._language), "source": self._at(source)}

    def _needs(self, step: Step) -> list[Fact]:
        """List what the next place asks for: a program its requirements, a job what its ladder
        says of the move and of the rung."""
        after = self._release.programs.get(step.end)
        if after:
            return [(one.text, after.sources[one.source]) for one in after.requirements]
        needs: list[Fact] = []
        if step.move and step.ladder_id:
            ladder = self._release.ladders[step.ladder_id]
            needs = [(step.move.needs, ladder.sources[step.move.source])]
        found = self._release.lattice.rung(step.end)
        if found:
            ladder, at = found
            listed = ladder.rungs[at].needs_to_enter
            needs += [(text, ladder.sources[source]) for text, source in listed]
        return needs

    def _time(self, step: Step, program: Program | None) -> Json | None:
        """Tell how long it takes: a program as it says itself, else what is typical."""
        if program and program.length:
            told = in_language(program.length.text, self._language)
            source = self._at(program.sources[program.length.source])
            return {"text": told, "years": _in_hundredths(step.years), "source": source}
        if step.move is None or step.move.typical_years is None or step.ladder_id is None:
            return None
        years = step.move.typical_years
        told = _typically(years, self._language)
        source = self._at(self._release.ladders[step.ladder_id].sources[step.move.source])
        return {"text": told, "years": years, "source": source}

    def _vouching(self, step: Step, program: Program | None) -> list[Source]:
        """Name who says that there is this way."""
        if program:
            return list(program.sources[:1])
        assert step.move is not None and step.ladder_id is not None
        return [self._release.ladders[step.ladder_id].sources[step.move.source]]

    def _at(self, source: Source) -> int:
        if source not in self._sources:
            self._sources.append(source)
        return self._sources.index(source)


def _typically(years: float, language: str) -> str:
    """Say about how long: less than a year in months."""
    if years < 1:
        return locales.say("ladder.months", language, {"count": round(12 * years)})
    count = int(years) if years == int(years) else years
    return locales.say("ladder.years", language, {"count": count})


def _in_hundredths(years: float | None) -> float | None:
    return None if years is None else round(years, 2)
