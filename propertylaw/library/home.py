"""Where the user's own library lives: `PROPERTYLAW_HOME`, else the platform's folder for data of programs."""

from __future__ import annotations

import os
from pathlib import Path

FILE = "library.db"


def library_file() -> Path:
    """The file of the library; it need not exist yet."""
    folder = os.environ.get("PROPERTYLAW_HOME")
    if folder:
        return Path(folder).expanduser() / FILE
    from platformdirs import user_data_path

    return user_data_path("propertylaw", appauthor=False) / FILE
