"""Factories: a statute or a contract from a few invented sentences, and its norms."""

from __future__ import annotations

from propertylaw.extraction import extract
from propertylaw.model import Norm, Source
from propertylaw.structure import outline

CONTRACT_HEAD = "桂园小区物业服务合同\n\n甲方（委托方）：{a}\n\n乙方（受托方）：{b}\n\n"


def source_of(text: str, name: str = "样本") -> Source:
    return Source(name=name, format="txt", text=text)


def statute(*articles: str) -> tuple[Norm, ...]:
    """The norms of an invented regulation; each argument is an article without its number."""
    numbers = "一二三四五六七八九"
    body = "\n\n".join(f"第{number}条　{article}" for number, article in zip(numbers, articles, strict=False))
    source = source_of(f"桂州市住宅物业管理条例\n\n{body}\n")
    return extract(source, outline(source))


def contract(*clauses: str, a: str = "桂园小区业主委员会", b: str = "桂州安居物业服务有限公司") -> tuple[Norm, ...]:
    """The norms of an invented contract between the parties `a` and `b`."""
    numbers = "一二三四五六七八九"
    body = "\n\n".join(f"第{number}条　{clause}" for number, clause in zip(numbers, clauses, strict=False))
    source = source_of(CONTRACT_HEAD.format(a=a, b=b) + body + "\n")
    return extract(source, outline(source))


def only(norms: tuple[Norm, ...]) -> Norm:
    assert len(norms) == 1, [(norm.modality, norm.action) for norm in norms]
    return norms[0]
