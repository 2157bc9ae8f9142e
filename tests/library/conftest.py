"""A library with the reference texts, made once for the whole run."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.library import Library
from propertylaw.library.intake import take_in

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus"


@pytest.fixture(scope="session")
def reference_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """All texts of the reference folder."""
    library = Library(tmp_path_factory.mktemp("reference") / "library.db")
    for taken in take_in([SHARED / "national", SHARED / "local"], library):
        assert taken.outcome == "added", taken
    return library
