"""No page prints quotation marks with nothing between them: whatever is named has a name."""

from __future__ import annotations

import re

import pytest
from shares import one_in
from worked_cases import BOOK, EXAMPLES

from propertylaw.library import KnowledgeBase
from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text
from propertylaw.testing import Example

BLANK = re.compile("“”|《》|（）|、”|“、|：”")
UNTOLD_PRICE = [example for example in EXAMPLES if example.case.startswith("业主自己买的人防车位，没有人说付了多少")]


@pytest.mark.parametrize("example", [*UNTOLD_PRICE, *one_in(40, EXAMPLES)], ids=str)
def test_nothing_is_named_by_an_empty_name(example: Example) -> None:
    dispute = example.dispute(BOOK)
    page = analysis_text(analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=BOOK)))
    assert BLANK.search(page) is None


def test_the_case_that_printed_them_is_among_them() -> None:
    assert UNTOLD_PRICE
