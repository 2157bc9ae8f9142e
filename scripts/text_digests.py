"""Writes fingerprints of the reference texts into `corpus/catalogue/digests/`; prints version and number of articles.

python scripts/text_digests.py ../shared
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from propertylaw import outline, read
from propertylaw.model import Outline, Source
from propertylaw.rulebook import catalogue
from propertylaw.rulebook.digests import Fingerprint, fingerprint

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "catalogue" / "digests"
HISTORY_CUT_SHORT = {
    "物业管理条例(2018-03-19)": date(2018, 3, 19),
    "建设工程质量管理条例(2019-04-23)": date(2019, 4, 23),
}
"""Files whose printed history ends before the last amendment that their articles contain."""
IN_PARTS = "民法典"


def main() -> None:
    """Compute and write."""
    FOLDER.mkdir(exist_ok=True)
    parts: dict[str, str] = {}
    for source, structure in texts(Path(sys.argv[1])):
        version, found = version_of(source, structure), fingerprint(source, structure)
        print(structure.instrument, version, len(found.articles))
        if structure.instrument == IN_PARTS:
            parts |= found.articles
            found = Fingerprint(articles=dict(sorted(parts.items(), key=lambda pair: int(pair[0]))))
        lines = [f"whole {found.whole}"] if found.whole else []
        lines += [f"{number} {digest}" for number, digest in found.articles.items()]
        (FOLDER / f"{structure.instrument}@{version}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def texts(shared: Path) -> Iterator[tuple[Source, Outline]]:
    """The reference texts, read."""
    for path in sorted((shared / "corpus").glob("*/*.md")):
        source = read(path)
        yield source, outline(source)


def version_of(source: Source, structure: Outline) -> date:
    """The name of a reference text's version: the catalogue's, for the last day on which it was adopted or changed."""
    if source.name in HISTORY_CUT_SHORT:
        return HISTORY_CUT_SHORT[source.name]
    last = max(event.on for event in structure.history if event.kind not in ("approved", "promulgated"))
    known = catalogue().get(structure.instrument)
    return next(v.name for v in (known.versions if known else ()) if last in (v.adopted, v.approved))


if __name__ == "__main__":
    main()
