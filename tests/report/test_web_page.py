"""All web pages share one frame: whole by themselves, their words taken as they are."""

from __future__ import annotations

import re

import pytest

from propertylaw.report.web_page import web_page


def test_a_page_is_whole_and_asks_for_nothing_from_elsewhere() -> None:
    page = web_page("page", "甲<乙", {"BODY": "<p>正文</p>"})
    assert page.startswith("<!doctype html>")
    assert "<title>甲&lt;乙</title>" in page
    assert page.count("<style>") == page.count("</style>") == 1
    assert not re.search(r"(src|href)=|url\(", page)
    assert not re.search("__[A-Z]+__", page)


def test_words_that_look_like_a_name_of_the_template_stay_words() -> None:
    assert "<p>__TITLE__</p>" in web_page("page", "甲", {"BODY": "<p>__TITLE__</p>"})


def test_a_part_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        web_page("page", "甲", {})
