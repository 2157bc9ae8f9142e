"""Run the notebooks of `examples/` and write their outputs into them.

python scripts/run_notebooks.py
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def main() -> None:
    """Every notebook, in place; what the run leaves behind of its own time and machine is taken out."""
    for file in sorted(EXAMPLES.glob("*.ipynb")):
        file.write_text(executed(file), encoding="utf-8")
        print(file.name)


def executed(file: Path) -> str:
    """The notebook with the outputs of a run."""
    notebook = nbformat.read(file, as_version=4)
    NotebookClient(
        notebook, timeout=300, coalesce_streams=True, resources={"metadata": {"path": str(EXAMPLES.parent)}}
    ).execute()
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    return nbformat.writes(notebook) + "\n"


if __name__ == "__main__":
    main()
