"""No test sees or changes the library of the person who runs it; commands started by a test see an empty one too.

Examples of a property have no deadline: on a busy machine it tells how busy it is.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("without_deadline", deadline=None)
settings.load_profile("without_deadline")


@pytest.fixture(autouse=True, scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A home without a library, for the whole run; tests of the library set one of their own."""
    os.environ["PROPERTYLAW_HOME"] = str(tmp_path_factory.mktemp("home"))
