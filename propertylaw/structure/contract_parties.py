"""Who the parties of a contract are: 甲方（委托方）：…, on a line each or on one, in a table, or within a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.model import Definition

from .definitions import first_of_each
from .headings import BLANK

_GAP = rf"[{BLANK}]*"
_IN_LINE = r"[^\S\n]*"
_LETTER = rf"[甲乙丙丁戊]{_IN_LINE}方"
_ROLES = (
    "委托方|受托方|受委托方|委托人|受托人|发包方|承包方|出租方|承租方|买受人|出卖人"
    "|建设单位|开发建设单位|开发商|物业服务人|物业服务企业|物业管理企业|物业公司"
)
_BRACKETED = rf"[^，。；：:、|（）()\n{BLANK}#*]{{2,12}}(?={_GAP}[（(][^（）()\n]*[甲乙丙丁戊]方[^（）()\n]*[）)])"
_BODY = r"(?:委员会|业委会|大会|公司|中心|集团)"
"""How the names of those end who make such contracts: a sentence on 甲方 names one only where it ends so."""
_NO_PURPOSE = "(?![了选聘委保维规加提实履明确促改使便与和及])"
"""甲方为选聘物业公司 tells a purpose and no name."""
_BEGINS = rf"(?:^(?:[#*>|+\-.、\d]|[^\S\n])*+|(?<=[，,；;。|*{BLANK}]))"
_LABEL = re.compile(
    rf"{_BEGINS}(?P<term>{_LETTER}|{_ROLES}|{_BRACKETED})"
    rf"\**{_GAP}(?:[（(](?P<role>[^（）()\n]*)[）)])?\**{_GAP}"
    rf"(?:[：:]\**(?:{_GAP}(?:组织|单位|企业|公司)?名称[：:])?"
    rf"|\|"
    rf"|(?:为|系|是|即|[^\S\n]+)(?={_NO_PURPOSE}[^，。；：:\n{BLANK}]{{2,40}}{_BODY}(?:[，。；、{BLANK}]|$)))"
    rf"{_IN_LINE}",
    re.MULTILINE,
)
_NAME = re.compile(rf"(?:(?![，；。;|{BLANK}]+[^，。；：:|\n{BLANK}]{{2,12}}[：:])[^\n|。；;])*")
"""The rest of the line, or of the cell, up to the next label."""
_WITHIN = re.compile(
    rf"(?:(?<=[）)])(?:以及|与|和|及|同))?(?P<name>[^，。；：:、|（）()\n{BLANK}]{{2,40}}{_BODY})"
    rf"[（(](?:以下)?(?:简?称)?为?[：:]?[“\"「]?(?P<letter>{_LETTER})[”\"」]?[）)](?!{_GAP}[：:])"
)
_SIGNING = re.compile(r"盖章|签章|签字|签名|公章")
_ENDS = "，,；;。*_ \t\u3000"


def party_definitions(preamble: str) -> tuple[Definition, ...]:
    """Who the parties of a contract are: term 甲方, meaning the name and the words in brackets after 甲方."""
    return first_of_each([*_labelled(preamble), *_within_sentences(preamble)])


def _labelled(preamble: str) -> Iterator[Definition]:
    """甲方（委托方）：…, 委托方（甲方）：…, | 甲方 | … |, 甲方为…"""
    labels = list(_LABEL.finditer(preamble))
    for index, match in enumerate(labels):
        until = labels[index + 1].start("term") if index + 1 < len(labels) else len(preamble)
        rest = _NAME.match(preamble, match.end(), until)
        role, name = match["role"] or "", (rest[0] if rest else "").strip(_ENDS)
        if not (role or name) or _SIGNING.search(role):
            continue
        span = (match.start("term"), match.end() + len(rest[0] if rest else ""))
        letter = re.search(_LETTER, role)
        if letter is not None:
            yield _party(letter[0], f"{name}（{match['term']}）", span)
        yield _party(match["term"], f"{name}（{role}）" if role else name, span)


def _within_sentences(preamble: str) -> Iterator[Definition]:
    """某某业主委员会（以下简称甲方）与某某公司（乙方）"""
    for match in _WITHIN.finditer(preamble):
        yield _party(match["letter"], match["name"], match.span())


def _party(term: str, meaning: str, span: tuple[int, int]) -> Definition:
    return Definition(term="".join(term.split()), meaning=meaning, text_span=span, kind="party")
