"""Who 甲方 and 乙方 are in a contract for property services, or an excerpt of one, that does not say so."""

from __future__ import annotations

import re
from collections.abc import Mapping

from propertylaw.model import PartyId

from .roles_told import PROVIDER, balance, role_clues

LETTERS = ("甲方", "乙方")
_SERVICE = re.compile("物业(?!.*(?:租赁|装修|装饰|车位|车库|停车|买卖)).*(?:合同|协议)")
_PAYS = (
    "(?<![向由给对])〇(?:应|须|按|逾期|未|不)[^，。；]{0,20}(?:[交缴]|支付)[^，。；]{0,9}(?:物业|服务)(?:服务|管理)?费"
)
_PRELIMINARY = "前期"
_OF_SERVICES = re.compile("物业(?:服务|管理)?费|物业(?:服务|管理)")


def called_by_letters(text: str, named: Mapping[str, str]) -> bool:
    """Whether a contract on property services calls parties 甲方 and 乙方 and names neither.

    Args:
        text: of the contract.
        named: its own words for whom it is between.
    """
    nobody = not any(re.search("[一-鿿]", named.get(letter, "")) for letter in LETTERS)
    return nobody and any(letter in text for letter in LETTERS) and bool(_OF_SERVICES.search(text))


def sides_by_custom(title: str, text: str) -> dict[str, PartyId]:
    """Who they are: by custom 乙方 provides the services, unless the clauses say that it pays for them.

    Args:
        title: of the contract: it tells whether it is one for such services, and whether the developer signed it.
        text: its clauses.

    Returns:
        Those of both that it calls so and that can be told: the provider alone under a title that tells nothing.
    """
    return {letter: party for letter, party in _sides(title, text).items() if letter in text}


def _sides(title: str, text: str) -> dict[str, PartyId]:
    first, second = (balance(text, letter, "owner", (role_clues().told,)) for letter in LETTERS)
    if _pays("乙方", text) and not _pays("甲方", text):
        return {"甲方": PROVIDER, "乙方": "owner"}
    if _SERVICE.search(title):
        return {} if first > max(second, 0) else {"甲方": _signs_first(title, text), "乙方": PROVIDER}
    if second > 0 >= first:
        return {"乙方": PROVIDER}
    return {"甲方": PROVIDER} if first > 0 >= second else {}


def _pays(letter: str, text: str) -> bool:
    return bool(re.search(_PAYS.replace("〇", letter), text))


def _signs_first(title: str, text: str) -> PartyId:
    if _PRELIMINARY in title:
        return "developer"
    return "owners_assembly" if "业主大会" in text and not re.search("业主委员会|业委会", text) else "owners_committee"
