"""Finds the data that ships with the library: `rules/` and `corpus/`, installed or in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from propertylaw.errors import RuleError


@cache
def data_folder(name: str) -> Path:
    """The folder `rules` or `corpus`.

    Raises:
        RuleError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "data" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise RuleError(f"安装不完整，缺少数据目录 {name}", advice="请重新安装 propertylaw")
