"""Files and output that committed pages show, kept in the pages themselves, so that they read well without the site.

Between `<!-- shown: … -->` and `<!-- end -->` stands a file of the repository, what a command of `docs_pages.py`
prints (`output/NAME`), or a part of a page that it writes (`parts/NAME`). Run after `docs_pages.py`, this script writes
them anew; for the site, whose fonts are not those of a terminal, it is also the hook that puts the drawn output in
their place.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GENERATED = ROOT / "docs" / "reference" / "generated"
_SHOWN = re.compile(r"(<!-- shown: (?P<name>\S+) -->\n).*?(?=<!-- end -->)", re.DOTALL)
_OUTPUT, _PART = "output/", "parts/"


def with_shown(page: str, generated: Path = GENERATED) -> str:
    """A page with what it shows as it is now.

    Args:
        page: the text of the page.
        generated: where `docs_pages.py` has written.
    """
    return _SHOWN.sub(lambda found: found[1] + _fenced(found["name"], generated), page)


def shown_in(page: str) -> list[str]:
    """The names of what a page shows."""
    return [found["name"] for found in _SHOWN.finditer(page)]


def on_page_markdown(markdown: str, **_: Any) -> str:
    """For the site: output as it is drawn there."""
    return _SHOWN.sub(lambda found: _drawn(found) if found["name"].startswith(_OUTPUT) else found[0], markdown)


def _fenced(name: str, generated: Path) -> str:
    if name.startswith(_PART):
        return f"{(generated / name).read_text(encoding='utf-8').strip()}\n"
    output = name.startswith(_OUTPUT)
    file = generated / f"{name}.txt" if output else ROOT / name
    kind = "text" if output else file.suffix.removeprefix(".")
    return f"```{kind}\n{file.read_text(encoding='utf-8').rstrip()}\n```\n"


def _drawn(found: re.Match[str]) -> str:
    return (GENERATED / f"{found['name']}.html").read_text(encoding="utf-8")


if __name__ == "__main__":
    for path in sorted((ROOT / "docs").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        if shown_in(text):
            path.write_text(with_shown(text), encoding="utf-8")
