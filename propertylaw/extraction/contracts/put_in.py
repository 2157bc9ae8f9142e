"""A sentence read with what stands elsewhere: what its terms mean, and what the clauses that it refers to say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice

from propertylaw.model import Article, Citation, Item, Locator, Outline, Paragraph, Span

from .sentence import PutIn, Sentence
from .stops import between_stops, meet
from .words import pattern

_STOPS = "，。；;\n"
_SENTENCE = re.compile(r"[^。！？\n]+")
_IS = re.compile(r"^[^，。；]{0,24}?[”\"』」]?[，,]?\s*(?:是指|系指|指的是|指|包括)[，：:]?")
_OWN_NAME = re.compile("本|[甲乙丙丁]方|[Ⓐ-Ⓩ]")
"""What a contract calls itself, its place and its parties (本项目): that says where and who, not what."""
_LONGEST, _MOST = 160, 3
"""Characters of words that are put in, and how many terms, or sentences of a clause, are put into one sentence."""


class Elsewhere:
    """What sentences of a contract are read with.

    Args:
        masked: the contract with its parties as tokens.
        outline: its structure.
        meanings: where it says what its terms mean.
        citations: what it refers to.
    """

    def __init__(
        self, masked: str, outline: Outline, meanings: Mapping[str, Span], citations: tuple[Citation, ...]
    ) -> None:
        self._masked, self._meanings = masked, meanings
        self._labels = [(one.text_span, one.label) for one in outline.articles]
        self._parts = dict(_parts(outline))
        self._citations = [one for one in citations if one.text_span and one.targets and one.at]

    def readings(self, sentence: Sentence) -> Iterator[Sentence]:
        """The further ways to read a sentence."""
        yield from self._with_meanings(sentence)
        yield from self._with_targets(sentence)

    def _with_meanings(self, sentence: Sentence) -> Iterator[Sentence]:
        """Each of its terms replaced by what it means."""
        terms = (one for one in self._meanings.items() if one[0] in sentence.masked)
        for term, span in islice(terms, _MOST):
            meaning = self._meaning(span)
            if not meaning or meet(span, sentence.span) or _OWN_NAME.match(term):
                continue
            at = sentence.masked.find(term)
            said = f"连同{self._label(span)}对“{term}”的定义"
            yield self._put(sentence, sentence.masked.replace(term, meaning), (at, at + len(term)), PutIn(said, span))

    def _meaning(self, span: Span) -> str:
        words = self._masked[slice(*span)]
        stated = _IS.match(words)
        meaning = (words[stated.end() :] if stated else words).strip()
        return meaning if len(meaning) <= _LONGEST else ""

    def _with_targets(self, sentence: Sentence) -> Iterator[Sentence]:
        """The items it names by number as the words they have; 按第X条处理 as what that clause says."""
        for citation in self._citations:
            span = citation.text_span or (0, 0)
            if not (sentence.span[0] <= span[0] and span[1] <= sentence.span[1]):
                continue
            at = (span[0] - sentence.span[0], span[1] - sentence.span[0])
            if all(target.item for target in citation.targets):
                yield from self._with_items(sentence, citation, at)
            else:
                yield from self._with_clause(sentence, citation, at)

    def _with_items(self, sentence: Sentence, citation: Citation, at: Span) -> Iterator[Sentence]:
        spans = [span for target in citation.targets if (span := self._parts.get(target))]
        words = "、".join(self._masked[slice(*span)].strip(" 　；;。") for span in spans)
        if not words or len(words) > _LONGEST:
            return
        said = PutIn(f"连同{citation.text}的内容", spans[0])
        yield self._put(sentence, sentence.masked[: at[0]] + words + sentence.masked[at[1] :], at, said)

    def _with_clause(self, sentence: Sentence, citation: Citation, at: Span) -> Iterator[Sentence]:
        before = pattern("{goes_by}$").search(sentence.masked[: at[0]])
        after = pattern("^{goes_by_end}").match(sentence.masked[at[1] :])
        own = self._parts.get(citation.targets[0])
        if before is None or after is None or own is None or len(citation.targets) > 1 or meet(own, sentence.span):
            return
        for found in islice(_SENTENCE.finditer(self._masked, *own), _MOST):
            if len(found[0]) <= _LONGEST:
                words = (
                    f"{sentence.masked[: before.start()]}，{found[0].strip()}{sentence.masked[at[1] + after.end() :]}"
                )
                yield self._put(sentence, words, at, PutIn(f"连同{citation.text}的约定", found.span()))

    def _put(self, sentence: Sentence, words: str, at: Span, known: PutIn) -> Sentence:
        """The sentence in other words; it stands for the step around the place where they were put in."""
        start, end = between_stops(sentence.masked, *at, _STOPS)
        while start < end and sentence.masked[start].isspace():
            start += 1
        span = (sentence.span[0] + start, sentence.span[0] + end)
        return replace(sentence, span=span, masked=words, meanings="", beside=sentence.masked, put_in=(known,))

    def _label(self, span: Span) -> str:
        return next((label for (start, end), label in self._labels if start <= span[0] < end), "").strip()


def _parts(outline: Outline) -> Iterator[tuple[Locator, Span]]:
    """Where each clause and its parts stand."""
    for article in (*outline.articles, *(one for annex in outline.annexes for one in annex.articles)):
        yield article.locator, article.text_span
        for paragraph in article.paragraphs:
            yield paragraph.locator, paragraph.text_span
            yield from _items(paragraph)


def _items(above: Article | Paragraph | Item) -> Iterator[tuple[Locator, Span]]:
    below = above.sub_items if isinstance(above, Item) else above.items if isinstance(above, Paragraph) else ()
    for item in below:
        yield item.locator, item.text_span
        yield from _items(item)
