"""Run the notebooks of `examples/` and print what they print; they are kept without outputs, so that none is stale.

python scripts/run_notebooks.py
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def main() -> None:
    """Every notebook, one cell's output after the other."""
    for file in sorted(EXAMPLES.glob("*.ipynb")):
        print(f"== {file.name}")
        print("\n".join(printed(file)))


def printed(file: Path) -> list[str]:
    """What each code cell of a notebook prints.

    Raises:
        CellExecutionError: a cell fails.
    """
    notebook = nbformat.read(file, as_version=4)
    where = {"metadata": {"path": str(EXAMPLES.parent)}}
    NotebookClient(notebook, timeout=300, coalesce_streams=True, resources=where).execute()
    code = (cell for cell in notebook.cells if cell.cell_type == "code")
    return ["".join(output.text for output in cell.outputs if output.output_type == "stream") for cell in code]


if __name__ == "__main__":
    main()
