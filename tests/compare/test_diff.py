"""Two versions compared as their reader sees them: what changed, for whom, and by which rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from propertylaw import diff, outline, read
from propertylaw.compare import Altered, Comparison, Direction, entries
from propertylaw.graph import kin
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
            "乙方应当每日清扫楼道一次。",
            "乙方应当每周清扫楼道一次。",
            {("service_provider", "better", "less_often"), ("owner", "worse", "less_often")},
        ),
        (
            "乙方应当每月维护电梯一次。",
            "乙方应当每周维护电梯一次。",
            {("service_provider", "worse", "more_often"), ("owner", "better", "more_often")},
        ),
        (
            "接到报修后，乙方应当在30分钟内到场处理。",
            "接到报修后，乙方应当在2小时内到场处理。",
            {("service_provider", "better", "more_time"), ("owner", "worse", "more_time")},
        ),
        (
            "乙方应当每日巡查。乙方不得以停水、停电方式催交物业费。",
            "乙方应当每日巡查。",
            {("service_provider", "better", "burden_gone"), ("owner", "worse", "burden_gone")},
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
            {("owner", "worse", "less_time"), ("service_provider", "better", "less_time")},
        ),
        (
            "业主可以查阅公共收益的账目。",
            "提前三日书面申请的，业主可以查阅公共收益的账目。",
            {("owner", "worse", "right_narrower"), ("service_provider", "better", "right_narrower")},
        ),
        (
            "乙方不得将秩序维护服务委托给专业性服务企业。",
            "乙方可以将秩序维护服务委托给专业性服务企业。",
            {("service_provider", "better", "freed"), ("owner", "worse", "freed"), ("contractor", "open", "addressee")},
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
            {("owner", "worse", "benefit_gone"), ("service_provider", "better", "benefit_gone")},
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
    assert [(one.better, one.worse, one.open) for one in found.standings if one.party == "owner"] == [(1, 1, 0)]


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


@pytest.mark.corpus
@pytest.mark.skipif(not SHANGHAI, reason="the reference folder is not there")
def test_shanghai_neither_side_loses_what_is_only_written_otherwise() -> None:
    found = diff(*map(_text, SHANGHAI))
    by_rule = {(e.party, e.rule) for one in found.changes for e in one.effects}
    assert ("owner", "vote") in by_rule
    assert ("service_provider", "benefit_gone") not in by_rule  # 起诉 is 提起诉讼, to delegate is still presupposed
    assert ("service_provider", "presupposed") in by_rule
    changed = [one for one in found.changes if one.kind == "changed" and str(one.norm.locator).endswith("/46/3")]
    notice = [one for one in changed if one.norm.bearer]
    assert [kin(one.norm.bearer) for one in notice] == [{"owner", "service_provider"}]
    assert {effect.rule for effect in notice[0].effects} == {"mutual"}
    assert any("文件名写作 2010-12-23" in note for note in found.notes)
    lists = [one for one in entries(found.changes) if any("/53/1" in str(c.norm.locator) for c in one.changes)]
    assert len(lists) == 1
    assert sum(one.better + one.worse + one.open for one in found.standings if one.party == "owner") <= len(
        entries(found.changes)
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "乙方应当将公共区域的监控影像至少保存三十日。",
            "乙方应当将公共区域的监控影像至少保存六十日。",
            {("service_provider", "worse", "longer_least"), ("owner", "better", "longer_least")},
        ),
        (
            "业主逾期交费的，乙方应当给予业主不少于三十日的宽限期。",
            "业主逾期交费的，乙方应当给予业主不少于十五日的宽限期。",
            {("service_provider", "better", "shorter_least"), ("owner", "worse", "shorter_least")},
        ),
        (
            "本合同期满后，任何一方可以解除合同，但应当提前六十日书面告知对方。",
            "本合同期满后，任何一方可以解除合同，但应当提前三十日书面通知对方。",
            {("owners_committee", "open", "mutual"), ("service_provider", "open", "mutual")},
        ),
        (
            "乙方有权要求欠费业主按日万分之三支付违约金，但违约金总额不超过欠费额的百分之二十。",
            "乙方有权要求欠费业主按日万分之三支付违约金，但违约金总额不超过欠费额的百分之十。",
            {("service_provider", "worse", "right_cap_down"), ("owner", "better", "right_cap_down")},
        ),
    ],
)
def test_lasting_periods_mutual_duties_and_caps(
    compared: Compare, before: str, after: str, expected: set[tuple[str, str, str]]
) -> None:
    assert told(compared(before, after)) == expected


def test_a_norm_that_is_split_in_two_is_no_gain(compared: Compare) -> None:
    found = compared(
        "业主共同决定下列事项：\n（一）筹集和使用建筑物的维修资金；\n（二）选聘物业服务企业。",
        "业主共同决定下列事项：\n（一）使用建筑物的维修资金；\n（二）筹集建筑物的维修资金；\n（三）选聘物业服务企业。",
    )
    assert {rule for _, _, rule in told(found)} == {"elsewhere", "wording"}


def test_a_paragraph_that_only_moved_is_no_change(compared: Compare) -> None:
    one, other = "本合同所称工作日是指周一至周五。", "本合同所称小区是指青禾园。"
    found = compared(f"{one}\n\n第二条 {other}", f"{other}\n\n第二条 {one}")
    assert found.passages == ()


def test_a_passage_in_other_names_is_told_apart(compared: Compare) -> None:
    found = compared("本合同的附件为物业管理用房的清单。", "本合同的附件为物业服务用房清单。")
    other = compared("本合同的附件为物业管理用房的清单。", "本合同的附件为车位清单。")
    assert [one.kind for one in found.passages] == ["reworded"]
    assert [one.kind for one in other.passages] == ["changed"]


def test_everything_that_changed_in_a_sentence_is_one_entry(compared: Compare) -> None:
    found = compared(
        "乙方可以将保洁委托给专业公司，业主应当遵守规约。",
        "乙方应当将保洁委托给专业公司，业主应当在十日内遵守规约。",
    )
    (entry,) = entries(found.changes)
    assert entry.kind == "changed"
    assert len(entry.changes) == len(found.changes)


def test_the_days_of_versions_in_the_wrong_order_are_told(tmp_path: Path) -> None:
    texts = []
    for year in ("2020", "2012"):
        file = tmp_path / f"云溪市绿化条例({year}-03-01).md"
        head = f"# 云溪市绿化条例\n\n{year}年3月1日 云溪市人民代表大会常务委员会通过\n\n"
        file.write_text(f"{head}第一条 单位应当每年植树。\n", encoding="utf-8")
        texts.append(_text(file))
    assert any("旧文本的日期晚于新文本" in note for note in diff(*texts).notes)
    assert not any("先后" in note for note in diff(*reversed(texts)).notes)


def test_an_item_of_a_list_is_told_with_what_the_list_is_about(compared: Compare) -> None:
    text = "业主可以共同对下列事项作出决定：\n（一）聘请专业机构的方案；\n（二）管理的{}。"
    (change, *_) = compared(text.format("费用"), text.format("费用和期限")).changes
    assert change.lead == "共同对下列事项作出决定"
    sentence = compared("乙方应当每日巡查。", "乙方应当每周巡查。").changes[0]
    assert sentence.lead == ""


def test_matters_that_came_and_went_are_named(compared: Compare) -> None:
    vote = "经参与表决的业主{}同意。"
    found = compared(
        f"业主大会决定筹集和使用维修资金，或者重建建筑物的，应当{vote.format('三分之二以上')}",
        f"业主大会决定筹集维修资金，重建建筑物，或者利用共有部分从事经营的，应当{vote.format('四分之三以上')}",
    )
    (told_matters,) = {(e.before, e.after) for one in found.changes for e in one.effects if e.rule == "matters"}
    assert told_matters == ("使用维修资金", "利用共有部分从事经营")


def test_a_warning_that_has_to_come_first_is_no_gain(compared: Compare) -> None:
    found = compared(
        "业主应当按时支付物业费；业主逾期不支付的，乙方可以提起诉讼。",
        "业主应当按时支付物业费；业主逾期不支付的，乙方可以催告其支付；期限届满仍不支付的，乙方可以提起诉讼。",
    )
    assert ("service_provider", "worse", "first_step") in told(found)
    assert ("service_provider", "better", "benefit_new") not in told(found)
