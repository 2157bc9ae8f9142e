"""Pages of the curated law: words for lawyers, and the ids that a dispute form needs."""

from __future__ import annotations

import re

from propertylaw.report.claim_page import claim_sheet
from propertylaw.report.rule_pages import fact_sheet
from propertylaw.report.sheet import sheet_text
from propertylaw.report.sum_words import SUM_WORDS
from propertylaw.rulebook import rules
from propertylaw.rulebook.calculations import SUMS


def test_every_calculation_of_a_sum_has_words() -> None:
    assert set(SUM_WORDS) == set(SUMS)


def test_the_page_of_a_claim_tells_sums_in_words_and_the_ids_of_the_facts_to_fill_in() -> None:
    for claim in rules().claims.values():
        assert "`" not in str(claim_sheet(claim, rules()))
    page = sheet_text(claim_sheet(rules().claims["fees.arrears"], rules()))
    assert "已到期各期的单价乘以计费面积" in page
    assert "催交到达的日期（demand_date）：" in page


def test_the_page_of_a_claim_tells_a_choice_in_words() -> None:
    page = "".join(sheet_text(claim_sheet(rules().claims["torts.guards_violence"], rules())).split())
    assert "动手的人是谁的人是“劳务派遣公司派来的”，并且" in page
    assert "guard_firm" not in page.replace("staff_employed_by", "")


def test_the_page_of_a_fact_tells_the_unit_in_words_and_as_the_form_has_it() -> None:
    page = sheet_text(fact_sheet(rules().facts["fee_rate"], rules()))
    assert "单位 元/平方米·月（纠纷表里写 CNY/m2/month）" in page
    assert page.count("CNY") == 1


def test_the_page_of_a_derived_fact_tells_from_what_it_follows() -> None:
    page = sheet_text(fact_sheet(rules().facts["last_instalment_barred"], rules()))
    assert "催交到达的日期" in page
    assert not re.search("[（]last_instalment_barred", page)
