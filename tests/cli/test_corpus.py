"""`propertylaw corpus` as people and programs use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import command_line
import pytest
from command_line import Done

from propertylaw.rulebook import data_folder

SAMPLE = data_folder("corpus") / "samples" / "云溪市住宅物业管理条例.md"
ID = "云溪市住宅物业管理条例"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with an empty library of its own."""
    monkeypatch.setenv("PROPERTYLAW_HOME", str(tmp_path / "home"))


def run(*arguments: str | Path) -> Done:
    return command_line.run("corpus", *arguments)


def objects(done: Done) -> Any:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_what_is_added_is_told_listed_and_shown() -> None:
    added = run("add", SAMPLE)
    assert added.returncode == 0, added.stderr
    assert added.stdout.startswith("收入　《云溪市住宅物业管理条例》")
    assert "已有" in run("add", SAMPLE).stdout
    assert ID in run("list", "--format", "json").stdout
    shown = run("show", f"{ID}/28", "--on", "2025-01-01")
    assert shown.returncode == 0
    assert f"出自 {SAMPLE}" in shown.stdout.replace("\n", "").replace(" ", "").replace("出自", "出自 ")


def test_lines_for_programs_name_file_outcome_identity_and_findings() -> None:
    line = json.loads(run("add", SAMPLE, "-f", "json").stdout)
    assert (line["file"], line["outcome"], line["instrument"]) == (str(SAMPLE), "added", ID)
    assert (line["rank"], line["standing"], line["problem"]) == ("city_regulation", "unknown", "")
    assert {finding["code"] for finding in line["findings"]} == {"COR007"}
    assert set(line["findings"][0]) == {"code", "severity", "message", "advice"}


def test_a_file_that_cannot_be_taken_ends_with_status_2_after_the_others(tmp_path: Path) -> None:
    empty = tmp_path / "空.md"
    empty.touch()
    done = run("add", empty, SAMPLE)
    assert done.returncode == 2
    assert done.stdout.startswith("收入")
    assert done.stderr.count("\n") == 1
    assert "空.md" in done.stderr


def test_nothing_to_add_is_told() -> None:
    done = run("add")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_provision_of_another_day_names_what_ruled_then() -> None:
    done = run("show", "民法典/278", "--on", "2019-06-01")
    assert done.returncode == 0
    assert "《物权法》第七十六条（文本不在手头）" in done.stdout.replace("\n", "")
    found = objects(run("show", "民法典/944", "--on", "2019-06-01", "-f", "json"))
    assert (found["state"], found["words"]) == ("not_yet", "")
    assert found["applied"] == ["合同法", "物业管理条例", "物业服务解释"]
    assert [one["state"] for one in found["instead"]] == ["not_at_hand"] * 3


@pytest.mark.parametrize(
    "words", ["民法典/944/3", "《民法典》第九百四十四条第三款", "民法典第944条第3款", "中华人民共和国民法典/944/3"]
)
def test_a_provision_is_named_as_people_cite_it(words: str) -> None:
    found = objects(run("show", words, "--on", "2024-01-01", "-f", "json"))
    assert found["locator"] == "民法典@2020-05-28/944/3"
    assert found["state"] == "not_at_hand"


def test_an_unknown_source_is_refused_with_the_nearest_name() -> None:
    done = run("show", "民法点/3")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "民法典" in done.stderr


def test_the_whole_instrument_shows_its_facts() -> None:
    done = run("show", "仲裁法", "--on", "2026-04-01")
    for words in ("2017-09-01", "2026-03-01起施行", "文本不在手头"):
        assert words in done.stdout


def test_a_list_for_a_place_has_its_law_and_no_other_citys() -> None:
    found = objects(run("list", "--on", "2024-01-01", "--place", "青岛市市南区", "-f", "json"))
    names = [one["instrument"] for one in found]
    assert "民法典" in names
    assert [name for name in names if "物业管理条例" in name][-2:] == ["山东省物业管理条例", "青岛市物业管理条例"]
    assert not any("上海" in name or "舟山" in name or "滨州" in name for name in names)
    assert all(one["status"] == "in_force" for one in found)


def test_an_ambiguous_place_is_told_beside_the_list() -> None:
    done = run("list", "--place", "朝阳区")
    assert "PLC001" in done.stderr
    assert done.returncode == 0


def test_verify_ends_with_status_1_on_findings_and_0_without(tmp_path: Path) -> None:
    assert run("verify").returncode == 0
    run("add", SAMPLE)
    assert run("verify").returncode == 0
    bare = tmp_path / "无日期.md"
    bare.write_text(
        "# 临江省停车条例\n\n第一条 本条例适用于本省停车。\n\n第二条 业主应当按照车位停车。\n", encoding="utf-8"
    )
    assert run("add", bare).returncode == 0
    done = run("verify", "-f", "json")
    assert done.returncode == 1
    assert {one["instrument"]: one["in_order"] for one in json.loads(done.stdout)} == {
        ID: True,
        "临江省停车条例": False,
    }
