"""Settings of the checks from the command line and the project's file, and the baseline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .options import deliver

if TYPE_CHECKING:
    from propertylaw.checks import Settings
    from propertylaw.model import Diagnostic


def settings_for(file: Path, select: list[str] | None, ignore: list[str] | None, baseline: Path | None) -> Settings:
    """The settings of the project that a file belongs to, with what the command line says instead.

    Raises:
        CheckError: a code is unknown, or the project's file is not valid.
    """
    from propertylaw.checks.settings import checked, settings_near

    found = settings_near(file.resolve().parent)
    said = {
        "select": _codes(select) or found.select,
        "ignore": (*found.ignore, *_codes(ignore)),
        "baseline": str(baseline) if baseline else found.baseline,
    }
    return checked(found.model_copy(update=said))


def finish(
    findings: Sequence[Diagnostic], settings: Settings, file: Path, write_baseline: Path | None
) -> tuple[Diagnostic, ...]:
    """The findings that the baseline does not know; or none, once they were written to a new one."""
    from propertylaw.checks.baseline import baseline_text, without_known

    if write_baseline is not None:
        deliver(baseline_text(findings), write_baseline)
        return ()
    if settings.baseline is None:
        return tuple(findings)
    path = Path(settings.baseline)
    return without_known(findings, path if path.is_absolute() or path.exists() else file.resolve().parent / path)


def _codes(said: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for one in said or () for code in one.split(",") if code.strip())
