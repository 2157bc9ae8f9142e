"""Small PDF files written by hand: words where a test wants them, in a Chinese font that no reader needs embedded."""

from __future__ import annotations

from dataclasses import dataclass

_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
    b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
)
_LOCKED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'1f' * 32}> /U <{'2e' * 32}> /P -4 >> /ID [<00> <00>]".encode()


@dataclass(frozen=True)
class Words:
    """Words at a place: points from the left and the lower edge of the sheet."""

    text: str
    left: float = 72
    up: float = 600
    size: float = 12
    turn: str = "1 0 0 1"


def column(*lines: str, top: float = 700, left: float = 72, pitch: float = 20) -> list[Words]:
    """Lines below each other; a leading full-width space indents."""
    return [
        Words(line.lstrip("\u3000"), left + 12 * (len(line) - len(line.lstrip("\u3000"))), top - pitch * at)
        for at, line in enumerate(lines)
    ]


def pdf(*pages: list[Words], drawn: str = "", page: str = "", catalog: str = "", locked: bool = False) -> bytes:
    """A file of these pages, each 595 by 842 points.

    Args:
        pages: the words of each page.
        drawn: drawing operators added to each page.
        page: entries added to each page's dictionary.
        catalog: entries added to the catalogue of the file.
        locked: whether it asks for a password that nobody knows.
    """
    objects = [f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(), b"", *_FONT]
    kids = []
    for words in pages:
        content = "\n".join(map(_shown, words)).encode() + f"\n{drawn}".encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {page} "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects, _LOCKED if locked else b"")


def grid(columns: tuple[int, ...], rows: tuple[int, ...]) -> str:
    """Ruled lines at these distances from the left and the lower edge."""
    upright = [f"{x} {rows[0]} m {x} {rows[-1]} l S" for x in columns]
    level = [f"{columns[0]} {y} m {columns[-1]} {y} l S" for y in rows]
    return "\n".join(upright + level)


def _shown(words: Words) -> str:
    codes = words.text.encode("utf-16-be").hex()
    return f"BT /F1 {words.size} Tf {words.turn} {words.left} {words.up} Tm <{codes}> Tj ET"


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(b"%010d 00000 n \n" % len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size, table = len(objects) + 1, len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(offsets)
    return data + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, table)
