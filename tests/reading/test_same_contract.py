"""One contract, many files: Markdown, Word and PDF, in paragraphs or typed into a grid, have one outline."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from handmade_pdf import Words, grid, pdf

from propertylaw.model import Source
from propertylaw.reading import read
from propertylaw.structure import outline

SAMPLES = Path(__file__).resolve().parents[2] / "corpus" / "samples"
CONTRACTS = ["枫林苑物业服务合同", "枫林苑前期物业服务合同", "枫林苑管理规约"]
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(not SOFFICE and not os.environ.get("CI"), reason="LibreOffice is not installed")

Clause = tuple[str, list[tuple[str, list[str]]]]


def clauses(source: Source) -> list[Clause]:
    """For each article its label and heading, its paragraphs and their items, without white space."""

    def words(span: tuple[int, int]) -> str:
        return "".join(source.text[slice(*span)].replace("\\", "").replace("*", "").split())

    return [
        (
            article.label + article.heading,
            [(words(p.lead_span), [words(item.text_span) for item in p.items]) for p in article.paragraphs],
        )
        for article in outline(source).articles
    ]


def in_a_grid(sample: Path, rows_of: str) -> Any:
    """The contract typed into a table: numbers beside clauses, or everything below each other in one column."""
    source = read(sample)
    document = docx.Document()
    document.add_paragraph(outline(source).title)
    rows: list[tuple[str, ...]] = []
    for article in outline(source).articles:
        spans = [p.text_span for p in article.paragraphs]
        lines = [line.strip() for span in spans for line in source.text[slice(*span)].splitlines() if line.strip()]
        head, rest = (article.heading, lines) if article.heading else (lines[0], lines[1:])
        below = [f"　　{line}" for line in rest]
        beside = (article.label, "\n".join([head if article.heading else f"　　{head}", *below]))
        rows.append(beside if rows_of == "beside" else ("\n".join([f"　　{article.label}　{head}", *below]),))
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    return document


def as_pdf(file: Path) -> Path:
    assert SOFFICE, "LibreOffice is needed here"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return file.with_suffix(".pdf")


@pytest.mark.parametrize("name", CONTRACTS)
def test_text_word_and_pdf_have_one_outline(name: str) -> None:
    written = clauses(read(SAMPLES / f"{name}.md"))
    assert clauses(read(SAMPLES / f"{name}.docx")) == written
    assert clauses(read(SAMPLES / f"{name}.pdf")) == written


@needs_libreoffice
@pytest.mark.parametrize("rows_of", ["beside", "below"])
@pytest.mark.parametrize("name", CONTRACTS)
def test_a_contract_typed_into_a_grid_has_the_same_outline(tmp_path: Path, name: str, rows_of: str) -> None:
    file = tmp_path / f"{name}.docx"
    in_a_grid(SAMPLES / f"{name}.md", rows_of).save(file)
    written = clauses(read(SAMPLES / f"{name}.md"))
    assert clauses(read(file)) == written
    assert clauses(read(as_pdf(file))) == written


def cells(source: Source) -> list[list[list[str]]]:
    return [[[source.text[slice(*cell)] for cell in row] for row in table.rows] for table in source.tables]


def page(*rows: Sequence[str], top: int = 700) -> list[Words]:
    return [
        Words(word, 80 + 120 * column, top - 28 * at) for at, row in enumerate(rows) for column, word in enumerate(row)
    ]


def test_a_table_goes_on_over_the_page_without_its_second_head(tmp_path: Path) -> None:
    lines = grid((72, 192, 312), (718, 690, 662))
    first = page(("项目", "标准"), ("住宅", "1.80元"))
    second = page(("项目", "标准"), ("商铺", "3.00元"))
    (tmp_path / "表.pdf").write_bytes(pdf(first, second, drawn=lines))
    assert cells(read(tmp_path / "表.pdf")) == [[["项目", "标准"], ["住宅", "1.80元"], ["商铺", "3.00元"]]]
