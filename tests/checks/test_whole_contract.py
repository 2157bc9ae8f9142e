"""Checks that need more than a clause: several places, tables, the covenant, promises, the rules of the place."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from reviewing import reviewed
from typer.testing import CliRunner

from propertylaw import KnowledgeBase, outline, read
from propertylaw.checks import Beside, local_rules, own_text, review
from propertylaw.cli import app
from propertylaw.model import Diagnostic, Instrument, Norm, Rank, Severity, Source

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
HEAD = "云水苑物业服务合同\n甲方：云水苑业主委员会\n乙方：云水物业服务有限公司\n"


def found(text: str, *codes: str, beside: tuple[Beside, ...] = ()) -> list[Diagnostic]:
    source = Source(name="合同", format="md", text=text, path="合同.md")
    return [one for one in review(source, outline(source), beside=beside).findings if one.code in codes]


def text(title: str, *clauses: str) -> Source:
    numbers = "一二三四五六七八九"
    lines = [f"第{numbers[at]}条　{clause}" for at, clause in enumerate(clauses)]
    return Source(name=title, format="txt", text="\n".join([title, *lines]) + "\n", path=f"{title}.txt")


def with_table(file: Path, table: str) -> Source:
    words = f"# 云水苑物业服务合同\n\n第一条　如下表：\n\n{table}\n第二条　乙方每日清扫一次。\n"
    file.write_text(words, encoding="utf-8")
    return read(file)


def test_two_prices_in_two_clauses_are_told_with_the_other_place() -> None:
    (one,) = found(
        f"{HEAD}第一条　住宅每月每平方米2.20元。\n第二条　乙方每日清扫楼道一次。\n"
        "第三条　欠费按住宅每月每平方米2.50元计算。\n",
        "CON051",
    )
    assert (one.issue, one.clause) == ("amounts_do_not_add_up", "第三条")
    assert "第一条写" in one.message
    assert [str(at) for at in one.related] == ["doc:合同/1/1"]


def test_two_payment_days_in_two_clauses() -> None:
    (one,) = found(
        f"{HEAD}第一条　业主应当在每季度首月十日前交纳当季物业费。\n第二条　乙方巡逻。\n"
        "第三条　业主应当在每季度末月二十五日前交纳当季物业费。\n",
        "CON019",
    )
    assert one.clause == "第三条"
    assert "第一条写" in one.message


def test_days_of_two_payers_do_not_contradict_each_other() -> None:
    assert not found(
        f"{HEAD}第一条　业主应当在每季度首月十日前交纳当季物业费。\n"
        "第二条　建设单位应当在每季度末月二十五日前交纳物业费。\n",
        "CON019",
    )


def test_a_table_whose_total_is_wrong(tmp_path: Path) -> None:
    rows = "| 楼栋 | 面积 |\n| --- | --- |\n| 一号楼 | 100 |\n| 二号楼 | 200 |\n| 合计 | {total} |\n"
    for total, count in (("400", 1), ("300", 0)):
        file = tmp_path / f"合同{total}.md"
        table = rows.format(total=total)
        file.write_text(
            f"# 云水苑物业服务合同\n\n第一条　建筑面积如下表：\n\n{table}\n第二条　乙方每日清扫一次。\n",
            encoding="utf-8",
        )
        source = read(file)
        hits = [one for one in review(source, outline(source)).findings if one.code == "CON052"]
        assert len(hits) == count
        assert all("各行之和为 300" in one.message and one.quote == "400" for one in hits)


def test_a_table_whose_product_is_wrong(tmp_path: Path) -> None:
    head = "| 类型 | 单价 | 面积 | 金额 |\n| --- | --- | --- | --- |\n"
    source = with_table(tmp_path / "合同.md", f"{head}| 住宅 | 2 | 100 | 2400 |\n| 商铺 | 3 | 100 | 500 |\n")
    (one,) = [one for one in review(source, outline(source)).findings if one.code == "CON052"]
    assert one.quote == "500"


TABLES = (
    (
        ("类别", "面积（平方米）", "金额（元）"),
        ("住宅", "105,600", "190,080"),
        ("商业", "6,300", "22,050"),
        ("合 计", "111,900", "222,130"),
    ),
    (("序号", "岗位", "人数"), ("1", "保洁", "12人"), ("2", "秩序维护", "18名"), ("", "总计", "35人")),
    (
        ("项目", "上半年", "下半年", "合计"),
        ("保洁费", "30万元", "32万元", "62万元"),
        ("绿化费", "10万元", "12万元", "25万元"),
    ),
    (
        ("项目", "人数"),
        ("保洁", "4"),
        ("保安", "6"),
        ("小计", "10"),
        ("工程", "2"),
        ("客服", "3"),
        ("小计", "5"),
        ("总计", "16"),
    ),
)
WRONG = ("222,130", "35人", "25万元", "16")


def word_with(file: Path, tables: Iterable[Sequence[Sequence[str]]]) -> Path:
    document = Document()
    for line in HEAD.splitlines():
        document.add_paragraph(line)
    for number, rows in zip("一二三四五", tables, strict=False):
        document.add_paragraph(f"第{number}条　如下表：")
        table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for line, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(line.cells, row, strict=True):
                cell.text = text
    document.save(str(file))
    return file


def wrong_totals(file: Path) -> list[str]:
    source = read(file)
    return [one.quote for one in review(source, outline(source)).findings if one.code == "CON052"]


def test_totals_of_rows_and_columns_in_a_word_file(tmp_path: Path) -> None:
    assert wrong_totals(word_with(tmp_path / "错.docx", TABLES)) == list(WRONG)
    right = {"222,130": "212,130", "35人": "30人", "25万元": "22万元", "16": "15"}
    mended = [[[right.get(cell, cell) for cell in row] for row in rows] for rows in TABLES]
    assert wrong_totals(word_with(tmp_path / "对.docx", mended)) == []


@pytest.mark.parametrize(("total", "wrong"), [("500", []), ("800", ["800"])])
def test_a_total_takes_in_a_subtotal_and_the_rows_after_it(tmp_path: Path, total: str, wrong: list[str]) -> None:
    rows = (("名称", "面积"), ("一号楼", "100"), ("二号楼", "200"), ("小计", "300"), ("商铺", "150"), ("车库", "50"))
    file = word_with(tmp_path / "表.docx", [(*rows, ("总计", total))])
    assert wrong_totals(file) == wrong


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_totals_of_rows_and_columns_in_a_pdf(tmp_path: Path) -> None:
    file = word_with(tmp_path / "错.docx", TABLES)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert wrong_totals(tmp_path / "错.pdf") == list(WRONG)


def test_a_price_times_a_quantity_is_no_sum(tmp_path: Path) -> None:
    table = (("项目", "单价（元）", "数量", "合计"), ("门禁卡", "15", "4", "60"), ("钥匙", "5", "2", "10"))
    assert wrong_totals(word_with(tmp_path / "价.docx", [table])) == []


def test_duties_without_any_measure_are_told_once() -> None:
    acts = ("做好保洁", "维护设施", "维持秩序", "养护绿化", "管理档案")
    duties = "".join(f"第{n}条　乙方应当{act}。\n" for n, act in zip("一二三四五", acts, strict=True))
    (one,) = found(f"{HEAD}{duties}", "CON053")
    assert one.severity is Severity.INFO
    assert "5 项义务中，5 项" in one.message
    assert not found(f"{HEAD}{duties}第六条　乙方违约造成业主损失的，承担赔偿责任。\n", "CON053")


COVENANT = text(
    "云水苑管理规约", "业主逾期交纳物业费的，物业服务人应当给予不少于三十日的交费期限。", "业主可以饲养小型犬。"
)


def test_a_clause_that_differs_from_the_covenant() -> None:
    covenant = own_text("covenant", COVENANT, outline(COVENANT))
    differs = f"{HEAD}第一条　业主逾期交纳物业费的，乙方应当给予不少于七日的交费期限。\n"
    agrees = f"{HEAD}第一条　业主逾期交纳物业费的，乙方应当给予不少于三十日的交费期限。\n"
    (one,) = found(differs, "CON055", beside=(covenant,))
    assert "《云水苑管理规约》第一条第一款写“三十日”，这里写“七日”" in one.message
    assert not found(agrees, "CON055", beside=(covenant,))
    assert not found(differs, "CON055")


def test_a_contract_below_the_promise_and_a_promise_passed_over() -> None:
    source = text(
        "服务承诺书",
        "物业服务人应当自收到业主投诉之日起一个工作日内书面答复业主。",
        "物业服务人应当每月免费检测一次净水设备。",
    )
    promises = own_text("promises", source, outline(source))
    slower = f"{HEAD}第一条　乙方应当自收到业主投诉之日起五个工作日内书面答复业主。\n"
    below, passed_over = found(slower, "CON056", beside=(promises,))
    assert "写“一个工作日内”，这里写“五个工作日内”" in below.message
    assert passed_over.severity is Severity.LOW
    assert "净水设备" in passed_over.message
    assert str(below.basis[0]) == "民法典/938/2"


def test_a_contract_that_gives_more_than_the_promise_stays_quiet() -> None:
    source = text("服务承诺书", "物业服务人应当自收到业主投诉之日起五个工作日内书面答复业主。")
    promises = own_text("promises", source, outline(source))
    assert not found(
        f"{HEAD}第一条　乙方应当自收到业主投诉之日起一个工作日内书面答复业主。\n", "CON056", beside=(promises,)
    )


def test_a_clause_below_a_rule_of_the_place() -> None:
    rule = Norm.model_validate(
        {
            "id": "宁波市住宅小区物业管理条例/9/1#1",
            "modality": "duty",
            "bearer": "service_provider",
            "action": "移交物业服务用房和有关资料",
            "condition": "物业服务合同终止的",
            "deadline": "P10D",
            "deadline_text": "十日内",
            "locator": "宁波市住宅小区物业管理条例/9/1",
        }
    )
    name = "宁波市住宅小区物业管理条例"
    city = Instrument(id=name, title=name, rank=Rank.CITY_REGULATION, territory="浙江省宁波市")
    beside = Beside("local", (rule,), {name: name}, (city,))
    clause = "第一条　物业服务合同终止的，乙方应当在{days}日内移交物业服务用房和有关资料。\n"
    (one,) = found(HEAD + clause.format(days="三十"), "CON057", beside=(beside,))
    assert "写“十日内”，这里写“三十日内”" in one.message
    assert "该规定是设区的市地方性法规" in one.message
    assert "不当然无效" in one.message
    assert one.severity is Severity.MEDIUM
    assert [str(at) for at in one.basis] == ["宁波市住宅小区物业管理条例/9/1"]
    assert not found(HEAD + clause.format(days="五"), "CON057", beside=(beside,))


def test_without_local_texts_nothing_is_held_against_the_contract_and_it_is_said(tmp_path: Path) -> None:
    assert local_rules(KnowledgeBase(date(2026, 6, 30), "浙江省宁波市")).norms == ()
    file = tmp_path / "合同.txt"
    file.write_text(f"{HEAD}第一条　乙方每日清扫一次。\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["review", str(file), "--place", "浙江省宁波市", "--select", "CON057"])
    assert "DOC004" in result.stderr
    assert result.exit_code == 0


@pytest.mark.parametrize("option", ["--covenant", "--promises"])
def test_the_command_takes_what_the_contract_is_held_against(tmp_path: Path, option: str) -> None:
    contract, other = tmp_path / "合同.txt", tmp_path / "另一份.txt"
    contract.write_text(f"{HEAD}第一条　乙方应当自收到业主投诉之日起五个工作日内书面答复业主。\n", encoding="utf-8")
    other.write_text(
        "云水苑管理规约\n第一条　乙方应当自收到业主投诉之日起一个工作日内书面答复业主。\n", encoding="utf-8"
    )
    code = {"--covenant": "CON055", "--promises": "CON056"}[option]
    result = CliRunner().invoke(app, ["review", str(contract), option, str(other), "--select", code, "-f", "json"])
    assert result.exit_code == 1, result.output
    assert code in result.stdout


def test_the_balance_is_told_in_numbers() -> None:
    assert {one.side for one in reviewed().balance} >= {"service_provider", "owners"}
