"""The documentation: generated pages cover commands and rules, what it shows was run, and the examples work."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer
import yaml

from propertylaw.cli import app
from propertylaw.rulebook import rules

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


@pytest.fixture(scope="module")
def docs_pages() -> ModuleType:
    return _script("docs_pages")


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def generated(docs_pages: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("COLUMNS", "100")
        environment.setenv("NO_COLOR", "1")
        folder = tmp_path_factory.mktemp("docs") / "generated"
        docs_pages.main(folder)
    return folder


def test_every_page_of_the_navigation_is_committed_or_generated(generated: Path) -> None:
    for page in _pages(_navigation()):
        committed = ROOT / "docs" / page
        assert committed.exists() or (generated / page.removeprefix("reference/generated/")).exists(), page


def test_every_command_is_documented_with_its_parameters(generated: Path) -> None:
    page = (generated / "commands.md").read_text(encoding="utf-8")
    group: Any = typer.main.get_command(app)
    inner = {f"{name} {below}": found for name, one in group.commands.items() for below, found in _below(one)}
    assert {"corpus add", "corpus list", "corpus show", "corpus verify"} <= set(inner)
    for name, command in (dict(group.commands) | inner).items():
        assert f"## {name}\n" in page
        for parameter in command.params:
            assert parameter.help in page


def _below(command: Any) -> Iterable[tuple[str, Any]]:
    return getattr(command, "commands", {}).items()


def test_every_claim_has_a_page_that_tells_its_elements_and_defences(generated: Path) -> None:
    index = (generated / "claims" / "index.md").read_text(encoding="utf-8")
    for claim in rules().claims.values():
        page = (generated / "claims" / f"{claim.id}.md").read_text(encoding="utf-8")
        assert f"({claim.id}.md)" in index
        for part in (*claim.elements, *claim.defences, *claim.remedies):
            assert part.says in page
        assert all(note in page for note in claim.notes)


def test_facts_and_concepts_can_be_linked_to(generated: Path) -> None:
    facts = (generated / "facts.md").read_text(encoding="utf-8")
    concepts = (generated / "concepts.md").read_text(encoding="utf-8")
    assert all(f"{{ #{id} }}" in facts for id in rules().facts)
    assert all(f"{{ #{id} }}" in concepts for id in rules().concepts)


def test_places_are_printed_as_lawyers_print_them(generated: Path) -> None:
    page = (generated / "claims" / "fees.cutoff.md").read_text(encoding="utf-8")
    assert "《民法典》第九百四十四条第三款" in page
    assert "民法典/944/3" not in page


def test_everything_that_pages_include_is_there(generated: Path) -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        for line in page.read_text(encoding="utf-8").splitlines():
            if line.startswith("--8<-- "):
                name = line.removeprefix("--8<-- ").strip('"')
                inside = name.removeprefix("docs/reference/generated/")
                assert (generated / inside if inside != name else ROOT / name).exists(), f"{page.name}: {name}"


def test_what_pages_hold_of_files_and_output_is_as_it_is_now(generated: Path) -> None:
    shown_pages = _script("shown_pages")
    showing = [page for page in (ROOT / "docs").rglob("*.md") if shown_pages.shown_in(page.read_text(encoding="utf-8"))]
    assert showing
    for page in showing:
        text = page.read_text(encoding="utf-8")
        assert text == shown_pages.with_shown(text, generated), f"{page.name}: run `make docs`"


def test_the_claim_of_the_guide_comes_out_as_its_cases_expect(generated: Path) -> None:
    shown = (generated / "output" / "new_claim.html").read_text(encoding="utf-8")
    cases = yaml.safe_load((ROOT / "docs/snippets/new_claim/cases/fees.card_deposit.yaml").read_text("utf-8"))
    assert shown.count("与预期相同") == len(cases)


@pytest.mark.parametrize("text", ["甲<乙", "一", "┏━┓", "✓ 是 a"])
def test_terminal_text_keeps_every_character(docs_pages: ModuleType, text: str) -> None:
    import re
    from html import unescape

    assert unescape(re.sub(r"<[^>]+>", "", docs_pages.terminal(text))) == f"{text}\n"


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs_from_anywhere(script: Path, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert "民法典" in done.stdout


def _navigation() -> Any:
    class Loader(yaml.SafeLoader):
        """Leaves MkDocs' own tags alone."""

    Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
    return yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)["nav"]


def _pages(part: Any) -> list[str]:
    if isinstance(part, str):
        return [part]
    inner = part.values() if isinstance(part, dict) else part
    return [page for one in inner for page in _pages(one)]
