"""What people are shown of records and matches: the contract's shapes, in one language."""

from knowledge.cards.ladders import ladder_card
from knowledge.cards.matches import match_card
from knowledge.cards.records import program_record, resource_card
from knowledge.cards.ways import Ways

__all__ = ["Ways", "ladder_card", "match_card", "program_record", "resource_card"]
