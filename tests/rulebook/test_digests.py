"""Fingerprints: what counts as the same text, and what does not."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.model import Source
from propertylaw.rulebook.digests import article_digest, fingerprint, known_fingerprint, normalised
from propertylaw.structure import outline


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("业主应当交费，逾期的，依法处理。", "业主应当交费,逾期的,依法处理."),
        ("《民法典》第九条", "<民法典>第九条"),
        ("３０％以下", "30%以下"),
        ("第 一 款\n\n第二款", "第一款第二款"),
    ],
)
def test_blanks_width_and_punctuation_do_not_matter(one: str, other: str) -> None:
    assert article_digest(one) == article_digest(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("应当交费", "可以交费"), ("不得停水", "得停水"), ("三十日", "三日"), ("30%", "30‰"), ("30%", "30")],
)
def test_every_word_and_figure_matters(one: str, other: str) -> None:
    assert article_digest(one) != article_digest(other)


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@given(st.text(alphabet="业主应当，。 \u3000（）a1１", max_size=30))
def test_full_width_and_compatible_forms_are_one(text: str) -> None:
    assert normalised(unicodedata.normalize("NFKC", text)) == normalised(text)


def test_a_text_has_a_digest_for_each_article_and_one_for_the_whole() -> None:
    text = "某条例\n\n第一条 甲。\n\n第二条 乙。\n\n第二条之一 丙。\n"
    source = Source(name="某条例", format="md", text=text)
    found = fingerprint(source, outline(source))
    assert list(found.articles) == ["1", "2", "2-1"]
    assert found.whole is not None
    assert len(found.whole) == 64


def test_versions_that_nobody_compared_have_none() -> None:
    assert known_fingerprint("物权法", date(2007, 3, 16)) is None
    assert known_fingerprint("仲裁法", date(2017, 9, 1)) is not None
