"""Write the JSON Schema of the dispute form to `rules/dispute.schema.json`."""

from __future__ import annotations

import json
from pathlib import Path

from propertylaw.reasoning.schema import form_schema

TARGET = Path(__file__).resolve().parent.parent / "rules" / "dispute.schema.json"


def main() -> None:
    """Write the file."""
    TARGET.write_text(json.dumps(form_schema(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
