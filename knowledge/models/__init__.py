"""The tables of the knowledge database: one module a noun."""

from knowledge.models.edit import Change, Edit
from knowledge.models.fact import Figure, Term
from knowledge.models.ladder import Ladder, Move, Rung, RungNeed
from knowledge.models.occupation import Occupation, Wage, WageTable
from knowledge.models.program import Program
from knowledge.models.release import Act, Catalog, Release
from knowledge.models.requirement import Requirement
from knowledge.models.root import Base
from knowledge.models.site import ServiceArea, Site
from knowledge.models.source import LadderSource, ProgramSource

__all__ = [
    "Act",
    "Base",
    "Catalog",
    "Change",
    "Edit",
    "Figure",
    "Ladder",
    "LadderSource",
    "Move",
    "Occupation",
    "Program",
    "ProgramSource",
    "Release",
    "Requirement",
    "Rung",
    "RungNeed",
    "ServiceArea",
    "Site",
    "Term",
    "Wage",
    "WageTable",
]
