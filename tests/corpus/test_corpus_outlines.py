"""Outlines of the reference texts: every article, no gap, the counts of the annotated samples."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from propertylaw.model import Outline, Source
from propertylaw.rulebook import catalogue
from propertylaw.structure import outline, parse_numeral

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
TEXTS = sorted((SHARED / "corpus").glob("*/*.md"))
SAMPLES = sorted((SHARED / "gold" / "train").glob("*.sample.txt"))
BROKEN_LINES = "聊城市物业管理条例(2021-01-29)"
"""Its sample counts each half of a broken line as a paragraph."""
LOST_HEADING = ("舟山市物业管理条例(2021-11-01)", "第二十八条")
"""Its sample takes the heading of the next section for a paragraph."""
OTHER_VERSION = [
    "上海市住宅物业管理规定(2010-12-23)",
    "舟山市物业管理条例(2021-11-01)",
    "物业管理条例(2018-03-19)",
    "建设工程质量管理条例(2019-04-23)",
]
"""The history printed in these files ends long before the date in their names, or goes beyond it."""
CODE_PARTS = {"总则": (1, 204), "物权编": (205, 462), "合同编": (463, 988), "人格权编": (989, 1039)}
CODE_PARTS |= {"侵权责任编": (1164, 1258), "附则": (1259, 1260)}

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not TEXTS, reason="no reference folder beside the checkout")]


@cache
def _read(path: Path) -> tuple[str, Outline]:
    text = path.read_text(encoding="utf-8")
    return text, outline(Source(name=path.stem, path=str(path), format="md", text=text))


def _text_of(document: str) -> Path:
    return next(path for path in TEXTS if path.stem == document)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:24])
def test_each_article_is_found_once_and_in_order(path: Path) -> None:
    text, result = _read(path)
    printed = [
        parse_numeral(number) for number in re.findall(r"^第([一二三四五六七八九十百千零]+)条 ", text, re.MULTILINE)
    ]
    first, last = CODE_PARTS.get(path.stem.removeprefix("民法典-"), (1, len(printed)))
    assert [article.number for article in result.articles] == printed == list(range(first, last + 1))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:24])
def test_nothing_is_reported_but_items_that_lost_their_numbers(path: Path) -> None:
    _, result = _read(path)
    assert result.kind == "statute"
    expected = {"STR005", "STR006"} if path.stem in OTHER_VERSION else {"STR005"}
    assert {d.code for d in result.diagnostics} <= expected


@pytest.mark.parametrize("name", OTHER_VERSION)
def test_a_file_whose_date_is_not_that_of_its_text_is_told(name: str) -> None:
    _, result = _read(_text_of(name))
    assert [d.code for d in result.diagnostics if d.code != "STR005"] == ["STR006"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:24])
def test_the_catalogue_knows_the_text_and_its_number_of_articles(path: Path) -> None:
    _, result = _read(path)
    instrument = catalogue().get(result.instrument)
    assert instrument is not None
    counts = {version.articles for version in instrument.versions}
    assert instrument.id == "民法典" or len(result.articles) in counts


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:24])
def test_nothing_of_the_text_is_dropped(path: Path) -> None:
    text, result = _read(path)
    kept = bytearray(len(text))
    spans = [(text.rfind(a.label, 0, a.text_span[0]), a.text_span[1]) for a in result.articles]
    for start, end in [*spans, *(d.text_span for d in result.divisions), *result.unplaced]:
        kept[start:end] = b"\1" * (end - start)
    assert not [i for i, char in enumerate(text) if not kept[i] and not char.isspace() and char != "\u200b"]


def _sampled(sample: Path) -> list[tuple[str, str]]:
    blocks = re.split(r"^=== ", sample.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [(label.strip(), body) for label, _, body in (block.partition("\n") for block in blocks)]


def _items_of_paragraphs(body: str) -> list[int]:
    counts: list[int] = []
    for line in filter(None, map(str.strip, body.splitlines())):
        if re.match(r"[（(][一二三四五六七八九十]+[）)]", line):
            counts[-1] += 1
        else:
            counts.append(0)
    return counts


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:24])
def test_paragraphs_and_items_are_counted_as_in_the_samples(sample: Path) -> None:
    document = sample.name.removesuffix(".sample.txt")
    text, result = _read(_text_of(document))
    articles = {article.label: article for article in result.articles}
    for label, body in _sampled(sample):
        if (document, label) == LOST_HEADING:
            continue
        article = articles[label]
        assert "".join(text[slice(*article.text_span)].split()) == "".join(body.split())
        if document != BROKEN_LINES:
            assert [len(p.items) for p in article.paragraphs] == _items_of_paragraphs(body), label


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:24])
def test_annotated_norms_stand_where_the_annotation_says(sample: Path) -> None:
    document = sample.name.removesuffix(".sample.txt")
    if document == BROKEN_LINES:
        pytest.skip("counts halves of broken lines")
    text, result = _read(_text_of(document))
    articles = {article.number: article for article in result.articles}
    for line in (sample.parent / f"{document}.norms.jsonl").read_text(encoding="utf-8").splitlines():
        norm = json.loads(line)
        paragraph = articles[norm["article"]].paragraphs[norm["paragraph"] - 1]
        assert norm["item"] is None or norm["item"] <= len(paragraph.items)
        assert "".join(norm["action"].split()) in "".join(text[slice(*paragraph.text_span)].split())
