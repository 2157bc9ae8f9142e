"""What a reader was not sure of or did not read: one code for each kind of doubt."""

from __future__ import annotations

from propertylaw.model import Diagnostic, Severity, Span

CUT_OFF = "SRC001"
"""The text stops in mid-character or mid-page."""
UNREAD_PAGE = "SRC002"
"""A page without a text layer was not read."""
UNCLEAR_FONT = "SRC003"
"""A font does not say which characters it draws."""
UNREAD_FORM = "SRC004"
"""What was filled into a form was not read."""
TRACKED_CHANGES = "SRC005"
"""The file holds changes that nobody has accepted yet."""
NOTES = "SRC006"
"""Footnotes, endnotes or comments stand beside the text."""
DOUBTFUL_LINE = "SRC007"
"""Recognition was not sure of a line."""
MISSING_LINE = "SRC008"
"""Recognition may have dropped a line: the page has a gap where one would stand."""
COARSE_PICTURE = "SRC009"
"""The picture of a page is too coarse to trust what was recognised in it."""
HIDDEN_TEXT = "SRC010"
"""Words formatted as hidden were not read."""
SCANNED_TEXT = "SRC011"
"""The words of a page are what a scanner recognised in its picture."""


def doubt(code: str, message: str, *, span: Span | None = None, advice: str = "", file: str = "") -> Diagnostic:
    """A reader's doubt.

    Args:
        code: one of the codes of this module.
        message: what is in doubt and where, one clause in Chinese.
        span: the words concerned, where there are any.
        advice: what to do about it.
        file: path as the user gave it.
    """
    return Diagnostic(code=code, severity=Severity.MEDIUM, message=message, span=span, advice=advice, file=file or None)
