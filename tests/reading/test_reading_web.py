"""Web pages: the main text without menus, in whatever encoding, however nested."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.errors import EmptyFileError, PropertyLawError
from propertylaw.model import Source
from propertylaw.reading import read
from propertylaw.reading.web import read_web
from propertylaw.structure import outline

PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>云溪市人民政府网站</title><style>p {{color: red}}</style></head>
<body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>
<div id="main"><h1>云溪市电梯管理办法</h1>
<p>　　第一条　为了保障电梯安全，<b>制定</b>本办法。</p>
<p>&nbsp;&nbsp;第二条&emsp;收费标准如下：</p>
<table><tr><th>类别</th><th>每月</th></tr><tr><td>住宅</td><td>20元</td></tr></table>
<p>第三条 有下列情形的，停止使用：<br>（一）困人；<br/>（二）异响。</p>
<div style="display:none">第四条 看不见。</div>
<script>var a = "第五条";</script>
<p>【打印】 【关闭】</p><p>上一篇：别的文件</p></div>
<div class="foot">版权所有 云溪市人民政府</div>
</body></html>"""


def page(html: str, charset: str = "utf-8") -> Source:
    return read_web(
        html.replace("{charset}", charset).replace("{{", "{").replace("}}", "}").encode(charset), "网页.html", "网页"
    )


LINES = [
    "云溪市电梯管理办法",
    "第一条 为了保障电梯安全，制定本办法。",
    "第二条 收费标准如下：",
    "类别\t每月",
    "住宅\t20元",
    "第三条 有下列情形的，停止使用：",
    "（一）困人；",
    "（二）异响。",
]


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "gb2312", "gbk"])
def test_the_main_text_is_read_without_menus_buttons_and_what_is_hidden(charset: str) -> None:
    assert page(PAGE, charset).text.splitlines() == LINES


def test_a_page_has_the_outline_of_its_regulation() -> None:
    result = outline(page(PAGE))
    assert result.title == "云溪市电梯管理办法"
    assert [(a.label, [len(p.items) for p in a.paragraphs]) for a in result.articles] == [
        ("第一条", [0]),
        ("第二条", [0]),
        ("第三条", [2]),
    ]


def test_a_table_of_data_keeps_its_cells_and_belongs_to_its_article() -> None:
    source = page(PAGE)
    (table,) = source.tables
    assert [[source.text[slice(*cell)] for cell in row] for row in table.rows] == [["类别", "每月"], ["住宅", "20元"]]
    assert str(outline(source).tables[0].locator) == "doc:网页/2/1"


def test_a_table_that_only_lays_out_the_page_is_text() -> None:
    html = "<table><tr><td>第一条</td><td>甲应当付款。</td></tr><tr><td>第二条</td><td>乙应当交货。</td></tr></table>"
    assert page(html).tables == ()


def test_numbers_of_ordered_lists_are_printed_as_browsers_do() -> None:
    assert page("<p>甲方应当：</p><ol start=3><li>付款<li>验收</ol>").text.splitlines() == [
        "甲方应当：",
        "3. 付款",
        "4. 验收",
    ]


def test_the_suffix_tells_the_format(tmp_path: Path) -> None:
    file = tmp_path / "办法.htm"
    file.write_bytes(PAGE.replace("{charset}", "utf-8").encode())
    assert (read(file).format, read(file).name) == ("html", "办法")


@pytest.mark.parametrize("html", ["", "<html></html>", "<script>1</script>", "<p>&nbsp;</p>", "<!-- 第一条 -->"])
def test_a_page_without_text_is_told(html: str) -> None:
    with pytest.raises(EmptyFileError):
        page(html)


def test_senseless_nesting_and_size_take_no_time() -> None:
    began = time.process_time()
    deep = "<div>" * 100_000 + "第一条 甲。"
    wide = "<p>第一条 甲。</p>" * 100_000
    for html in (deep, wide, "<table><tr>" + "<td>甲" * 50_000):
        try:
            assert "甲" in page(html).text
        except PropertyLawError as problem:
            assert "\n" not in str(problem)
    assert time.process_time() - began < 10


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_text_or_in_one_clear_error(data: bytes) -> None:
    try:
        assert read_web(data, "网页.html", "网页").text.strip()
    except PropertyLawError as problem:
        assert "\n" not in str(problem)
