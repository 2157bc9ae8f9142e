"""CIT003: an article is cited by the number it had before an amendment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.checks.renumbered import renumbered
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Citation, Locator, Severity, Span
from propertylaw.structure import chinese_numeral, cite


@check(
    "CIT003", "renumbered_article", Severity.MEDIUM, subject="regulation", message="引用的条号在后来的修正中已经变动"
)
def renumbered_article(regulation: Regulation) -> Iterator[Hit]:
    """引用别的法律的条号，而那部法律后来修正，这一条已经换了号。

    照旧条号查到的是另一条，裁判文书和处罚决定会引错依据。

    会报告：2022年的解释引用民事诉讼法第二百零七条规定的再审事由，2023年修正后那是第二百一十一条。

    不报告：修正以后制定的文件引用现行条号；条号没有变动的条文。

    怎样解决：改引现行条号，或者写明所引文本的年份。
    """
    day = regulation.day
    if day is None:
        return
    own = regulation.outline.instrument
    for citation in regulation.citations:
        if citation.text_span is None or citation.at is None or "条" not in citation.text:
            continue
        cited = citation.targets if len(citation.targets) == 1 else _articles(citation.targets)
        moved = [(target, now) for target in cited if (now := renumbered(target, day, own)) is not None]
        if moved:
            yield _hit(citation, citation.text_span, moved)


def _articles(targets: Iterable[Locator]) -> Sequence[Locator]:
    """The articles in which provisions stand, each once: with its number all paragraphs and items move."""
    return tuple(dict.fromkeys(target.at(target.numbers[:1]) for target in targets))


def _hit(citation: Citation, span: Span, moved: Sequence[tuple[Locator, Locator]]) -> Hit:
    """What to say of the articles of a citation whose numbers have moved."""
    known = [(cited, now) for cited, now in moved if now.article]
    says = [f"{_said(cited, citation)}现为《{now.instrument}》{_said(now, citation)}" for cited, now in known]
    says += [f"《{cited.instrument}》{_said(cited, citation)}" for cited, now in moved if not now.article]
    places = tuple(dict.fromkeys(now for _, now in moved))
    if known:
        advice = f"改引{'、'.join(f'《{now.instrument}》{_said(now, citation)}' for _, now in known)}"
    else:
        advice = f"查对《{places[0].instrument}》现行文本，改引现行条号"
    return Hit(span, says="；".join(says), advice=advice, related=places)


def _said(place: Locator, citation: Citation) -> str:
    """A provision as the text cites it: without a paragraph where the citation names none."""
    words = cite(place)
    if place.paragraph is None or "款" in citation.text:
        return words
    return words.replace(f"第{chinese_numeral(place.paragraph)}款", "", 1)
