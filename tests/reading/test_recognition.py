"""Scans and photographs: recognised text stands where the page shows it, and what is unsure is told."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from handmade_pdf import column, pdf

from propertylaw.errors import DamagedFileError, EmptyFileError, NoTextLayerError
from propertylaw.model import PageOrigin, Source
from propertylaw.reading import picture, read, recognition, scan
from propertylaw.reading.places import Places
from propertylaw.reading.recognition import Character, Recognised, full_width
from propertylaw.structure import outline

SAMPLES = Path(__file__).resolve().parents[2] / "corpus" / "samples"
COVENANT = SAMPLES / "枫林苑管理规约"
pytestmark = pytest.mark.skipif(
    not recognition.is_available() and not os.environ.get("CI"), reason="the extra [ocr] is not installed"
)


def pages_of(file: Path, dots: int = 150) -> list[Any]:
    import pypdfium2

    return [page.render(scale=dots / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(file)]


def noisy(page: Any, tilt: float, noise: float) -> Any:
    import numpy as np
    from PIL import Image, ImageFilter

    tilted = page.rotate(tilt, fillcolor=255, resample=Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.7))
    grain = np.random.default_rng(1).normal(0, noise, tilted.size[::-1])
    return Image.fromarray((np.asarray(tilted, float) + grain).clip(0, 255).astype("uint8"))


def scanned(path: Path, pages: list[Any], dots: int = 150) -> Path:
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=dots)
    return path


@pytest.fixture(scope="module", autouse=True)
def once() -> Iterator[None]:
    """The engine, which takes seconds for a page, is asked about the same picture once."""
    known: dict[bytes, list[Recognised]] = {}

    def remembered(image: recognition.Picture) -> list[Recognised]:
        key = repr(image.shape).encode() + image.tobytes()
        if key not in known:
            known[key] = recognition.recognise(image)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan.scan_of, "__defaults__", (remembered,))
        yield


def sheet(dots: int = 150, number: int = 0, part: int = 3) -> Any:
    """The upper part of a page of the covenant, a third of it; of the first its title and the lines below."""
    page = pages_of(COVENANT.with_suffix(".pdf"), dots)[number]
    return page.crop((0, 0, page.width, page.height // part))


def shape(source: Source) -> list[tuple[str, list[int]]]:
    return [(a.label, [len(p.items) for p in a.paragraphs]) for a in outline(source).articles]


def paragraphs(source: Source) -> list[tuple[str, tuple[int, int]]]:
    found = [p.text_span for a in outline(source).articles for p in a.paragraphs]
    return [("".join(source.text[slice(*span)].split()), span) for span in found]


@pytest.mark.slow
def test_a_scan_has_the_outline_of_its_text_or_a_warning_where_it_differs(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    pages = [noisy(page, 0.8, 12) for page in pages_of(COVENANT.with_suffix(".pdf"))]
    source = read(scanned(tmp_path / "扫描.pdf", pages), lambda done, of: told.append((done, of)))
    original = read(COVENANT.with_suffix(".docx"))
    assert shape(source) == shape(original)
    assert told == [(done, 5) for done in range(6)]
    doubts = [d.span for d in source.diagnostics if d.code == "SRC007" and d.span]
    for (words, span), (expected, _) in zip(paragraphs(source), paragraphs(original), strict=True):
        assert words == expected or any(span[0] <= doubt[0] < span[1] for doubt in doubts), words


def test_places_are_those_of_the_page_as_it_lies_even_tilted(tmp_path: Path) -> None:
    import pypdfium2

    tilted = scanned(tmp_path / "斜.pdf", [noisy(sheet(), -3.0, 0)])
    source = read(tilted)
    line = source.text.index("第一章")
    (origin,) = Places(source).of((line, line + 3))
    assert isinstance(origin, PageOrigin)
    assert origin.confidence is not None and origin.confidence > 0.8
    left, top, right, bottom = (edge * 150 / 72 for edge in origin.box)
    shown = pypdfium2.PdfDocument(tilted)[0].render(scale=150 / 72).to_pil().convert("L")
    assert shown.crop((int(left), int(top), int(right), int(bottom))).getextrema()[0] < 100, "ink in the box"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_sheet_that_lies_sideways_or_upside_down_is_read(tmp_path: Path, turn: int) -> None:
    source = read(scanned(tmp_path / "倒.pdf", [sheet(100, part=2).rotate(turn, expand=True)], 100))
    assert source.text.startswith("枫林苑管理规约")


def test_only_pages_without_text_are_recognised(tmp_path: Path) -> None:
    import pypdfium2

    mixed = pypdfium2.PdfDocument(pdf(column("第一条　业主应当交费。")))
    mixed.import_pages(pypdfium2.PdfDocument(scanned(tmp_path / "页.pdf", [sheet(number=2)])))
    mixed.save(tmp_path / "混.pdf")
    source = read(tmp_path / "混.pdf")
    origins = [run.origin for run in source.runs if isinstance(run.origin, PageOrigin)]
    assert source.text.startswith("第一条")
    assert {origin.page for origin in origins if origin.confidence is None} == {1}
    assert {origin.page for origin in origins if origin.confidence is not None} == {2}


@pytest.mark.parametrize(("suffix", "format"), [(".png", "PNG"), (".jpg", "JPEG"), (".tif", "TIFF")])
def test_a_picture_is_a_document(tmp_path: Path, suffix: str, format: str) -> None:
    sheet(100).save(tmp_path / f"照片{suffix}", format)
    source = read(tmp_path / f"照片{suffix}")
    assert source.format == "image"
    assert source.text.startswith("枫林苑管理规约")


def test_room_to_write_on_is_a_blank_and_an_underlined_word_is_none(tmp_path: Path) -> None:
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("L", (1240, 600), 255)
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype("wqy-zenhei.ttc", 32)
    lines = [
        "第一条 本合同期限____年，自________年____月起。",
        "第二条 收费标准为每平方米________元。",
        "第三条 乙方不得停水。",
    ]
    for at, line in enumerate(lines):
        pen.text((120, 100 + 120 * at), line, font=font, fill=0)
    pen.line((120 + 32 * 4, 378, 120 + 32 * 8, 378), fill=0, width=2)
    page.save(tmp_path / "合同.png", dpi=(150, 150))
    source = read(tmp_path / "合同.png")
    assert [str(one.locator) for one in outline(source).blanks] == [*["doc:合同/1/1"] * 3, "doc:合同/2/1"]
    assert "____年" in source.text and "平方米____" in source.text and "乙方不得停水。" in source.text


def test_a_ruled_table_keeps_its_rows(tmp_path: Path) -> None:
    page = pages_of(SAMPLES / "枫林苑前期物业服务合同.pdf", 200)[-1]
    rows = read(scanned(tmp_path / "表.pdf", [page], 200)).text.splitlines()
    assert "生活水泵\t8台\t地下一层水泵房\t乙方" in rows
    assert "监控摄像机\t286台\t出入口、车库、电梯轿厢和外墙一侧\t乙方" in rows


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[list[Recognised]], list[Recognised]]], None]:
    """Changes what the engine returns."""
    (recognised,) = scan.scan_of.__defaults__ or ()

    def change(how: Callable[[list[Recognised]], list[Recognised]]) -> None:
        monkeypatch.setattr(scan.scan_of, "__defaults__", (lambda image: how(recognised(image)),))

    return change


def test_a_line_the_engine_drops_is_missed(tmp_path: Path, engine: Any) -> None:
    file = scanned(tmp_path / "漏.pdf", [sheet(number=1)])
    whole = read(file)
    assert not [d for d in whole.diagnostics if d.code == "SRC008"]
    engine(lambda lines: lines[:8] + lines[9:])
    source = read(file)
    (gap,) = [d for d in source.diagnostics if d.code == "SRC008"]
    assert gap.span is not None
    before, after = ("".join(part.split()) for part in (source.text[: gap.span[0]], source.text[gap.span[0] :]))
    assert "".join(whole.text.split()).startswith(before)
    assert "".join(whole.text.split()).endswith(after)


def test_a_character_with_a_low_score_is_told_with_its_line(tmp_path: Path, engine: Any) -> None:
    def blurred(lines: list[Recognised]) -> list[Recognised]:
        first = tuple(Character(c.char, c.corners, 0.4 if c.char == "苑" else c.score) for c in lines[0])
        return [first, *lines[1:]]

    engine(blurred)
    source = read(scanned(tmp_path / "糊.pdf", [sheet(100)], 100))
    doubt = next(d for d in source.diagnostics if d.code == "SRC007")
    assert doubt.span and source.text[slice(*doubt.span)] == "枫林苑管理规约"
    assert "“苑”" in doubt.message and "0.40" in doubt.message
    (place,) = Places(source).of(doubt.span)
    assert isinstance(place, PageOrigin) and place.confidence == 0.4


def test_a_coarse_picture_is_told_as_a_whole(tmp_path: Path) -> None:
    source = read(scanned(tmp_path / "粗.pdf", [sheet(90)], 90))
    (told,) = [d for d in source.diagnostics if d.code == "SRC009"]
    assert "第 1 页" in told.message


def test_without_the_extra_the_advice_is_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("propertylaw.reading.pdf.is_available", lambda: False)
    monkeypatch.setattr(picture, "is_available", lambda: False)
    page = pages_of(COVENANT.with_suffix(".pdf"), 50)[0]
    page.save(tmp_path / "图.png")
    for file in (tmp_path / "图.png", scanned(tmp_path / "图.pdf", [page])):
        with pytest.raises(NoTextLayerError, match=r"propertylaw\[ocr\]"):
            read(file)


def test_a_blank_sheet_and_a_torn_picture_are_refused(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("L", (800, 1000), 255).save(tmp_path / "白.png")
    with pytest.raises(EmptyFileError, match="没有认出文字"):
        read(tmp_path / "白.png")
    whole = BytesIO()
    pages_of(COVENANT.with_suffix(".pdf"), 50)[0].save(whole, "PNG")
    (tmp_path / "残.png").write_bytes(whole.getvalue()[:2000])
    with pytest.raises(DamagedFileError, match="图片不完整"):
        read(tmp_path / "残.png")


@pytest.mark.parametrize(
    ("read_as", "printed"),
    [
        ("(一)交付日,是指", "（一）交付日，是指"),
        ("甲方(建设单位):云溪", "甲方（建设单位）：云溪"),
        ("8:30至18:00", "8:30至18:00"),
        ("(FLZY-2021-007)", "(FLZY-2021-007)"),
        ("一6一", "-6-"),
    ],
)
def test_marks_beside_chinese_characters_are_wide(read_as: str, printed: str) -> None:
    assert full_width(read_as) == printed


def test_words_that_a_scanner_laid_under_its_picture_are_told(tmp_path: Path) -> None:
    import pypdfium2
    from pypdfium2 import raw

    text = "第一条　业主应当按时交纳物业服务费，不得以未享受服务为由拒绝交纳。" * 3
    file = pypdfium2.PdfDocument(pdf(column(*[text[at : at + 35] for at in range(0, len(text), 35)])))
    page = file[0]
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        raw.FPDFTextObj_SetTextRenderMode(drawn, 3)
    scan = pypdfium2.PdfImage.new(file)
    scan.set_bitmap(pypdfium2.PdfBitmap.from_pil(pages_of(COVENANT.with_suffix(".pdf"), 50)[0].convert("RGB")))
    scan.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
    page.insert_obj(scan)
    page.gen_content()
    file.save(tmp_path / "垫字.pdf")
    source = read(tmp_path / "垫字.pdf")
    assert source.text.startswith("第一条")
    assert [doubt.code for doubt in source.diagnostics] == ["SRC011"]


@pytest.mark.slow
def test_a_dispute_whose_contract_is_a_scan_ends_as_with_the_original(tmp_path: Path) -> None:
    from propertylaw.reasoning import analyze

    name = "枫林苑物业服务合同"
    scanned(tmp_path / f"{name}.pdf", [noisy(page, 0.7, 10) for page in pages_of(SAMPLES / f"{name}.pdf")])
    original = SAMPLES / "disputes" / "欠费与停水.yaml"
    form = original.read_text(encoding="utf-8").replace("../", f"{SAMPLES}/")
    (tmp_path / "纠纷.yaml").write_text(form.replace(f"{SAMPLES}/{name}.docx", f"{name}.pdf"), encoding="utf-8")
    with_scan, with_word = analyze(tmp_path / "纠纷.yaml"), analyze(original)
    assert [claim.result for claim in with_scan.claims] == [claim.result for claim in with_word.claims]
    assert [claim.amount for claim in with_scan.claims] == [claim.amount for claim in with_word.claims]
    assert {doubt.code for doubt in with_scan.diagnostics} - {doubt.code for doubt in with_word.diagnostics} == {
        "SRC007"
    }
