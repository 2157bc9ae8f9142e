"""The register of checks: functions over a typed view, each with a code, a name and a page made from its docstring."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Literal

from propertylaw.errors import CheckError
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Severity

Subject = Literal["contract", "regulation"]

FAMILIES = ("ambiguity", "gaps", "overlap", "conflicts", "citations", "contract")
GROUP = "propertylaw.checks"
"""Entry point group of checks from other packages; each entry point names a module that registers them."""


@dataclass(frozen=True, slots=True)
class Check:
    """A registered check."""

    code: str
    slug: str
    severity: Severity
    subject: Subject
    run: Callable[[Any], Iterable[Hit]]
    message: str
    """What to say where the hit says nothing else."""
    last_resort: bool = False
    """Speaks only of sentences of which no other check says anything grave, unless it is sure."""
    of_old_versions: bool = False
    """Looks at texts of which a later version is given; all others look at the later one alone."""

    @property
    def doc(self) -> str:
        """Its page without the head: the docstring."""
        return inspect.getdoc(self.run) or ""

    @property
    def title(self) -> str:
        """What it finds, in a line."""
        return self.doc.partition("\n")[0]

    @property
    def family(self) -> str:
        """The folder it stands in."""
        return self.run.__module__.split(".")[-2]


_CHECKS: dict[str, Check] = {}


def check(  # noqa: PLR0913 - what a check says of itself, all by name but the first three
    code: str,
    slug: str,
    severity: Severity,
    *,
    subject: Subject = "contract",
    message: str = "",
    last_resort: bool = False,
    of_old_versions: bool = False,
) -> Callable[[Callable[[Any], Iterable[Hit]]], Callable[[Any], Iterable[Hit]]]:
    """Register a function as a check.

    Args:
        code: stable code such as `CON001`; never used for anything else.
        slug: readable name.
        severity: where a hit says nothing else.
        subject: what it looks at.
        message: what to say where a hit says nothing else.
        last_resort: whether it is silent where another check has found something.
        of_old_versions: whether it looks at texts of which a later version is given, and at no others.

    Raises:
        CheckError: the code is taken.
    """

    def register(run: Callable[[Any], Iterable[Hit]]) -> Callable[[Any], Iterable[Hit]]:
        if code in _CHECKS and _CHECKS[code].run.__module__ != run.__module__:
            raise CheckError(f"检查代码 {code} 重复", advice="请换一个代码")
        _CHECKS[code] = Check(code, slug, severity, subject, run, message, last_resort, of_old_versions)
        return run

    return register


def checks() -> Mapping[str, Check]:
    """Every check by its code: our own, and those of installed packages.

    Raises:
        CheckError: two checks have the same code, or a package's checks cannot be loaded.
    """
    _load()
    return dict(sorted(_CHECKS.items()))


def checks_for(subject: Subject) -> tuple[Check, ...]:
    """The checks that look at contracts, or at regulations."""
    return tuple(one for one in checks().values() if one.subject == subject)


@cache
def _load() -> None:
    for family in FAMILIES:
        package = import_module(f"{__package__}.{family}")
        for module in pkgutil.iter_modules(package.__path__):
            import_module(f"{package.__name__}.{module.name}")
    for entry in entry_points(group=GROUP):
        try:
            entry.load()
        except Exception as problem:
            raise CheckError(f"扩展检查 {entry.name} 加载失败：{problem}", advice="请更新或卸载这个扩展") from problem
