"""Departments of the state by their bare names, and lists of them: 公安、民政等有关部门."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from propertylaw.model import PartyId

from .draft import Parties
from .lexicon import lexicon
from .wordlists import one_of

_OFFICE = r"(?:部门|机关|机构|局(?![部限面势]))"
_UNKNOWN_OFFICE = "other_authority"
_JOIN = r"(?:、|和|以及|或者|及|与|，|或)"


@cache
def office_list() -> str:
    """A list of departments, or a single one: 公安、民政等有关部门; before 等 it may name some that are not known."""
    names = one_of(_office_names())
    one = rf"(?:{names})(?:[（(][^（）()]{{1,16}}[）)])?(?:行政)?(?:主管)?(?:管理|执法)?{_OFFICE}?"
    unknown = r"[^，。；、的和及与或等]{2,8}"
    # most of these words name no department where they stand: what follows them tells so at once
    return (
        rf"(?=(?:{names})[（(行主管执部机局、等其有相业的和以或及与，])(?:"
        rf"(?:{one}、)+(?:(?:{one}|{unknown})、)*(?:{one}|{unknown})等(?:有关|相关)?(?:行政)?(?:主管|管理)?部门(?:和机构|、机构|和单位|、单位)?|"
        rf"(?:{one}{_JOIN})*(?:{names})(?:[（(][^（）()]{{1,16}}[）)])?"
        rf"等?(?:其他)?(?:有关|相关)?(?:行政|业务)?(?:主管|管理|执法)*的?{_OFFICE}(?:和机构|、机构|和单位|、单位)?)"
    )


@lru_cache(maxsize=512)
def offices(text: str) -> Parties:
    """The kinds of parties that a list of departments names; one more where it names some that are not known."""
    names = _office_names()
    bare = re.sub(r"[（(][^（）()]*[）)]", "", text)
    found = {names[match[0]] for match in _office_names_pattern().finditer(bare)}
    listed = bare.partition("等")[0].split("、")
    unknown = len(listed) > 1 and any(_office_names_pattern().search(one) is None for one in listed)
    return tuple(sorted(found | {_UNKNOWN_OFFICE} if unknown else found))


@cache
def _office_names() -> dict[str, PartyId]:
    return {name: department.party for department in lexicon().departments for name in department.names}


@cache
def _office_names_pattern() -> re.Pattern[str]:
    return re.compile(one_of(_office_names()))
