"""A sentence is weighed with the rest of its clause, and one fault is told once."""

from __future__ import annotations

import pytest
from reviewing import reviewed

from propertylaw.model import Diagnostic

HEAD = "云水苑物业服务合同\n甲方：云水苑业主委员会\n乙方：云水物业服务有限公司\n"
EARLY = "云水苑前期物业服务合同\n甲方：云水置业有限公司\n乙方：云水物业服务有限公司\n"
OTHER = "第二条　乙方每日清扫楼道一次。\n"


def grave(clause: str, head: str = HEAD) -> list[Diagnostic]:
    findings = reviewed(f"{head}第一条　{clause}\n{OTHER}").findings
    return [one for one in findings if one.span and one.severity in ("high", "medium")]


@pytest.mark.parametrize(
    "clause",
    [
        "物业服务用房属于全体业主共有，乙方不得出租。乙方自行添置的可移动办公家具归乙方所有。",
        "发生漏水、火灾等险情，联系业主未果的，乙方可以在公安民警在场时开锁入户。因室内设施失修引发险情的，"
        "开锁和恢复门锁的费用由业主承担，其他情形由乙方承担。",
        "业主大会决定解聘的，应当提前六十日通知乙方；解聘不以乙方同意为条件。",
        "乙方不承担车辆保管责任；因乙方提供的设施存在缺陷造成车辆损坏的，乙方应当赔偿。",
        "乙方逾期退出的，每逾期一日按照当月酬金的百分之三支付违约金。",
        "委员个人不对小区债务承担清偿责任；委员故意损害业主利益的，依法承担个人责任。",
        "甲方与乙方之间的争议提交云溪仲裁委员会仲裁；业主与乙方之间的争议，业主可以向法院起诉。",
        "秩序维护员有权要求外来施工人员出示出入证，没有出入证的，可以不予放行，但业主确认的除外。",
    ],
    ids=[
        "own furniture",
        "entry before a witness",
        "no condition",
        "own fault kept",
        "late leaving",
        "no debt of members",
        "two disputes",
        "outsiders at the gate",
    ],
)
def test_a_lawful_clause_with_frightening_words_stays_quiet(clause: str) -> None:
    assert not grave(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "人脸数据仅存储在小区本地设备。不愿意使用的，领取门卡，通行权限与使用人脸者一样。",
        "快递柜占用架空层，经营者每年交纳场地费三万元，归全体业主。",
        "停车收入的百分之十五支付给乙方作为管理成本，该比例由业主大会决定，每年复核。",
        "物业费由业主选择一年一付或者半年一付：一年一付的每年一月三十一日前付；半年一付的七月三十一日前再付。",
        "选聘乙方和收费标准的决定附后。",
        "装修押金3000元，押金不计利息。没有损坏公共部位的，自查验之日起七日内退还全部押金。",
    ],
    ids=[
        "faces kept apart",
        "trader's fee",
        "voted share",
        "days to choose",
        "a decision as a thing",
        "deposit paid back",
    ],
)
def test_who_pays_and_what_follows_in_the_clause_count(clause: str) -> None:
    assert not grave(clause)


def test_spaces_on_common_ground_are_told_where_two_sentences_say_it() -> None:
    clause = "道路两侧由甲方出资划设地面停车位86个。该批车位使用权属于甲方，所得收入由甲方取得。"
    assert [(one.code, one.severity) for one in grave(clause, EARLY)] == [("CON015", "high")]


def test_planned_spaces_that_the_developer_keeps_for_owners_stay_quiet() -> None:
    for clause in (
        "甲方尚未出售的规划车位归甲方所有，其服务费由甲方按照每个每月五十元支付给乙方。",
        "甲方持有的剩余规划车位，在业主均已满足后可以向周边住户出租，租期不超过六个月。",
    ):
        assert not grave(clause, EARLY)


@pytest.mark.parametrize(
    ("clause", "code"),
    [
        ("乙方引进快递柜和门厅广告，合作单位支付的进场费、租金列入乙方经营收入，不计入公共收益。", "CON003"),
        ("解聘决定须待费用全部结清、并经乙方出具确认书后方始生效；确认书出具前，本合同继续履行。", "CON006"),
        ("业主认为决定侵害其权益的，应当自公告之日起三十日内起诉；逾期未起诉的，视为对决定无异议。", "CON036"),
    ],
    ids=["income, no charge", "dismissal, no preliminary contract", "limitation, no silence"],
)
def test_one_fault_is_told_once_by_the_check_that_names_it(clause: str, code: str) -> None:
    assert [one.code for one in grave(clause)] == [code]


def test_a_likeness_is_told_as_such_and_its_example_as_an_example() -> None:
    clause = "为统一口径，服务次数以乙方系统的记录作为认定结果，业主自行拍摄的照片不纳入核定。"
    (one,) = grave(clause, EARLY)
    assert one.code == "CON058"
    assert "像不等于是" in one.message
    assert "收录的示例，不是本合同或者法规的文字" in one.message


def test_work_that_the_contract_names_by_its_staff_is_not_missing() -> None:
    text = f"{HEAD}第一条　乙方任命的项目经理每周驻场不少于五日。\n{OTHER}"
    issues = {one.issue for one in reviewed(text).findings}
    assert "missing_staff_or_quality_check" not in issues
