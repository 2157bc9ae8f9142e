"""The order of findings by how much hangs on them."""

from __future__ import annotations

from propertylaw.model import Severity

ORDER = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2, Severity.INFO: 3}
"""The gravest first."""
