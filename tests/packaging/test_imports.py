"""Importing is cheap: heavy packages load when a function needs them, and help needs almost nothing."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time

import pytest

HEAVY = {"spacy", "pdfplumber", "pypdfium2", "networkx", "docx", "rapidfuzz"}


def _modules_after(code: str) -> set[str]:
    script = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not _modules_after("import propertylaw") & (HEAVY | {"pydantic"})


def test_the_public_names_are_there_when_asked_for() -> None:
    import propertylaw

    for name in propertylaw.__all__:
        assert getattr(propertylaw, name) is not None
    with pytest.raises(AttributeError):
        propertylaw.nothing  # noqa: B018


def test_a_form_without_documents_needs_no_reader_pipeline_or_graph() -> None:
    assert not _modules_after("import propertylaw.reasoning; propertylaw.reasoning.analyze") & HEAVY


def test_help_loads_no_pydantic() -> None:
    code = "import sys; sys.argv = ['propertylaw', '--help']\nfrom propertylaw.cli import main\ntry:\n    main()\n"
    code += "except SystemExit:\n    pass"
    assert "pydantic" not in _modules_after(code)


def test_help_takes_at_most_two_and_a_half_times_importing_typer() -> None:
    ratios = []
    for _ in range(5):
        bare = _seconds([sys.executable, "-c", "import typer"])
        ratios.append(_seconds([sys.executable, "-m", "propertylaw", "--help"]) / bare)
    assert statistics.median(ratios) <= 2.5, ratios


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start
