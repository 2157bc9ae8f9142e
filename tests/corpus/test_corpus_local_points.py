"""Articles of four local texts that are cited on an act, against what was read: those on point, and none beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from propertylaw.extraction import extract
from propertylaw.model.base import Model
from propertylaw.model.local_act import LocalAct
from propertylaw.reading import read
from propertylaw.reasoning.local_points import LocalPoints
from propertylaw.rulebook.local_acts import local_acts
from propertylaw.structure import outline

LOCAL = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "local"


class Reading(Model):
    """What was read on one act in one text."""

    act: str
    text: str
    cites: tuple[str, ...]
    missed: tuple[str, ...] = ()
    never: tuple[str, ...]


READ = TypeAdapter(tuple[Reading, ...]).validate_python(
    yaml.load((Path(__file__).parent / "local_points.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
)
TEXTS = {one.text: sorted(LOCAL.glob(f"{one.text}*.md")) for one in READ}

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not all(TEXTS.values()), reason="no reference folder")]


@pytest.fixture(scope="module")
def points() -> dict[str, LocalPoints]:
    found = {}
    for title, files in TEXTS.items():
        source = read(files[-1])
        found[title] = LocalPoints(extract(source, outline(source)))
    return found


def cited(points: LocalPoints, act: LocalAct) -> frozenset[str]:
    places = {at for task in points.tasks(act) for at in task.basis}
    places |= {*points.reports(act), *(norm.locator for norm in points.rules(act))}
    return frozenset("/".join(map(str, at.numbers)) for at in places)


@pytest.mark.parametrize("one", READ, ids=lambda one: f"{one.act}-{one.text[:2]}")
def test_the_articles_on_an_act_are_cited_and_none_beside_it(one: Reading, points: dict[str, LocalPoints]) -> None:
    act = next(act for act in local_acts().acts if act.id == one.act)
    found = cited(points[one.text], act)
    assert set(one.cites) <= found
    assert not found.intersection(one.missed)  # else move it to `cites`
    assert not [at for at in found for never in one.never if f"{at}/".startswith(f"{never}/")]


@pytest.mark.parametrize("act", local_acts().acts, ids=lambda act: act.id)
def test_few_bodies_are_named_for_an_act(act: LocalAct, points: dict[str, LocalPoints]) -> None:
    for title, one in points.items():
        assert len({task.party for task in one.tasks(act)}) <= 4, title
