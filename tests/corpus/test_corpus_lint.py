"""What lint finds in the reference folder: the known conflicts, and a sample of all findings that was read by hand."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from reference_texts import FOLDER, TEXTS, outlined

from propertylaw.checks import lint
from propertylaw.model import Diagnostic

_SAMPLES = Path(__file__).parents[1] / "checks" / "lint_sample"
FRESH, EARLIER = (
    yaml.safe_load((_SAMPLES / name).read_text(encoding="utf-8")) for name in ("fresh.yaml", "earlier.yaml")
)
SAMPLES = pytest.mark.parametrize("sample", [pytest.param(FRESH, id="fresh"), pytest.param(EARLIER, id="earlier")])
KNOWN = [
    ("CNF001", "物业管理条例/12/1", "民法典/278/2"),
    ("CNF001", "物业管理条例/12/3", "民法典/278/2"),
    ("CNF001", "浙江省物业管理条例/9/1", "民法典/278/2"),
    ("CNF001", "浙江省物业管理条例/10/2", "民法典/278/2"),
    ("CNF001", "河南省物业管理条例/22/2", "民法典/278/2"),
    ("CNF001", "河南省物业管理条例/26/1", "民法典/278/2"),
    ("CNF001", "舟山市物业管理条例/16/2", "民法典/278/2"),
    ("CNF001", "河南省物业管理条例/59/1", "民法典/278/2"),
    ("CNF001", "滨州市住宅物业管理条例/39/1", "民法典/278/2"),
    ("CNF002", "河南省物业管理条例/83/1", "物业管理条例/58/1"),
    ("CNF002", "滨州市住宅物业管理条例/57/1", "物业管理条例/58/1"),
    ("CNF006", "物业管理条例/28/1", "民法典/937/2"),
    ("CNF006", "物业管理条例/26/1", "民法典/940/1"),
    ("CNF003", "滨州市住宅物业管理条例/38/2", "民法典/944/1"),
    ("CNF003", "菏泽市物业管理条例/24/1", "民法典/944/1"),
    ("CNF003", "聊城市物业管理条例/40/2", "民法典/944/1"),
]
"""The conflicts between sources that a practitioner knows, with the check that has to find each from the texts."""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the reference folder ../shared is not beside the checkout"),
]


@cache
def found() -> tuple[Diagnostic, ...]:
    """What lint finds in all texts together."""
    return lint([outlined(path) for path in TEXTS])


@pytest.mark.parametrize(("code", "at", "against"), KNOWN)
def test_the_known_conflicts_are_found_from_the_texts(code: str, at: str, against: str) -> None:
    there = [one for one in found() if one.code == code and str(one.locator) == at]
    assert any(against in map(str, one.related) for one in there)


def test_of_a_text_in_two_versions_only_the_later_one_is_checked() -> None:
    there = [one for one in found() if (one.file or "").endswith("上海市住宅物业管理规定(2010-12-23).md")]
    assert [one.code for one in there] == ["CIT006"]


def test_alone_the_older_version_still_counts_all_owners_against_the_code() -> None:
    paths = FOLDER / "local" / "上海市住宅物业管理规定(2010-12-23).md", FOLDER / "national" / "民法典-物权编.md"
    told = [one for one in lint([outlined(path) for path in paths]) if one.code == "CNF001"]
    assert {str(one.locator) for one in told} == {"上海市住宅物业管理规定/18/1", "上海市住宅物业管理规定/18/2"}
    assert all("民法典/278/2" in map(str, one.related) for one in told)


def test_a_text_that_follows_the_code_has_no_conflict_on_votes() -> None:
    new = {"山东省物业管理条例", "青岛市物业管理条例", "潍坊市物业管理条例", "湖州市物业管理条例"}
    assert not [one for one in found() if one.code == "CNF001" and one.locator and one.locator.instrument in new]


@pytest.mark.parametrize("at", ["河南省物业管理条例/49/1", "物业管理条例/15/1/2"])
def test_texts_that_let_the_committee_act_and_do_not_say_whether_it_may_sue_are_told(at: str) -> None:
    assert at in {str(one.locator) for one in found() if one.code == "GAP010"}


def test_a_text_that_lets_the_committee_sue_is_not_told() -> None:
    silent = ("浙江省物业管理条例", "青岛市物业管理条例", "宁波市住宅小区物业管理条例")
    assert not [one for one in found() if one.code == "GAP010" and one.locator and one.locator.instrument in silent]


@SAMPLES
def test_most_of_what_is_told_is_worth_telling(sample: list[dict[str, Any]]) -> None:
    verdicts: dict[str, list[bool]] = defaultdict(list)
    for line in sample:
        verdicts[line["code"]].append(line["verdict"] == "good")
    every = [one for some in verdicts.values() for one in some]
    assert len(every) >= 100
    assert sum(every) >= 0.85 * len(every)
    assert min(sum(some) / len(some) for some in verdicts.values()) >= 0.6


def test_most_was_worth_telling_before_what_was_read_was_mended() -> None:
    assert sum(line.get("first", line["verdict"]) == "good" for line in FRESH) >= 0.95 * len(FRESH)


@SAMPLES
def test_what_was_read_and_found_good_is_still_told_or_accounted_for(sample: list[dict[str, Any]]) -> None:
    """A line that is told no more says in `now` why."""
    there = {(one.code, Path(one.file or "").name, one.span) for one in found()}
    lost = [
        line
        for line in sample
        if line["verdict"] == "good" and "now" not in line and (line["code"], line["file"], _span(line)) not in there
    ]
    assert not lost


@SAMPLES
def test_hardly_anything_that_was_found_not_worth_telling_is_still_told(sample: list[dict[str, Any]]) -> None:
    there = {(one.code, Path(one.file or "").name, one.span) for one in found()}
    kept = [line for line in sample if line["verdict"] == "bad" and (line["code"], line["file"], _span(line)) in there]
    assert len(kept) <= 2


def _span(line: dict[str, Any]) -> tuple[int, int] | None:
    return (line["span"][0], line["span"][1]) if line["span"] else None
