"""Importing is cheap: heavy packages load when a function needs them, and help needs almost nothing."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEAVY = {"spacy", "pdfplumber", "pypdfium2", "networkx", "docx", "rapidfuzz"}
FORM = """\
on: 2024-12-31
place: 江苏省南通市
parties: [{id: a, name: 甲物业公司, role: service_provider}, {id: b, name: 徐某, role: owner}]
facts:
  - {id: signed_contract, value: true, said_by: a, admitted_by: [b]}
  - {id: service_provided, value: true, said_by: a, evidence: [巡查记录]}
  - {id: fee_rate, of: b, value: 1.5}
  - {id: floor_area, of: b, value: 100}
  - {id: unpaid_from, of: b, value: 2023-01-01}
  - {id: unpaid_to, of: b, value: 2023-12-31}
"""


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


def test_the_command_line_leaves_the_metadata_of_packages_unread_until_they_are_used() -> None:
    """Pydantic imports them for its plugins, which are off; readers of mail and archives come with them."""
    start = "from propertylaw.__main__ import _without_plugins as start\nstart()\nimport propertylaw.model\n"
    used = "from importlib.metadata import entry_points, version\nassert version('pydantic') and entry_points()\n"
    assert "email.message" not in _modules_after(start + "propertylaw.model.Money")
    assert "email.message" in _modules_after(start + used)


def test_the_command_line_leaves_ciphers_unread_until_secrets_are_compared() -> None:
    start = "from propertylaw.__main__ import _without_plugins as start\nstart()\nimport propertylaw.model\n"
    compared = "from pydantic import SecretStr\nassert SecretStr('a') == SecretStr('a')\n"
    assert "_hashlib" not in _modules_after(start + "propertylaw.model.Money")
    assert "_hashlib" in _modules_after(start + compared)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form without documents."""
    file = tmp_path / "form.yaml"
    file.write_text(FORM, encoding="utf-8")
    return file


def test_an_analysis_of_a_form_without_documents_looks_for_no_signs(form: Path) -> None:
    loaded = _modules_after(f"import propertylaw\npropertylaw.analyze({str(form)!r})")
    assert not [one for one in loaded if one.startswith("propertylaw.extraction.contracts")]
    assert "propertylaw.rulebook.clause_rules" not in loaded


def test_an_analysis_of_a_form_for_programs_loads_no_page_and_no_graph(form: Path) -> None:
    code = f"import sys; sys.argv = ['propertylaw', 'analyze', {str(form)!r}, '-f', 'json']\n"
    assert not _modules_after(f"{code}from propertylaw.cli import main\nmain()") & (HEAVY | {"rich"})


@pytest.mark.slow
def test_an_analysis_of_a_form_takes_about_three_times_importing_its_libraries(form: Path) -> None:
    # Building one type of Pydantic and loading rich, which no page goes without, take as long as the imports once
    # more; the rest is ours. Each run stands beside one of the imports, for the processor's speed changes from one
    # second to the next, and of these ratios the middle is taken. The goal is three times; 2.9 to 3.2 are measured by
    # machine and hour, so what fails here is a sixth more than the goal.
    usual, ours = ["-c", "import pydantic, typer, yaml"], ["-m", "propertylaw", "analyze", str(form)]
    rounds = [(_processor_seconds(ours), _processor_seconds(usual)) for _ in range(12)][1:]
    ratios = sorted(whole / bare for whole, bare in rounds)
    assert statistics.median(ratios) <= 3.5, ratios


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


def _processor_seconds(arguments: list[str]) -> float:
    """Of a process of Python, its modules compiled as an installation leaves them."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=surroundings)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start
