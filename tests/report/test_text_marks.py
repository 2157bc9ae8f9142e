"""Citations whose text is not at hand are marked where they are printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run

from propertylaw.model import CitedText, Locator
from propertylaw.report.terminal import cited, with_marks
from propertylaw.report.text_marks import TextMarks
from propertylaw.rulebook import data_folder

SAMPLES = data_folder("corpus") / "samples"


def _marks(**states: str) -> TextMarks:
    texts = [
        CitedText.model_validate({"locator": at.replace("_", "/"), "state": state, "says": f"{at}：{state}"})
        for at, state in states.items()
    ]
    return TextMarks.of(texts)


def _drawn(marks: TextMarks, *places: str) -> list[str]:
    return with_marks(lambda: cited(map(Locator.parse, places)) + "\n", marks).splitlines()


def test_a_text_at_hand_has_no_mark() -> None:
    assert _drawn(_marks(民法典_944="at_hand"), "民法典/944") == ["《民法典》第九百四十四条"]


def test_each_provision_without_a_text_has_its_own_mark_and_the_page_says_what_it_means() -> None:
    drawn = _drawn(_marks(民法典_944="not_at_hand", 民法典_945="at_hand"), "民法典/944", "民法典/945")
    assert drawn[0] == "《民法典》第九百四十四条°、第九百四十五条"
    assert "《民法典》" in drawn[1]
    assert "corpusadd" in "".join("".join(drawn).split())


def test_a_provision_that_does_not_exist_is_told_outright() -> None:
    drawn = _drawn(_marks(民法典_1300="no_such_provision"), "民法典/1300")
    assert "查无此条" in drawn[0]
    assert "no_such_provision" in drawn[1]


@pytest.mark.parametrize("state", ["not_yet", "ended", "unknown"])
def test_a_text_that_does_not_apply_is_marked_with_what_is_known(state: str) -> None:
    drawn = _drawn(_marks(物权法_76=state), "物权法/76")
    assert drawn == ["《物权法》第七十六条°", f"°：物权法_76：{state}"]


def test_a_whole_text_is_marked_behind_its_title() -> None:
    assert _drawn(_marks(民法典="not_at_hand"), "民法典")[0] == "《民法典》°"


def test_an_older_text_known_without_its_article_is_called_by_its_title_without_a_mark() -> None:
    assert _drawn(_marks(合同法="not_at_hand"), "合同法") == ["《合同法》"]
    assert _drawn(_marks(合同法_52="not_at_hand"), "合同法", "合同法/52")[0] == "《合同法》第五十二条※"


def test_what_the_rules_were_never_held_against_has_a_mark_of_its_own() -> None:
    drawn = _drawn(_marks(商品房买卖解释_3="not_at_hand", 民法典_577="not_at_hand"), "商品房买卖解释/3", "民法典/577")
    assert drawn[0] == "《商品房买卖解释》第三条※；《民法典》第五百七十七条°"
    said = "".join(drawn[1:])
    assert said.index("※：") < said.index("《商品房买卖解释》") < said.index("°：") < said.index("《民法典》")


def test_such_a_text_that_the_reader_has_needs_no_mark() -> None:
    assert _drawn(_marks(商品房买卖解释_3="at_hand"), "商品房买卖解释/3") == ["《商品房买卖解释》第三条"]


@pytest.mark.parametrize("command", [("list",), ("show", "developer.advertised_facilities")])
def test_pages_of_the_rules_mark_it_too(command: tuple[str, ...]) -> None:
    page = "".join(run("rules", *command).stdout.split())
    assert "《商品房买卖解释》第三条※" in page
    assert "《民法典》第四百七十三条第二款※" not in page
    assert "※：整理规则时也没有" in page


def test_outside_a_page_with_marks_nothing_is_marked() -> None:
    assert cited([Locator.parse("民法典/944")]) == "《民法典》第九百四十四条"


def _printed(*arguments: str | Path) -> str:
    done = run(*arguments)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def test_an_analysis_lists_every_citation_with_the_state_of_its_text() -> None:
    found = json.loads(_printed("analyze", SAMPLES / "disputes" / "欠费与停水.yaml", "-f", "json"))
    states = {text["locator"]: text["state"] for text in found["texts"]}
    assert states["民法典/944/3"] == "not_at_hand"
    assert not any(at.startswith("doc:") for at in states)
    assert not any(text["state"] == "no_such_provision" for text in found["texts"])


def test_an_outline_marks_other_laws_and_not_its_own_provisions() -> None:
    drawn = _printed("outline", SAMPLES / "云溪市住宅物业管理条例.md")
    assert "《民法典》" in drawn
    assert "°：" in drawn
    found = json.loads(_printed("outline", SAMPLES / "云溪市住宅物业管理条例.md", "-f", "json"))
    assert {text["state"] for text in found["texts"]} == {"not_at_hand"}


@pytest.mark.parametrize("command", [("review",), ("graph",), ("graph", "--show", "relations")])
def test_other_pages_that_cite_law_mark_it_too(command: tuple[str, ...]) -> None:
    assert "°：" in _printed(*command, SAMPLES / "枫林苑物业服务合同.md")


def test_an_imported_text_takes_the_mark_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROPERTYLAW_HOME", str(tmp_path / "home"))
    part = tmp_path / "价格法.md"
    articles = "\n\n".join(f"第{n}条 经营者应当遵守本法的要求。" for n in "一二三四五六七八九十")
    part.write_text(f"中华人民共和国价格法\n\n1997年12月29日通过\n\n{articles}\n", encoding="utf-8")
    rule = tmp_path / "条例.md"
    rule.write_text(
        "# 临江省停车条例\n\n第一条 违反《中华人民共和国价格法》第五条的，本条例从其规定。\n", encoding="utf-8"
    )
    assert "《价格法》第五条°" in "".join(_printed("outline", rule).split())
    _printed("corpus", "add", part)
    assert "《价格法》第五条°" not in "".join(_printed("outline", rule).split())
