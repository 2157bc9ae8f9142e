"""One file a command.

The modules of commands do without `from __future__ import annotations`: Typer would compile every annotation of every
command anew at each start.
"""

from .app import app, main

__all__ = ["app", "main"]
