"""Texts in traditional script and with full-width digits state the norms of the same text in plain script."""

from __future__ import annotations

import opencc
import pytest

from propertylaw.extraction import extract
from propertylaw.model import Norm, Source
from propertylaw.structure import outline
from propertylaw.structure.folding import folded

SIMPLIFIED = opencc.OpenCC("t2s")
CONTRACT = """物业服务合同
甲方：枫林苑业主委员会
乙方：安和物业服务有限公司
第一条 乙方应当自收到申请之日起15日内公示账目。
第二条 业主应当于每月10日前交纳物业服务费，逾期的，乙方不得停水停电。
第三条 业主未经乙方同意，不得占用共用部位。
"""


def norms(text: str) -> list[tuple[object, ...]]:
    source = Source(name="合同", format="md", text=text)
    return [told(norm) for norm in extract(source, outline(source))]


def told(norm: Norm) -> tuple[object, ...]:
    return (
        norm.modality,
        norm.bearer,
        norm.counterparty,
        folded(SIMPLIFIED.convert(norm.action)),
        norm.deadline,
        norm.text_span,
    )


def test_quotations_keep_the_script_of_the_text() -> None:
    source = Source(name="合同", format="md", text=opencc.OpenCC("s2t").convert(CONTRACT))
    assert all(norm.action in source.text for norm in extract(source, outline(source)))


@pytest.mark.parametrize(
    "written",
    [
        opencc.OpenCC("s2t").convert(CONTRACT),
        CONTRACT.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    ],
    ids=["traditional", "full width"],
)
def test_the_script_changes_no_norm(written: str) -> None:
    assert written != CONTRACT
    assert len(norms(CONTRACT)) >= 4
    assert norms(written) == norms(CONTRACT)
