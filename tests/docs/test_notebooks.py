"""The notebooks run on the samples alone and answer what they ask."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))


@pytest.fixture
def run_notebooks(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    spec = importlib.util.spec_from_file_location("run_notebooks", ROOT / "scripts" / "run_notebooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_five_questions_are_answered(run_notebooks: ModuleType) -> None:
    _, owed, income, complaint, bare, changed, between = run_notebooks.printed(ROOT / "examples/ask_the_graph.ipynb")
    assert "民法典/944/3　物业服务人不得：" in owed
    assert "doc:枫林苑物业服务合同/26/3" in income
    assert "办理 城市管理执法部门 doc:云溪市住宅物业管理条例/52/2" in complaint
    assert "项没有罚则" in bare
    assert "新： doc:枫林苑物业服务合同/25/3 向业主收取手续费" in changed
    assert "conflicts 物业管理条例/12/3 → 民法典/278/2" in between


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(file: Path) -> None:
    code = [cell for cell in nbformat.read(file, as_version=4).cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)
