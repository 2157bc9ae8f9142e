"""Pages of routes, chains and matters, and their part on the page of a claim."""

from __future__ import annotations

from datetime import date

import pytest
from two_parties import agreed, raised

from propertylaw import analyze
from propertylaw.report.analysis_page import analysis_text
from propertylaw.report.claim_page import claim_sheet
from propertylaw.report.sheet import sheet_text
from propertylaw.report.ways_page import chain_sheet, matter_sheet, route_sheet
from propertylaw.report.ways_words import period_in_words
from propertylaw.rulebook import rules

BOOK = rules()


@pytest.mark.parametrize(
    ("period", "words"), [("P30D", "30日"), ("P6M", "6个月"), ("P2M+P60D", "2个月届满后60日"), ("P1Y", "1年")]
)
def test_periods_in_words(period: str, words: str) -> None:
    assert period_in_words(period) == words


def test_the_page_of_a_claim_shows_its_routes_and_the_bodies_to_report_to() -> None:
    titles = [section.title for section in claim_sheet(BOOK.claims["developer.warranty"], BOOK).sections]
    assert {"途径", "该向谁报告、谁必须处理", "对方没了、没钱：还能找谁"} <= set(titles)


def test_every_route_chain_and_matter_has_a_page() -> None:
    for route in BOOK.routes.values():
        assert route.title in sheet_text(route_sheet(route, BOOK))
    for chain in BOOK.chains.values():
        page = sheet_text(chain_sheet(chain, BOOK))
        assert all(link.who in page.replace("\n", "").replace(" ", "") or link.who[:6] in page for link in chain.links)
    for matter in BOOK.matters.values():
        assert matter.title in sheet_text(matter_sheet(matter, BOOK))


def test_a_link_tells_evidence_and_prospects() -> None:
    (section,) = chain_sheet(BOOK.chains["chain.money_gone"], BOOK).sections
    for entry in section.entries:
        said = ["".join(map(str, line)) for line in entry.lines]
        assert any(line.startswith("证据：") for line in said)
        assert any(line.startswith("把握：") for line in said)


def test_the_page_of_an_analysis_tells_days_bodies_and_what_to_do_when_nobody_acts() -> None:
    form = raised(
        "developer.warranty",
        ("owner", "developer"),
        agreed("quality_defect"),
        {"id": "mediation_agreement_date", "value": date(2025, 6, 6), "said_by": "a"},
        {"id": "developer_gone", "value": True, "said_by": "a"},
        on="2025-07-08",
    )
    page = analysis_text(analyze(form)).replace(" ", "").replace("\n", "")
    assert "不迟于2025-07-07（已过）" in page
    assert "主管：住房城乡建设主管部门" in page
    assert "rulesshowpublic.report_not_acted" in page
    assert "rulesshowchain.developer_gone" in page
    assert "去哪里：人民调解委员会" in page
    assert "需要：双方自愿" in page
    assert "期限：机关履行保护人身权、财产权的法定职责" in page
    assert "管辖：" in page


def test_the_page_of_a_route_for_all_claims_counts_them_after_what_is_useful() -> None:
    sheet = route_sheet(BOOK.routes["mediation"], BOOK)
    assert [section.title for section in sheet.sections] == ["还需要", "期限", "提示", "适合的请求"]
    (entry,) = sheet.sections[-1].entries
    fitting = len(BOOK.claims) - 1  # all but the one against public bodies
    assert str(entry.head[0]).startswith(f"共 {fitting} 项：")
    assert len(sheet_text(sheet).splitlines()) < 30


def test_the_page_of_a_route_for_few_claims_lists_them() -> None:
    sheet = route_sheet(BOOK.routes["fire_cause"], BOOK)
    assert "torts.ebike_fire" in str(sheet.sections[-1].entries)
