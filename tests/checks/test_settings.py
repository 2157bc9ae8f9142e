"""Which checks run, what is left out, and what the baseline already knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from reviewing import reviewed

from propertylaw.checks import Settings, checks, page
from propertylaw.checks.baseline import baseline_text, without_known
from propertylaw.checks.settings import settings_near
from propertylaw.errors import CheckError
from propertylaw.model import Severity


def _codes(settings: Settings) -> set[str]:
    return {one.code for one in reviewed(settings=settings).findings}


def test_only_the_selected_checks_run() -> None:
    assert _codes(Settings(select=("CON001", "penalty_excessive"))) == {"CON001", "CON002"}


def test_an_ignored_check_does_not_run() -> None:
    assert "CON001" not in _codes(Settings(ignore=("CON001",)))


def test_a_project_may_weigh_a_check_otherwise() -> None:
    found = reviewed(settings=Settings(select=("CON002",), severity={"CON002": Severity.LOW})).findings

    assert {one.severity for one in found} == {Severity.LOW}


def test_checks_are_left_out_for_files_that_fit_a_pattern() -> None:
    settings = Settings.model_validate({"per-file-ignores": {"合同*": ["CON"]}})

    assert not reviewed(settings=settings).findings


def test_settings_are_read_from_the_nearest_project(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.propertylaw]\nignore = ["CON002"]\n', encoding="utf-8")
    inner = tmp_path / "合同"
    inner.mkdir()

    assert settings_near(inner).ignore == ("CON002",)


def test_an_unknown_code_in_the_settings_is_refused_with_file_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "propertylaw.toml").write_text('select = ["XYZ"]\n', encoding="utf-8")

    with pytest.raises(CheckError, match=r"propertylaw\.toml.*XYZ.*CHK001"):
        settings_near(tmp_path)


def test_a_broken_settings_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "propertylaw.toml").write_text("select = [", encoding="utf-8")

    with pytest.raises(CheckError, match="TOML"):
        settings_near(tmp_path)


def test_the_baseline_hides_what_is_known_and_nothing_else(tmp_path: Path) -> None:
    found = reviewed().findings
    file = tmp_path / "baseline.json"
    file.write_text(baseline_text(found[1:]), encoding="utf-8")

    assert without_known(found, file) == found[:1]


def test_every_check_has_a_page_that_tells_what_fires_and_what_to_do() -> None:
    for code, known in checks().items():
        told = page(code)
        assert known.slug in told
        assert "会报告" in told
        assert "怎样解决" in told or code == "CON050"


def test_a_page_of_an_unknown_check_is_refused() -> None:
    with pytest.raises(CheckError, match="没有这个检查"):
        page("XYZ999")


def test_an_installed_package_may_bring_its_own_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    from propertylaw.checks import Hit, check, registry

    class Entry:
        name = "extra"

        @staticmethod
        def load() -> None:
            @check("XTR001", "no_smoking", Severity.LOW, message="没有写明禁烟")
            def no_smoking(contract: object) -> list[Hit]:
                """公共区域禁烟。"""
                return [Hit(None)]

    monkeypatch.setattr(registry, "_CHECKS", dict(checks() and registry._CHECKS))
    monkeypatch.setattr(registry, "entry_points", lambda group: [Entry] if group == "propertylaw.checks" else [])
    registry._load.cache_clear()
    try:
        assert [one.message for one in reviewed(settings=Settings(select=("XTR",))).findings] == ["没有写明禁烟"]
    finally:
        monkeypatch.undo()
        registry._load.cache_clear()
