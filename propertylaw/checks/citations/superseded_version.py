"""CIT006: a text of which a later version is among those given."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.checks.registry import check
from propertylaw.checks.regulation import Regulation
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.model import Severity


@check(
    "CIT006",
    "superseded_version",
    Severity.MEDIUM,
    subject="regulation",
    message="这份文本是旧版，所给的文件里有后来的版本",
    of_old_versions=True,
)
def superseded_version(regulation: Regulation) -> Iterator[Hit]:
    """同一部法规给了两个版本，这一份是旧的。

    旧版只用于新版施行以前的事；照旧版写的合同、意见会引错条文。其他检查只看新版，不对旧版重复报告。

    会报告：同时给出某市规定的2018年文本和2020年文本，报告2018年的一份。

    不报告：只给出一个版本；民法典分编存放的几个文件。

    怎样解决：改用新版；要看旧版自身的问题，单独检查旧版。
    """
    later = regulation.later_version
    if later is not None and regulation.day is not None:
        newest = max(event.on for event in later.history)
        says = f"这一份为 {regulation.day:%Y-%m-%d} 的文本，新版为 {newest:%Y-%m-%d} 的文本；其他检查只看新版"
        yield Hit(None, says=says, advice="改用新版；要看旧版自身的问题，单独检查旧版")
