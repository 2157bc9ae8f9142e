"""Two versions compared as their reader sees them: what changed, for whom, and by which rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from propertylaw import diff, outline, read
from propertylaw.compare import Altered, Comparison, Direction
from propertylaw.model import Outline, Source

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "corpus" / "samples"

Compare = Callable[[str, str], Comparison]
HEAD = "# 青禾园物业服务合同\n\n甲方：青禾园业主委员会\n乙方：青禾物业服务有限公司\n\n"


@pytest.fixture
def compared(tmp_path: Path) -> Compare:
    def compare(before: str, after: str) -> Comparison:
        texts = []
        for name, text in (("旧", before), ("新", after)):
            file = tmp_path / f"{name}.md"
            file.write_text(f"{HEAD}第一条 {text}\n", encoding="utf-8")
            source = read(file)
            texts.append((source, outline(source)))
        return diff(*texts)

    return compare


def told(comparison: Comparison) -> set[tuple[str, str, str]]:
    return {(e.party, e.direction.value, e.rule) for change in comparison.changes for e in change.effects}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "乙方应当自收到业主投诉之日起三个工作日内答复业主。",
            "乙方应当自收到业主投诉之日起十个工作日内答复业主。",
            {("service_provider", "better", "more_time"), ("owner", "worse", "more_time")},
        ),
        (
            "乙方更换项目经理的，应当提前十五日通知甲方。",
            "乙方更换项目经理的，应当提前三十日通知甲方。",
            {("service_provider", "worse", "longer_notice"), ("owners_committee", "better", "longer_notice")},
        ),
        (
            "业主逾期交费的，应当按照欠费额每日万分之三向乙方支付违约金。",
            "业主逾期交费的，应当按照欠费额每日万分之五向乙方支付违约金。",
            {("owner", "worse", "pays_more"), ("service_provider", "better", "pays_more")},
        ),
        (
            "物业服务费的标准为住宅每平方米每月1.80元。",
            "物业服务费的标准为住宅每平方米每月1.50元。",
            {("owner", "better", "price_down"), ("service_provider", "worse", "price_down")},
        ),
        (
            "业主应当在每季度首月二十日前交纳当季物业服务费。",
            "业主应当在每季度首月十日前交纳当季物业服务费。",
            {("owner", "worse", "less_time")},
        ),
        (
            "业主可以查阅公共收益的账目。",
            "提前三日书面申请的，业主可以查阅公共收益的账目。",
            {("owner", "worse", "right_narrower")},
        ),
        (
            "乙方不得将秩序维护服务委托给专业性服务企业。",
            "乙方可以将秩序维护服务委托给专业性服务企业。",
            {("service_provider", "better", "freed"), ("contractor", "open", "addressee")},
        ),
        (
            "乙方应当每月清洗水箱。",
            "业主应当每月清洗水箱。",
            {("service_provider", "better", "moved_off"), ("owner", "worse", "moved_on")},
        ),
        (
            "业主应当遵守管理规约。",
            "业主应当遵守管理规约。乙方应当每年向业主公布财务收支情况。",
            {("service_provider", "worse", "burden_new"), ("owner", "better", "burden_new")},
        ),
        (
            "业主应当遵守管理规约。业主可以查阅公共收益的账目。",
            "业主应当遵守管理规约。",
            {("owner", "worse", "benefit_gone")},
        ),
    ],
)
def test_for_whom_a_change_is_better_and_by_which_rule(
    compared: Compare, before: str, after: str, expected: set[tuple[str, str, str]]
) -> None:
    assert told(compared(before, after)) == expected


def test_a_change_that_helps_and_harms_one_party_is_left_open(compared: Compare) -> None:
    found = compared(
        "业主逾期超过三个月的，应当按照欠费额每日万分之三向乙方支付违约金。",
        "业主逾期超过六个月的，应当按照欠费额每日万分之五向乙方支付违约金。",
    )
    (change,) = found.changes
    rules = {effect.rule for effect in change.effects if effect.party == "owner"}
    assert rules == {"pays_more", "burden_narrower"}
    assert change.direction_for("owner") is Direction.OPEN
    assert [(one.party, one.open) for one in found.standings if one.party == "owner"] == [("owner", 1)]


def test_words_without_a_norm_are_told_too(compared: Compare) -> None:
    found = compared("本合同所称工作日是指周一至周五。", "本合同所称工作日是指周一至周六，法定节假日除外。")
    assert found.changes or found.passages
    assert "周六" in "".join([*(one.after_text for one in found.passages), *(one.after_text for one in found.changes)])


def test_one_contract_in_three_formats_has_not_changed() -> None:
    texts = [
        (source, outline(source))
        for source in (read(SAMPLES / f"枫林苑物业服务合同.{s}") for s in ("md", "docx", "pdf"))
    ]
    for other in texts[1:]:
        found = diff(texts[0], other)
        assert (found.changes, found.renumbered, found.passages) == ((), (), ())


def test_what_concerns_one_party_alone(compared: Compare) -> None:
    snippets = ROOT / "docs" / "snippets" / "versions"
    old, new = (
        (source, outline(source)) for source in map(read, sorted(snippets.glob("*.md"), key=lambda f: len(f.name)))
    )
    found = diff(old, new, "owner")
    assert all({"owner", "owners_assembly"} & _named(change) for change in found.changes)
    assert {one.party for one in found.standings} == {"owner", "owners_assembly"}
    assert found.passages == ()


def _text(file: Path) -> tuple[Source, Outline]:
    source = read(file)
    return source, outline(source)


def _named(change: Altered) -> set[str]:
    norms = [norm for norm in (change.before, change.after) if norm]
    return {id for norm in norms for id in (*norm.bearer, *norm.counterparty)}


SHANGHAI = sorted((ROOT.parent / "shared" / "corpus" / "local").glob("上海*.md"))


@pytest.mark.corpus
@pytest.mark.skipif(not SHANGHAI, reason="the reference folder is not there")
def test_what_the_regulation_of_shanghai_changed_in_2020() -> None:
    old, new = map(_text, SHANGHAI)
    found = diff(old, new)
    by_place = {str(one.after.locator): one for one in found.changes if one.after}

    handing_on = [one for one in found.changes if one.kind == "added" and "转委托" in one.norm.action]
    assert {effect.rule for one in handing_on for effect in one.effects if effect.party == "service_provider"} == {
        "burden_new"
    }
    notice = by_place["上海市住宅物业管理规定/46/3"]
    assert notice.after_text
    assert found.before.endswith("（2018-11-22）")
    assert found.after.endswith("（2020-12-30）")
    assert {one.party for one in found.standings if one.better or one.worse} >= {"owner", "service_provider"}
    assert all(one.better == one.worse == 0 for one in found.standings if one.party == "housing_authority")
