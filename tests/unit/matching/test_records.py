"""What rules say of records: welcome, to be asked, or nothing."""

from __future__ import annotations

from matching.records import asks_of_records, welcomes_record
from tests.builders import a_leaf, a_program


def test_a_program_that_says_so_or_is_made_for_it_welcomes_a_record() -> None:
    assert welcomes_record(a_program(a_leaf("justice", record_ok=True)))
    assert welcomes_record(a_program(a_leaf("justice", fact="justice_involved")))
    assert not welcomes_record(a_program(a_leaf("age", apply_at=18)))


def test_a_check_and_a_bar_are_rules_on_records() -> None:
    check = a_leaf("other", check=["background"])
    assert asks_of_records(a_program(a_leaf("age", apply_at=18), check)) == check
    assert asks_of_records(a_program(a_leaf("age", apply_at=18))) is None
