"""No test sees or changes the library of the person who runs it; commands started by a test see an empty one too."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True, scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A home without a library, for the whole run; tests of the library set one of their own."""
    os.environ["PROPERTYLAW_HOME"] = str(tmp_path_factory.mktemp("home"))
