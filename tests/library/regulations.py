"""Texts for the tests of the library: regulations of places and instruments made for the purpose."""

from __future__ import annotations

from datetime import date

from propertylaw.model import Instrument, Outline, Rank, Source, Version
from propertylaw.rulebook import Catalogue
from propertylaw.structure import outline

ARTICLES = (
    "为了规范物业管理活动，制定本条例。",
    "业主应当按照约定支付物业费。",
    "物业服务人不得以停水催交物业费。\n\n违反前款规定的，由主管部门处五千元罚款。",
    "下列事项由业主共同决定：\n\n（一）制定管理规约；\n\n（二）选聘物业服务人。",
)
NUMBERS = "一二三四五六七八九十"


def regulation(title: str, *head: str, articles: tuple[str, ...] = ARTICLES, begins: str = "") -> str:
    """A regulation as published: title, history, articles, and the day on which it begins."""
    written = [*articles, f"本条例自{begins}起施行。"] if begins else list(articles)
    body = [f"第{NUMBERS[number]}条 {words}" for number, words in enumerate(written)]
    return "\n\n".join([f"# {title}", *head, *body]) + "\n"


def read_text(text: str, name: str = "文件") -> tuple[Source, Outline]:
    """A text as if it had been read from a file."""
    source = Source(name=name, format="md", text=text)
    return source, outline(source)


YUNXI = "临江省云溪市物业管理条例"
ADOPTED = "2020年3月5日 云溪市第三届人民代表大会常务委员会第九次会议通过"
AMENDED = "2023年8月1日 云溪市第四届人民代表大会常务委员会第二次会议《关于修改〈云溪市物业管理条例〉的决定》修正"
KNOWN = Catalogue(
    [
        Instrument(
            id=YUNXI,
            title=YUNXI,
            rank=Rank.CITY_REGULATION,
            territory="临江省云溪市",
            versions=(
                Version(adopted=date(2020, 3, 5), in_force=date(2020, 6, 1), articles=5),
                Version(adopted=date(2023, 8, 1), articles=5),
            ),
        ),
        Instrument(
            id="旧规",
            title="临江省旧规",
            rank=Rank.PROVINCIAL_REGULATION,
            territory="临江省",
            versions=(Version(in_force=date(2000, 1, 1)),),
            repealed=date(2010, 1, 1),
            replaced_by=YUNXI,
        ),
    ]
)
