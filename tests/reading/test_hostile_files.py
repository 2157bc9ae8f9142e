"""Files made to break a reader end in a result or in one clear error, soon and without taking the machine's memory."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from handmade_pdf import Words, column, grid, pdf

SECONDS, MEGABYTES = 10, 1000
"""Of the processor, so that a busy machine makes no reader slow."""
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
READ = """
import resource, sys
from propertylaw import outline, read
from propertylaw.errors import PropertyLawError
try:
    outline(read(sys.argv[1]))
    print("read")
except PropertyLawError as problem:
    print(problem)
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)
"""


def many_pages() -> bytes:
    return pdf(*[column(f"第{number}条 业主应当交费。") for number in range(1500)])


def specks() -> bytes:
    return pdf([Words("业主" * 2000, 72, 600 + at / 100, 0.5) for at in range(100)])


def a_net_of_rules() -> bytes:
    return pdf(column("第一条 甲。"), drawn=grid(tuple(range(20, 560, 8)), tuple(range(800, 20, -8))))


def a_sheet_without_end() -> bytes:
    return pdf(column("第一条 甲。")).replace(b"[0 0 595 842]", b"[0 0 9e9 9e9]")


def fifty_megabytes() -> bytes:
    return pdf(column("第一条 甲。")) + b"%" + b"x" * (49 << 20) + b"\n%%EOF\n"


def a_picture_that_claims_to_be_huge() -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00\x01\x86\xa0" * 2 + b"\x08\x02\x00\x00\x00\x00\x00\x00\x00"


def strokes_without_end() -> bytes:
    return b"|---\n" * 100_000 + b"| a " * 100_000


def word_file(body: str, prefix: str = "w", encoding: str = "utf-8") -> bytes:
    whole = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", whole.replace("w:", f"{prefix}:").encode(encoding))
    return packed.getvalue()


RUN = "<w:r><w:t>第一条</w:t></w:r>"


def endless_paragraphs() -> bytes:
    return word_file(f"<w:p>{RUN}</w:p>" * 800_000)


def endless_paragraphs_under_another_prefix() -> bytes:
    return word_file(f"<w:p>{RUN}</w:p>" * 500_000, prefix="x")


def endless_paragraphs_in_wide_characters() -> bytes:
    return word_file(f"<w:p>{RUN}</w:p>" * 300_000, encoding="utf-16")


def a_paragraph_of_endless_runs() -> bytes:
    return word_file(f"<w:p>{RUN * 148_000}</w:p>")


def a_paragraph_of_endless_changes() -> bytes:
    return word_file("<w:p>" + f'<w:ins w:author="a">{RUN}</w:ins>' * 98_000 + "</w:p>")


def endless_runs_within_changes_within_changes() -> bytes:
    deep = 240
    return word_file("<w:p>" + '<w:ins w:author="a">' * deep + RUN * 50_000 + "</w:ins>" * deep + "</w:p>")


def paragraphs_whose_ends_were_deleted() -> bytes:
    return word_file(f'<w:p><w:pPr><w:rPr><w:del w:author="a"/></w:rPr></w:pPr>{RUN}</w:p>' * 45_000)


def fields_that_never_end() -> bytes:
    return word_file("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 195_000 + "</w:p>")


def endless_text() -> bytes:
    return ("第一条 业主应当交费。\n" * 1_900_000).encode("utf-16-le")


def an_endless_page() -> bytes:
    return ("<html><body>" + "<p>第一条 业主应当交费。</p>" * 1_200_000).encode()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("suffix", "make"),
    [
        (".pdf", many_pages),
        (".pdf", specks),
        (".pdf", a_net_of_rules),
        (".pdf", a_sheet_without_end),
        (".pdf", fifty_megabytes),
        (".png", a_picture_that_claims_to_be_huge),
        (".md", strokes_without_end),
        (".docx", endless_paragraphs),
        (".docx", endless_paragraphs_under_another_prefix),
        (".docx", endless_paragraphs_in_wide_characters),
        (".docx", a_paragraph_of_endless_runs),
        (".docx", a_paragraph_of_endless_changes),
        (".docx", endless_runs_within_changes_within_changes),
        (".docx", paragraphs_whose_ends_were_deleted),
        (".docx", fields_that_never_end),
        (".txt", endless_text),
        (".html", an_endless_page),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_it_ends_soon_and_small(tmp_path: Path, suffix: str, make: Callable[[], bytes]) -> None:
    (tmp_path / f"合同{suffix}").write_bytes(make())
    outcome(tmp_path / f"合同{suffix}")


@pytest.mark.slow
def test_tables_within_tables_and_endless_paragraphs_end(tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=2).cell(0, 0)
    for _ in range(40):
        cell = cell.add_table(1, 2).cell(0, 0)
    for number in range(5000):
        document.add_paragraph(f"第{number}条 业主应当交费。")
    document.save(tmp_path / "合同.docx")
    assert outcome(tmp_path / "合同.docx") == "read"


def outcome(file: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", READ, str(file)], capture_output=True, text=True, timeout=20 * SECONDS, check=True
    )
    said, used = done.stdout.strip().splitlines()
    memory, seconds = used.split()
    assert int(memory) < MEGABYTES
    assert float(seconds) < SECONDS
    assert said == "read" or said.startswith(str(file))
    return said
