"""The page of a check: what it finds, why it matters, an example that fires, one that does not, what to do, sources."""

from __future__ import annotations

from propertylaw.errors import CheckError
from propertylaw.extraction.contracts.issue import issues
from propertylaw.model import Severity
from propertylaw.structure import cite

from .own_names import usual_names_in_wording
from .registry import checks
from .wordings import SLOT, wordings

_SEVERITIES = {Severity.HIGH: "高", Severity.MEDIUM: "中", Severity.LOW: "低", Severity.INFO: "提示"}
_SUBJECTS = {"contract": "合同审查", "regulation": "法规检查"}


def page(code: str) -> str:
    """The page of a check as Markdown.

    Raises:
        CheckError: there is no such check.
    """
    known = checks().get(code.upper()) or next((one for one in checks().values() if one.slug == code), None)
    if known is None:
        raise CheckError(f"没有这个检查“{code}”", advice="用 propertylaw rules list checks 查看全部代码")
    head = f"# {known.code} {known.slug}\n\n{_SUBJECTS[known.subject]}　严重程度：{_SEVERITIES[known.severity]}"
    parts = [head, known.doc]
    issue = issues().get(known.slug)
    if issue is not None:
        parts.append(f"怎样解决：{issue.advice}。")
        parts += [f"可以这样写：{_plain(one.text)}。" for one in wordings().get(known.slug, ())]
        parts.append("依据：" + "、".join(cite(at, at.instrument) for at in issue.basis) + "。")
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """A wording with the usual names; what a clause would keep of its own is left open."""
    usual = usual_names_in_wording()
    return SLOT.sub(lambda slot: usual.get(slot[1], "……"), text)
