"""`terms`: what the sentences and the tables of a contract measure, also where they are no norms.

A contract says much in tables, and in sentences without a subject or a modal word (逾期的，每日加收千分之三违约金).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from propertylaw.model import Article, Locator, Outline, Quantity, Source, Span, Term
from propertylaw.structure.folding import folded

from .blocks import Block, blocks
from .closed_up import closed_up
from .contract_years import dated
from .delay_terms import delay_terms, within_sale
from .developer_part import developer_part
from .ending_terms import ending_terms
from .fee_clauses import fee_clauses
from .fee_years import fee_years
from .income_shares import Division, division
from .late_fees import RATES, TIMES_PRIME, cap_unread, rate_unread, rated
from .late_handover import LATE_HANDOVER, handover_penalty, penalty_unread
from .price_labels import labelled
from .quantities import DUE_DAY, PRICE, quantities_in
from .sentences import sentences
from .sizes import by_size
from .spoken_of import besides, changes, only_spoken_of
from .starts import reminded_first, start_of, starts_later
from .stretches import areas, last_day, rises_with_the_floor
from .table_terms import table_terms
from .topics import topics_of

_LINE = re.compile(r"[^\n]+")
_LATE_FEE = "late_fee"
_START = "late_fee_start"
_CAP = "late_fee_cap"
_PENALTY = re.compile("违约金|滞纳金")
_BESIDE_FEES = frozenset({"fee_rate", "contract_term"})
"""Topics that the words before a day of payment, or 期限, carry without saying what is paid."""
_COMMON_INCOME = "common_income"
_OWN_FEE = re.compile("物业(?:服务|管理)?费")
_OTHER_SUM = re.compile("租|押金|保证金|资金|价款|房款|工程款|停车|车位|(?<!收)(?:水|电|气|热|垃圾)[^，。；]{0,3}费")
_BODY_FIRST = re.compile("附[件表录][^。]{0,30}(?:不一致|冲突|矛盾|抵触)[^。]{0,10}以(?:本合同|合同)?正文为准")


def terms(source: Source, outline: Outline) -> tuple[Term, ...]:
    """The terms of a contract, in reading order.

    Args:
        source: the text.
        outline: its structure.
    """
    text = closed_up(folded(source.text))
    tables = [one.table.text_span for one in outline.tables]
    articles = [*outline.articles, *(article for annex in outline.annexes for article in annex.articles)]
    whole = Locator(instrument=outline.instrument)
    found = [term for article in articles for term in _of_article(text, article)]
    loose = [match.span() for span in outline.unplaced for match in _LINE.finditer(text, *span)]
    for span in (span for line in loose for span in _whole_sentences(text, line)):
        found += (*_term(text, span, whole, ""), *fee_clauses(text, span, whole, ""), *fee_years(text, span, whole))
        found += (*developer_part(text, span, whole), *ending_terms(text, span, whole))
    found = [_beside_tables(term, tables) for term in found if not any(_within(term.text_span, t) for t in tables)]
    found += (*table_terms(text, outline), *delay_terms(text, articles, loose, whole))
    found += _only_spoken_of(
        text, articles, [(span, whole) for line in loose for span in _whole_sentences(text, line)], found
    )
    return tuple(sorted(dated(found), key=lambda term: term.text_span))


def _only_spoken_of(
    text: str, articles: Sequence[Article], loose: Sequence[tuple[Span, Locator]], read: Sequence[Term]
) -> list[Term]:
    """The sentences, of articles and of loose lines, that speak of a term of which nothing was read."""
    found = ((span, at) for one in articles for block in blocks(one, text) for span, at, _ in _spans(text, block))
    return list(only_spoken_of(text, [*found, *loose], read))


def body_prevails(source: Source) -> bool:
    """Whether a contract says that its body goes before its annexes where they differ."""
    return bool(_BODY_FIRST.search(folded(source.text)))


def _of_article(text: str, article: Article) -> Iterator[Term]:
    before, fees = article.heading, bool(_OWN_FEE.search(article.heading))
    for block in blocks(article, text):
        for span, at, lead in _spans(text, block):
            for part, head in by_size(text, span):
                for term in _term(text, part, at, f"{lead or before}{head}"):
                    yield _of_fees(term) if fees else term
                    fees = fees or any(one.unit == PRICE for one in term.quantities)
            yield from fee_clauses(text, span, at, f"{article.heading}\n{lead or before}")
            yield from fee_years(text, span, at)
            yield from developer_part(text, span, at)
            yield from ending_terms(text, span, at)
            fees = fees or bool(_OWN_FEE.search(text, *span))
            if not lead:
                before = text[slice(*span)]


def _of_fees(term: Term) -> Term:
    """The term after words on the property fee, where it says when to pay and not what: the fee is meant."""
    due = any(one.unit == DUE_DAY for one in term.quantities)
    if set(term.topics) - _BESIDE_FEES or not due or _OTHER_SUM.search(term.words):
        return term
    return term.model_copy(update={"topics": topics_of(f"物业服务费\n{term.words}")})


def _spans(text: str, block: Block) -> Iterator[tuple[Span, Locator, str]]:
    """The sentences of a block, each with its place and, for those of items, what introduces them."""
    lead = _whole_sentences(text, block.paragraph.lead_span)
    yield from ((span, block.paragraph.locator, "") for span in lead)
    intro = text[slice(*lead[-1])] if lead else ""
    for item, at in block.items:
        yield from ((span, at, intro) for span in _whole_sentences(text, item))


def _whole_sentences(text: str, span: Span) -> list[Span]:
    return [sentence.span for sentence in sentences(text, span)]


def _term(text: str, span: Span, at: Locator, before: str) -> Iterator[Term]:
    """The sentence, where it measures something; what it is about may stand in the words before it."""
    words = text[slice(*span)]
    quantities = quantities_in(text, span)
    ends = last_day(words)
    by_floor = rises_with_the_floor(words)
    late_fee = _LATE_FEE in topics_of(words)
    of_late_fee = late_fee or _starts_late_fee(words, before)
    start = start_of(words) if of_late_fee else None
    unread = (late_fee and rate_unread(words, quantities)) or (of_late_fee and starts_later(words))
    income = division(text, span, quantities) if _COMMON_INCOME in topics_of(words) else None
    unread = unread or (income is not None and income.unread)
    read = income.quantities if income else quantities
    if not (quantities or read) and ends is None and not by_floor and not unread and start is None:
        return
    least, most = areas(words)
    told = tuple(labelled(text, span, quantities))
    about = tuple(one for one in topics_of(words) or topics_of(f"{before}\n{words}") if not within_sale(one))
    own = tuple(one.quantity for one in told)
    own = rated(text, span, own) if _LATE_FEE in about else own
    own = income.quantities if income else own
    handover = LATE_HANDOVER in about
    own = handover_penalty(text, span, own) if handover else own
    about_unread = tuple(_not_understood(words, own, late_fee=late_fee, income=income, handover=handover))
    rates = [one.text_span[0] - span[0] for one in own if one.unit in (*RATES, TIMES_PRIME)]
    start = start if len(rates) <= 1 else None
    if start and rates:
        about_unread = tuple(one for one in about_unread if one != _LATE_FEE)
    if start and _START not in about:
        about += (_START,)
    if of_late_fee and start is None and _put_off(words, rates, by_stages=_LATE_FEE in about_unread):
        about_unread += (_START,)
    if _CAP not in about and _bounds_late_fee(words, before):
        about += (_CAP,)
    if _CAP in about and cap_unread(words, own):
        about_unread += (_CAP,)
    yield Term(
        locator=at,
        text_span=span,
        words=f"{before}\n{words}" if before else words,
        topics=about,
        quantities=tuple(one for one in own if not _only_in_part(one, about_unread)),
        last_day=ends,
        least_area=least,
        most_area=most,
        by_floor=by_floor,
        times_unread=any(one.time.unread for one in told),
        start=start,
        not_understood=about_unread,
    )


def _only_in_part(quantity: Quantity, not_understood: Sequence[str]) -> bool:
    """Whether a quantity holds for a time alone of which the rest was not understood: a price that rises, a rate by
    stages of a delay."""
    return quantity.unit in not_understood or (_LATE_FEE in not_understood and quantity.unit in RATES)


def _not_understood(
    words: str, own: Sequence[Quantity], *, late_fee: bool, income: Division | None, handover: bool
) -> Iterator[str]:
    """The topics of a sentence of whose terms not all was read."""
    if _changes_its_price(words, own):
        yield PRICE
    if late_fee and rate_unread(words, own):
        yield _LATE_FEE
    if income is not None and income.unread:
        yield _COMMON_INCOME
    if handover and (penalty_unread(own) or starts_later(words)):
        yield LATE_HANDOVER


def _starts_late_fee(words: str, before: str) -> bool:
    """Whether a sentence only says from when the penalty runs that the one before it agrees."""
    return _START in topics_of(words) and _LATE_FEE in topics_of(f"{before}\n{words}")


def _bounds_late_fee(words: str, before: str) -> bool:
    """Whether a sentence only bounds the penalty that the one before it agrees."""
    return bool(_PENALTY.search(words)) and _CAP in topics_of(f"{before}\n{words}")


def _put_off(words: str, rates: Sequence[int], *, by_stages: bool) -> bool:
    """Whether the words of a late fee put off its first day; days that only tell the stages of its rate do not.

    Args:
        words: of the sentence.
        rates: where in it its rates stand.
        by_stages: whether it has several, one for each stage of a delay.
    """
    return starts_later(words) or (bool(rates) and not by_stages and reminded_first(words[: max(rates)]))


def _changes_its_price(words: str, quantities: Sequence[Quantity]) -> bool:
    """Whether a price rises with the years, or is not owed for each month of them, which no fact holds."""
    return any(one.unit == PRICE for one in quantities) and changes(besides(words, quantities, PRICE), "fee_rate")


def _beside_tables(term: Term, tables: Sequence[Span]) -> Term:
    """The term without what a table measures that stands in its sentence."""
    if not any(_within(table, term.text_span) for table in tables):
        return term
    own = [one for one in term.quantities if not any(_within(one.text_span, table) for table in tables)]
    return term.model_copy(update={"quantities": tuple(own)})


def _within(span: Span, other: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]
