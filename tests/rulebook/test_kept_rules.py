"""What is kept in the cache is what the files say, and a broken cache is no error."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from propertylaw.rulebook import Rules, data_folder, load_rules, rules
from propertylaw.rulebook.rules import FILES
from propertylaw.rulebook.store import OnDemand, kept


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "propertylaw"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "数据.yaml"
    path.write_text("一", encoding="utf-8")
    return path


def read(file: Path, made: list[str]) -> str:
    def make() -> str:
        made.append(file.read_text(encoding="utf-8"))
        return made[-1]

    return kept("test", [file], make)


def test_files_are_read_once_until_one_changes(file: Path) -> None:
    made: list[str] = []
    assert read(file, made) == read(file, made) == "一"
    assert made == ["一"]
    file.write_text("二", encoding="utf-8")
    os.utime(file, (time.time() + 5, time.time() + 5))
    assert read(file, made) == "二"


def test_a_broken_cache_is_read_past(file: Path, cache: Path) -> None:
    made: list[str] = []
    read(file, made)
    (kept_file,) = cache.iterdir()
    kept_file.write_bytes(kept_file.read_bytes()[:-3])
    assert read(file, made) == "一"
    assert len(made) == 2


def test_a_cache_that_cannot_be_written_is_done_without(file: Path, cache: Path) -> None:
    cache.parent.write_text("no folder", encoding="utf-8")
    made: list[str] = []
    assert read(file, made) == read(file, made) == "一"
    assert len(made) == 2


def test_things_on_demand_are_the_things() -> None:
    things = {"a": (1, 2), "b": (3,)}
    found = OnDemand(things)
    assert dict(found) == things
    assert "a" in found
    assert "c" not in found
    assert len(found) == 2


@pytest.fixture(scope="module")
def read_again() -> Rules:
    """The rules that ship, past the cache."""
    return load_rules(data_folder("rules"))


def test_the_rules_that_ship_are_those_of_the_files(read_again: Rules) -> None:
    for kind in FILES:
        assert dict(getattr(rules(), kind)) == dict(getattr(read_again, kind)), kind


def test_the_claims_that_ask_for_a_fact_are_found_without_looking_at_all(read_again: Rules) -> None:
    asking = rules().asking(["cut_by_provider"])
    assert asking == ("fees.cutoff",)
    assert rules().asking(["no_such_fact"]) == ()
    assert read_again.asking(["cut_by_provider"]) == asking
