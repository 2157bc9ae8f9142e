"""Words lead back to their place in the user's own file."""

from __future__ import annotations

from pathlib import Path

from propertylaw.model import PageOrigin, Run, Source, WordOrigin
from propertylaw.reading import read
from propertylaw.reading.places import Places
from propertylaw.structure import outline

SAMPLES = Path(__file__).resolve().parents[2] / "corpus" / "samples"


def run(start: int, end: int, page: int, box: tuple[float, float, float, float]) -> Run:
    return Run(span=(start, end), origin=PageOrigin(page=page, box=box))


LINES = (run(0, 10, 1, (50, 700, 500, 712)), run(10, 20, 1, (50, 716, 400, 728)), run(20, 25, 2, (50, 60, 200, 72)))
SOURCE = Source(name="合同", format="pdf", text="字" * 25, runs=LINES)


def test_words_on_two_pages_have_a_box_on_each() -> None:
    first, second = Places(SOURCE).of((5, 23))
    assert isinstance(first, PageOrigin) and isinstance(second, PageOrigin)
    assert (first.page, first.box) == (1, (50, 700, 500, 728))
    assert (second.page, second.box) == (2, (50, 60, 200, 72))


def test_a_span_takes_only_the_runs_it_touches() -> None:
    assert [place.page for place in Places(SOURCE).of((10, 20)) if isinstance(place, PageOrigin)] == [1]
    assert Places(SOURCE).of((25, 25)) == ()
    assert Places(Source(name="a", format="txt", text="字")).of((0, 1)) == ()


def test_every_article_of_a_pdf_has_a_page_in_reading_order() -> None:
    source = read(SAMPLES / "枫林苑物业服务合同.pdf")
    places = Places(source)
    found = [places.of(article.text_span) for article in outline(source).articles]
    pages = [place.page for article in found for place in article if isinstance(place, PageOrigin)]
    assert all(found)
    assert pages == sorted(pages)
    assert pages[0] == 1


def test_every_article_of_a_word_file_has_its_first_and_last_run() -> None:
    source = read(SAMPLES / "枫林苑物业服务合同.docx")
    places = Places(source)
    for article in outline(source).articles:
        found = [place for place in places.of(article.text_span) if isinstance(place, WordOrigin)]
        assert [place.paragraph for place in found] == sorted(place.paragraph for place in found)
        assert 1 <= len(found) <= 2
