"""Two versions of a contract for property services: each change for both sides, also where a clause names nobody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from propertylaw import diff, outline, read
from propertylaw.compare import Comparison
from propertylaw.model import Outline, Source

Compare = Callable[[str, str], Comparison]
HEAD = "# 榆林里物业服务合同\n\n甲方：榆林里业主委员会\n乙方：榆安物业服务有限公司\n\n"


@pytest.fixture
def compared(tmp_path: Path) -> Compare:
    def compare(before: str, after: str, head: str = HEAD) -> Comparison:
        texts = []
        for name, text in (("旧", before), ("新", after)):
            file = tmp_path / f"{name}.md"
            file.write_text(f"{head}第一条 {text}\n", encoding="utf-8")
            source = read(file)
            texts.append((source, outline(source)))
        return diff(*texts)

    return compare


def told(comparison: Comparison) -> set[tuple[str, str, str]]:
    found = [effect for one in comparison.changes for effect in one.effects]
    found += [effect for one in comparison.passages for effect in one.effects]
    return {(effect.party, effect.direction.value, effect.rule) for effect in found}


def both(rule: str, better: str) -> set[tuple[str, str, str]]:
    """Better for one side, worse for the other."""
    worse = {"service_provider": "owner", "owner": "service_provider"}[better]
    return {(better, "better", rule), (worse, "worse", rule)}


@pytest.mark.parametrize(
    ("before", "after", "rule", "better"),
    [
        ("乙方每夜巡逻不少于五次。", "乙方每夜巡逻不少于三次。", "less_often", "service_provider"),
        ("草坪每年修剪不少于五次。", "草坪每年修剪不少于八次。", "more_often", "owner"),
        ("楼道每日清扫一次。", "楼道每两日清扫一次。", "less_often", "service_provider"),
        ("楼道每周清扫两次。", "楼道每周清扫三次。", "more_often", "owner"),
        ("水箱每半年清洗一次。", "水箱每年清洗一次。", "less_often", "service_provider"),
        ("电梯每15日维保一次。", "电梯每30日维保一次。", "less_often", "service_provider"),
        ("楼道照明的亮灯率达到97%。", "楼道照明的亮灯率达到92%。", "asks_less", "service_provider"),
        ("上年度账目于一月底前公布。", "上年度账目于一月十日前公布。", "less_time", "owner"),
        (
            "逾期交费的，每日按万分之二支付违约金。",
            "逾期交费的，每日按万分之四支付违约金。",
            "pays_more",
            "service_provider",
        ),
    ],
)
def test_a_clause_that_names_nobody_is_told_for_both_sides(
    compared: Compare, before: str, after: str, rule: str, better: str
) -> None:
    assert told(compared(before, after)) == both(rule, better)


def test_whose_act_it_is_is_said_to_be_presumed_where_nobody_is_named(compared: Compare) -> None:
    unnamed = compared("楼道每日清扫一次。", "楼道每周清扫一次。")
    named = compared("乙方应当每日清扫楼道一次。", "乙方应当每周清扫楼道一次。")
    assert all(effect.presumed for one in unnamed.passages for effect in one.effects)
    assert not any(effect.presumed for one in named.changes for effect in one.effects)


def test_who_still_has_not_paid_is_worse_off_with_a_higher_rate(compared: Compare) -> None:
    text = "业主逾期交费的，乙方应当先催告；期满仍不交的，按欠费额每日万分之{}支付违约金。"
    assert told(compared(text.format("二"), text.format("四"))) == both("pays_more", "service_provider")


def test_a_ban_that_goes_is_a_claim_lost_for_the_other_side(compared: Compare) -> None:
    kept = "乙方应当每日巡查。"
    found = compared(f"{kept}乙方不得向他人提供业主的个人信息。", kept)
    assert ("owner", "worse", "burden_gone") in told(found)
    assert {
        one.party: (one.better, one.worse) for one in found.standings if one.party in ("owner", "service_provider")
    } == {
        "owner": (0, 1),
        "service_provider": (1, 0),
    }


def test_what_is_promised_to_a_third_party_is_lost_by_the_other_side_too(compared: Compare) -> None:
    kept = "乙方应当每日巡查。"
    found = compared(f"{kept}乙方不得将业主信息提供给第三方。", kept)
    assert told(found) == {*both("burden_gone", "service_provider"), ("contractor", "open", "addressee")}


def test_duties_of_a_regulation_have_no_other_side(compared: Compare) -> None:
    head = "# 云州市物业管理条例\n\n"
    found = compared("物业服务人应当每日巡查一次。", "物业服务人应当每周巡查一次。", head)
    assert told(found) == {("service_provider", "better", "less_often")}


def test_a_number_that_did_not_change_is_not_told(compared: Compare) -> None:
    text = "乙方设立24小时热线，接到报修后，应当在{}小时内到场处理。"
    assert told(compared(text.format(24), text.format(48))) == both("more_time", "service_provider")


def test_the_digits_of_a_rhythm_are_no_number_of_their_own(compared: Compare) -> None:
    found = compared("乙方应当每15日至少保养电梯一次。", "乙方应当每30日至少保养电梯一次。")
    assert told(found) == both("less_often", "service_provider")


def test_to_pay_a_year_ahead_is_worse_than_a_quarter(compared: Compare) -> None:
    found = compared("业主应当于每季度首月十日前交付当季物业费。", "业主应当于每年1月10日前交付全年物业费。")
    assert told(found) == both("pays_ahead", "service_provider")


def test_both_duties_of_a_sentence_are_told(compared: Compare) -> None:
    text = "乙方对路灯每{}巡检一次，发现损坏的，应当在{}小时内更换。"
    found = compared(text.format("周", 24), text.format("月", 48))
    assert told(found) == both("less_often", "service_provider") | both("more_time", "service_provider")


def test_income_of_all_owners_from_those_who_park_is_left_open(compared: Compare) -> None:
    text = "占用业主共有场地停放车辆的，每车位每月收取{}元，归全体业主所有。"
    assert told(compared(text.format(120), text.format(160))) == {("owner", "open", "price_of_common")}


def test_who_loses_a_decision_is_told_and_who_gains_it(compared: Compare) -> None:
    found = compared("利用外墙设置广告的，须经业主共同决定。", "利用外墙设置广告的，须经乙方同意。")
    assert told(found) == {("owner", "worse", "decision_lost"), ("service_provider", "better", "decision_won")}


def test_consent_is_more_than_notice_and_the_manager_is_the_providers(compared: Compare) -> None:
    found = compared("更换项目经理的，应当提前十日告知甲方。", "更换项目经理的，应当经甲方同意。")
    assert ("owners_committee", "better", "consent_for_notice") in told(found)
    assert not {party for party, *_ in told(found)} & {"provider_staff", "other"}


def test_figures_that_say_nothing_of_either_side_are_open_for_both(compared: Compare) -> None:
    found = compared("本合同正本一式四份，附件占百分之十。", "本合同正本一式四份，附件占百分之二十。")
    assert told(found) == {("owner", "open", "figure"), ("service_provider", "open", "figure")}


@pytest.mark.parametrize(
    ("before", "after", "rule", "better"),
    [
        ("乙方应当在停梯前二日公示。", "乙方应当在停梯前五日公示。", "longer_notice", "owner"),
        ("乙方应当在停梯前五日公示。", "乙方应当在停梯前二日公示。", "shorter_notice", "service_provider"),
        ("乙方应当在停梯后二日内公示。", "乙方应当在停梯后五日内公示。", "more_time", "service_provider"),
    ],
)
def test_a_period_reckoned_back_from_an_event_is_one_of_notice(
    compared: Compare, before: str, after: str, rule: str, better: str
) -> None:
    assert told(compared(before, after)) == both(rule, better)


def test_a_decision_of_the_owners_that_goes_is_their_loss(compared: Compare) -> None:
    before = "乙方涨价，应当提前十日公示，并经业主共同决定。"
    assert told(compared(before, "乙方涨价，应当提前十日公示。")) == both("burden_gone", "service_provider")


def test_who_answers_for_grave_fault_only_answers_in_fewer_cases(compared: Compare) -> None:
    light, grave = (f"因乙方{how}业主受损的，乙方承担赔偿责任。" for how in ("过错致", "故意或者重大过失致"))
    assert told(compared(light, grave)) == both("burden_narrower", "service_provider")
    assert told(compared(grave, light)) == both("burden_wider", "owner")


def test_a_price_within_the_clause_on_payment_is_what_is_paid(compared: Compare) -> None:
    text = "物业费按每月每平方米{}元收取，业主应当按季交纳。"
    assert told(compared(text.format("1.60"), text.format("1.90"))) == both("pays_more", "service_provider")


@pytest.mark.parametrize(
    ("before", "after", "rule", "better"),
    [
        (
            "临时停车收入，乙方按8%提取管理成本。",
            "临时停车收入，乙方按18%提取管理成本。",
            "gets_more",
            "service_provider",
        ),
        ("广告收入的8%作为乙方的管理报酬。", "广告收入的6%作为乙方的管理报酬。", "gets_less", "owner"),
    ],
)
def test_a_share_that_somebody_keeps_is_his_gain(
    compared: Compare, before: str, after: str, rule: str, better: str
) -> None:
    assert told(compared(before, after)) == both(rule, better)


def test_who_bears_a_cost_alone_that_was_shared_is_worse_off(compared: Compare) -> None:
    shared, alone = "审计费由双方各承担一半。", "审计费由甲方承担。"
    assert {("owners_committee", "worse", "bears_more"), ("service_provider", "better", "moved_off")} <= told(
        compared(shared, alone)
    )
    assert ("owners_committee", "better", "bears_less") in told(compared(alone, shared))


SHARED = ("乙方应当每日清扫楼道一次", "乙方应当每月检查一次消防设施", "业主应当在每季度首月十日前交纳物业费")
OWN = (
    ("乙方应当每周修剪草坪一次", "乙方应当每半年清洗水箱一次", "甲方应当在五日内答复乙方", "业主可以查阅账目"),
    ("乙方应当在门岗登记访客", "甲方应当审核年度预算", "业主应当爱护共用设施", "乙方应当公示收费标准"),
)


def _many(title: str, clauses: tuple[str, ...], folder: Path) -> tuple[Source, Outline]:
    numbers = "一二三四五六七八九十"
    lines = [f"第{numbers[at]}条 {clause}。" for at, clause in enumerate(clauses)]
    file = folder / f"{title}.md"
    file.write_text(HEAD.replace("榆林里物业服务合同", title) + "\n\n".join(lines) + "\n", encoding="utf-8")
    source = read(file)
    return source, outline(source)


def test_contracts_that_share_few_clauses_are_told_to_be_no_versions(tmp_path: Path) -> None:
    own = [tuple(f"{act}，{extra}" for act in OWN[n] for extra in ("并作记录", "费用自理")) for n in (0, 1)]
    texts = [_many(f"{name}物业服务合同", (*SHARED[:2], *own[n]), tmp_path) for n, name in enumerate("榆槐")]

    assert any("可能不是同一文本的两个版本" in note for note in diff(texts[0], texts[1]).notes)
    assert not diff(texts[0], texts[0]).notes


def test_a_version_under_another_title_is_not_doubted_where_it_says_the_same(tmp_path: Path) -> None:
    clauses = (*SHARED, *OWN[0], *OWN[1][:3])
    earlier, later = _many("榆林里物业服务合同", clauses, tmp_path), _many("榆林里服务协议", clauses, tmp_path)

    assert not diff(earlier, later).notes


def test_contracts_half_alike_under_two_titles_may_be_two_documents(tmp_path: Path) -> None:
    more = (
        ("乙方应当每年检测一次避雷设施", "甲方应当在三月公布预算", "业主应当妥善保管门卡"),
        ("乙方应当修补路面", "甲方应当组织业主代表巡查", "业主应当配合垃圾分类"),
    )
    titles = ("榆林里物业服务合同", "槐荫里服务协议")
    earlier, later = (_many(titles[n], (*SHARED, *OWN[n], *more[n]), tmp_path) for n in (0, 1))
    (note,) = diff(earlier, later).notes
    assert "标题不同" in note

    renamed = _many("榆林里物业服务合同（续签）", (*SHARED, *OWN[1], *more[1]), tmp_path)
    assert not diff(earlier, renamed).notes
