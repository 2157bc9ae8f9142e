"""Pages for people: complete, within their width, and plain where there is no terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from propertylaw.model import Locator
from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text
from propertylaw.report.objects import analysis_json
from propertylaw.report.terminal import cited
from propertylaw.rulebook import data_folder

FORMS = sorted((data_folder("corpus") / "samples" / "disputes").glob("*.yaml"))


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_no_line_is_wider_than_the_terminal(form: object, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    page = analysis_text(analyze(str(form)))
    assert max(cell_len(line) for line in page.splitlines()) <= width
    assert "\x1b" not in page


def test_the_page_names_results_reasons_void_clauses_open_points_and_questions() -> None:
    page = analysis_text(analyze(next(form for form in FORMS if form.stem == "欠费与停水")))
    for words in (
        "结论",
        "要件",
        "抗辩",
        "可得",
        "被强制性规定推翻的条款",
        "法律没有定论之处",
        "接下来要问",
        "不是法律意见",
    ):
        assert words in page


def test_every_raised_defence_and_every_element_of_the_object_is_on_the_page() -> None:
    analysis = analyze(FORMS[0])
    page = analysis_text(analysis).replace("\n", "").replace(" ", "")
    for finding in analysis.claims:
        for part in (*finding.elements, *finding.defences):
            assert part.says.replace(" ", "") in page
    assert '"liable"' in analysis_json(analysis)


def test_places_of_one_instrument_are_named_under_its_title_once() -> None:
    places = [Locator.parse(text) for text in ("民法典/944/3", "民法典/577", "doc:合同/24/1", "民法典/944/3")]
    assert cited(places) == "《民法典》第九百四十四条第三款、第五百七十七条；《合同》第二十四条第一款"
