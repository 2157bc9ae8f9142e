"""Pictures of pages: scans and photographs, by character recognition."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import numpy as np

from propertylaw.errors import DamagedFileError, EmptyFileError, NoTextLayerError, ReadingError
from propertylaw.model import Source

from .pages import assembled, scanned_page
from .recognition import INSTALL, LONGEST_SIDE, Picture, Progress, is_available
from .scan import scan_of

_MOST_PAGES = 500
_A4 = 842.0
_LARGEST_SHEET = 1300.0
_MOST_PIXELS = 100_000_000


def read_picture(data: bytes, path: str, name: str, progress: Progress | None = None) -> Source:
    """Read a `.png`, `.jpg`, `.tif` or `.bmp` file; a TIFF may hold several pages.

    Args:
        data: the whole file.
        path: the path as the user gave it.
        name: file name without folder and suffix.
        progress: told of each page.

    Raises:
        NoTextLayerError: the extra `[ocr]` is not installed.
        DamagedFileError: it is no picture, or broken.
        ReadingError: it is too large.
        EmptyFileError: no characters were found.
    """
    if not is_available():
        raise NoTextLayerError("这是图片，读取需要文字识别", file=path, advice=INSTALL)
    tell = progress or (lambda done, of: None)
    pages = []
    with _opened(data, path) as image:
        count = getattr(image, "n_frames", 1)
        if count > _MOST_PAGES:
            raise ReadingError(f"图片有 {count} 页，超过 {_MOST_PAGES} 页的上限", file=path, advice="请拆分后再读")
        tell(0, count)
        for number, (picture, width, dots) in enumerate(_frames(image, path), 1):
            scan = scan_of(picture, number, width)
            pages.append(scanned_page(scan, dots))
            tell(number, count)
    result = assembled(pages, path)
    if not result.text:
        raise EmptyFileError("图片里没有认出文字", file=path, advice="请检查图片是否清楚、是否选错了文件")
    return result.source(name, path, "image")


def _opened(data: bytes, path: str) -> Any:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        raise DamagedFileError("图片不完整或已损坏，打不开", file=path, advice="请重新取得文件") from None
    if image.width * image.height > _MOST_PIXELS:
        image.close()
        raise ReadingError("图片的像素超过一亿", file=path, advice="请缩小后再读")
    return image


def _frames(image: Any, path: str) -> Iterator[tuple[Picture, float, float]]:
    """Each page, its width in points and its dots an inch as it was taken."""
    from PIL import ImageOps, ImageSequence

    try:
        for frame in ImageSequence.Iterator(image):
            scale = _points_a_pixel(frame)
            longest = max(frame.size)
            frame.thumbnail((LONGEST_SIDE, LONGEST_SIDE))  # before anything copies it
            upright = ImageOps.exif_transpose(frame)
            width = upright.width * scale * longest / max(frame.size)
            yield np.ascontiguousarray(np.asarray(_on_white(upright))[:, :, ::-1]), width, 72 / scale
    except (OSError, ValueError, SyntaxError):
        raise DamagedFileError("图片不完整或已损坏，读不出来", file=path, advice="请重新取得文件") from None


def _on_white(image: Any) -> Any:
    """What is transparent shows the paper, not black."""
    from PIL import Image

    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    image = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def _points_a_pixel(image: Any) -> float:
    """By the picture's own word, where that makes a sheet of paper; cameras write 72 dots an inch for any picture."""
    longest: int = max(image.size)
    dots = float(image.info.get("dpi", (0, 0))[0])
    if dots > 0 and longest * 72 / dots <= _LARGEST_SHEET:
        return 72 / dots
    return _A4 / longest
