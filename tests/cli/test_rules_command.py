"""`propertylaw rules`: the curated law can be listed, read and checked from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import command_line
from command_line import Done

from propertylaw.rulebook import rules

PACK = Path(__file__).resolve().parents[2] / "docs" / "snippets" / "new_claim"


def run(*arguments: str | Path) -> Done:
    return command_line.run("rules", *arguments)


def test_every_claim_is_listed() -> None:
    shown = run("list").stdout
    assert all(id in shown for id in rules().claims)
    listed = json.loads(run("list", "facts", "--format", "json").stdout)
    assert [fact["id"] for fact in listed] == list(rules().facts)


def test_everyday_words_list_the_claims_that_they_come_to() -> None:
    shown = run("list", "漏水").stdout
    assert "neighbours.leak　漏水：停止、维修、赔偿" in shown
    assert "fees.arrears" not in shown
    assert "developer.advertised_facilities" in run("list", "广告里的泳池没建").stdout
    listed = json.loads(run("list", "漏水", "--format", "json").stdout)
    assert "neighbours.leak" in [claim["id"] for claim in listed]


def test_words_that_no_question_knows_list_the_claims_that_speak_of_them() -> None:
    assert "governance.disclosure" in run("list", "知情").stdout


def test_part_of_the_id_of_a_claim_lists_it() -> None:
    assert "neighbours.leak" in run("list", "leak").stdout


def test_a_slip_in_a_kind_is_told_with_the_kind_that_was_meant() -> None:
    done = run("list", "fatcs")
    assert done.returncode != 0
    assert "没有对得上“fatcs”的请求权" in done.stderr
    assert "facts" in done.stderr


def test_a_claim_prints_as_a_page_with_burden_effects_and_questions() -> None:
    shown = "".join(run("show", "fees.arrears").stdout.split())
    for words in (
        "请求人：物业服务人",
        "由请求人举证",
        "法律不承认这一抗辩",
        "管辖：",
        "时效：",
        "要问的事实",
        "一说：",
    ):
        assert words in shown, words
    claim = rules().claims["fees.arrears"]
    for part in (*claim.elements, *claim.defences, *claim.remedies):
        assert "".join(part.says.split()) in shown


def test_a_claim_page_says_what_applied_before_the_code_and_when_that_differs() -> None:
    shown = "".join(run("show", "contract.dismissal").stdout.split())
    for words in (
        "2021年以前的法律",
        "已按当时的法律计算：表决的比例",
        "结果待定（具备：并非“已按规定提前书面通知”）",
        "文本未附",
    ):
        assert words in shown, words


def test_facts_concepts_and_provisions_print_too() -> None:
    assert "支付拖欠的物业费" in run("show", "fee_rate").stdout
    assert "一说" in run("show", "serious_defect").stdout
    assert "第九百四十四条第三款" in run("show", "民法典/944/3").stdout


def test_a_name_that_nothing_bears_is_met_with_the_nearest() -> None:
    done = run("show", "fees.arears")
    assert (done.returncode, done.stdout) == (2, "")
    assert "是不是“fees.arrears”" in done.stderr


def test_checking_the_rules_that_ship_ends_with_status_0() -> None:
    assert run("check").returncode == 0


def test_checking_a_folder_with_a_typo_ends_with_status_1_and_the_line(tmp_path: Path) -> None:
    shutil.copytree(PACK, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "claims" / "fees.card_deposit.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("when: card_returned", "when: card_retuned"), encoding="utf-8")
    done = run("check", tmp_path)
    line = text[: text.index("when: card_returned")].count("\n") + 1
    assert done.returncode == 1
    assert f"第 {line} 行" in done.stdout
    assert "是不是“card_returned”" in done.stdout
    found = json.loads(run("check", tmp_path, "--format", "json").stdout)
    assert {fault["line"] for fault in found} == {line}


def test_checks_are_listed_and_each_has_its_page() -> None:
    listed = json.loads(run("list", "checks", "--format", "json").stdout)
    assert {"code": "CON001", "name": "cut_off_utilities", "severity": "high", "subject": "contract"}.items() <= next(
        one for one in listed if one["code"] == "CON001"
    ).items()
    assert "CON001　cut_off_utilities" in run("list", "checks").stdout
    assert "《民法典》第九百四十四条第三款" in run("show", "con001").stdout
    unknown = run("show", "XYZ999")
    assert (unknown.returncode, "rules list checks" in unknown.stderr) == (2, True)
