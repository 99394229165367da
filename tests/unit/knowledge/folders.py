"""Small content folders to load, break and publish."""

from __future__ import annotations

from pathlib import Path

PROGRAM = """\
id: {name}
name: {{en: "{title}", es: "{title} (es)"}}
aliases: [HSP]
kind: pre_apprenticeship
sectors: [construction]
occupations: ["47-2111"]
summary: {{en: "{summary}", es: "Enseña a construir."}}
serves: {{states: [WI]}}
sites:
  - {{city: Milwaukee, state: WI}}
requirements:
  - about: age
    start_at: 18
    text: {{en: "18 or older", es: "18 años o más"}}
    source: 0
  - key: school
    any_of:
      - about: education
        min_level: high_school
        text: {{en: "A diploma", es: "Un diploma"}}
      - about: education
        min_grade: 10
        track: {{en: "Shop", es: "Taller"}}
        text: {{en: "10th grade", es: "Décimo grado"}}
        source: 1
    text: {{en: "Some school", es: "Algo de escuela"}}
    source: 0
figures:
  - {{text: {{en: "30 people", es: "30 personas"}}, value: 30, unit: people, year: 2025, source: 1}}
cost: {{text: {{en: "Free", es: "Gratis"}}, usd: 0, source: 0}}
leads_to: ["47-2111"]
status: active
sources:
  - {{title: "Its page", url: "https://example.org/page", as_of: "2025-06", kind: official}}
  - {{title: "A copy", url: "https://example.net/copy", as_of: null, kind: report, link: false}}
"""
LADDER = """\
id: electrician
name: {en: "Electrician", es: "Electricista"}
sector: construction
rungs:
  - title: {en: "Helper", es: "Ayudante"}
    soc: "47-3013"
    median_wage_usd: 42670
    wage_source: 0
  - title: {en: "Apprentice", es: "Aprendiz"}
    soc: "47-2111"
    wage_note: {en: "No figure for learners", es: "No hay cifra para aprendices"}
    wage_source: 0
  - title: {en: "Electrician", es: "Electricista"}
    soc: "47-2111"
    median_wage_usd: 63190
    wage_source: 0
moves:
  - {from: 0, to: 1, kind: up, needs: {en: "apply", es: "solicitar"}, source: 0}
  - {from: 0, to: 2, kind: up, needs: {en: "learn", es: "aprender"}, source: 0, typical_years: 4.5}
sources:
  - {title: "BLS", url: null, as_of: "2025-05", kind: government}
"""
OCCUPATIONS = """\
- {soc: "47-2111", title: {en: "Electrician", es: "Electricista"}, sector: construction,
   aliases: {en: [electrician], es: [electricista]}, national_median_usd: 63190}
- {soc: "47-3013", title: {en: "Electrician's helper", es: "Ayudante"}, sector: construction}
"""
WAGES = """\
# source: U.S. Bureau of Labor Statistics (OEWS), May 2025
soc,state,median_usd,p10_usd,p90_usd
47-2111,US,63190,42640,108000
47-2111,WI,76540,44830,101770
47-3013,US,42670,31000,58000
47-3013,WI,80000,,
47-3013,TX,,,
"""


def program_text(
    name: str = "high-step", title: str = "High Step", summary: str = "It teaches building."
) -> str:
    """Write a program file that has no problem."""
    return PROGRAM.format(name=name, title=title, summary=summary)


def a_folder(folder: Path, *programs: str) -> Path:
    """Make a content folder; each argument is a program file's text."""
    (folder / "programs").mkdir(parents=True, exist_ok=True)
    (folder / "ladders").mkdir(exist_ok=True)
    (folder / "wages").mkdir(exist_ok=True)
    for text in programs or (program_text(),):
        name = text.partition("id: ")[2].partition("\n")[0]
        (folder / "programs" / f"{name}.yml").write_text(text, encoding="utf-8")
    (folder / "ladders" / "electrician.yml").write_text(LADDER, encoding="utf-8")
    (folder / "occupations.yml").write_text(OCCUPATIONS, encoding="utf-8")
    (folder / "wages" / "oews_2025_05.csv").write_text(WAGES, encoding="utf-8")
    return folder
