"""What a project asks of the checks: which to run, how grave they are, what to leave out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

from pydantic import Field, ValidationError

from propertylaw.errors import CheckError
from propertylaw.model import Diagnostic, Severity
from propertylaw.model.base import Model

from .registry import Check, checks

_FILES = ("propertylaw.toml", "pyproject.toml")


class Settings(Model):
    """The settings of the checks; codes may be beginnings (`CON`), or names of checks."""

    select: tuple[str, ...] = ()
    """Only these; empty: all."""
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = Field(default={})
    """Another severity for a code."""
    per_file_ignores: dict[str, tuple[str, ...]] = Field(default={}, alias="per-file-ignores")
    """File patterns and what is not reported there."""
    baseline: str | None = None
    """File of known findings, which are not reported again."""

    def chosen(self, among: Iterable[Check]) -> tuple[Check, ...]:
        """The checks to run."""
        return tuple(
            one for one in among if (not self.select or _names(one, self.select)) and not _names(one, self.ignore)
        )

    def applied(self, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The findings with the severities of the project, without those ignored for their file."""
        return tuple(
            one.model_copy(update={"severity": self.severity.get(one.code, one.severity)})
            for one in findings
            if not self._is_ignored(one)
        )

    def _is_ignored(self, finding: Diagnostic) -> bool:
        known = checks().get(finding.code)
        path = finding.file or ""
        return known is not None and any(
            (fnmatch(path, files) or fnmatch(Path(path).name, files)) and _names(known, codes)
            for files, codes in self.per_file_ignores.items()
        )


def settings_near(folder: Path) -> Settings:
    """The settings of the nearest `propertylaw.toml`, or `[tool.propertylaw]` of `pyproject.toml`, from a folder up.

    Raises:
        CheckError: the file is not valid, or names a check that does not exist.
    """
    for place in (folder, *folder.parents):
        for name in _FILES:
            found = _read(place / name)
            if found is not None:
                return found
    return Settings()


def checked(settings: Settings, file: str = "") -> Settings:
    """The settings, once every code in them is known.

    Raises:
        CheckError: a code fits no check.
    """
    codes = (*settings.select, *settings.ignore, *settings.severity)
    every = checks().values()
    for code in (*codes, *(one for some in settings.per_file_ignores.values() for one in some)):
        if not any(_names(check, (code,)) for check in every):
            raise CheckError(f"没有这个检查“{code}”", file=file or None, advice="全部代码见检查的说明页")
    return settings


def _names(check: Check, codes: Iterable[str]) -> bool:
    return any(check.code.startswith(code) or check.slug == code for code in codes)


def _read(file: Path) -> Settings | None:
    if not file.is_file():
        return None
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise CheckError(f"不是有效的 TOML：{problem}", file=file, advice="请检查引号和方括号") from None
    section = content.get("tool", {}).get("propertylaw") if file.name == "pyproject.toml" else content
    if section is None:
        return None
    try:
        return checked(Settings.model_validate(section), str(file))
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise CheckError("值不合要求", file=file, place=f"“{where}”", advice="可用的项见文档的“检查的设置”") from None
