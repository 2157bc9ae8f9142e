"""The parts of a Word file: a ZIP container opened with care, since it comes from strangers."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from io import BytesIO
from typing import Any

from propertylaw.errors import DamagedFileError, EncryptedFileError, ReadingError, WrongFormatError

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Namespace of the elements of a Word file."""

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN_PART = "word/document.xml"
_LARGEST_PACKAGE = 200 * 1024 * 1024
_LARGEST_PART = 40 * 1024 * 1024
_MOST_PARAGRAPHS = 50_000
_MOST_TAGS = 600_000
_PARAGRAPH = re.compile(rb"<(?:[^\s<>/:]+:)?p[\s/>]")
"""The beginning of a paragraph, whatever prefix the file gave the namespace."""
_RESAVE = "请用 Word 或 LibreOffice 打开并另存为 .docx"


class WordPackage:
    """The parts of a Word file by role.

    Args:
        data: the whole file.
        path: what messages call it.

    Raises:
        DamagedFileError: no ZIP container, or no document in it.
        EncryptedFileError: its entries are protected by a password.
        ReadingError: it unpacks to more than is sensible.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
            raise DamagedFileError("文件不完整或已损坏，打不开", file=path, advice="请重新取得文件") from None
        self._refuse_bombs()
        self.main = self._related("", "officeDocument") or _MAIN_PART

    def document(self) -> Any:
        """Root element of the main part."""
        self._refuse_endless()
        root = self._parsed(self.main)
        if root is None:
            raise DamagedFileError(f"文件里没有正文（{_MAIN_PART}）", file=self.path, advice=_RESAVE)
        if root.tag != f"{WORD}document":
            raise WrongFormatError("正文不是通用的 Word 格式", file=self.path, place=self.main, advice=_RESAVE)
        return root

    def _refuse_endless(self) -> None:
        """Paragraphs and tags are counted before they are parsed, which takes a hundred times the room."""
        xml = (self._bytes(self.main) or b"").replace(b"\0", b"")  # in UTF-16 every other byte is a zero
        paragraphs, tags = len(_PARAGRAPH.findall(xml)), xml.count(b"<")
        for count, most, what in ((paragraphs, _MOST_PARAGRAPHS, "段"), (tags, _MOST_TAGS, "个标记")):
            if count > most:
                problem = f"正文有 {count / 10_000:.0f} 万{what}，超过 {most // 10_000} 万{what}的上限"
                raise ReadingError(problem, file=self.path, advice="请拆分后再读")

    def companion(self, role: str) -> Any | None:
        """Root element of the part that the document refers to as `numbering` or `styles`; None if there is none."""
        name = self._related(self.main, role)
        return None if name is None else self._parsed(name)

    def _refuse_bombs(self) -> None:
        size = sum(entry.file_size for entry in self._archive.infolist())
        if size > _LARGEST_PACKAGE:
            problem = f"解压后有 {size / 1024 / 1024:.0f} MB，超过 200 MB 的上限"
            raise ReadingError(problem, file=self.path, advice="请确认文件来源，或压缩其中的图片后再读")

    def _related(self, source: str, role: str) -> str | None:
        """Name of the part that `source` (empty for the package) refers to in this role."""
        folder, file = posixpath.split(source)
        relations = self._parsed(posixpath.join(folder, "_rels", f"{file}.rels"))
        if relations is None:
            return None
        targets = (
            relation.get("Target", "")
            for relation in relations.iter(_RELATIONS)
            if relation.get("Type", "").endswith(f"/{role}")
        )
        return next((posixpath.normpath(posixpath.join("/", folder, to))[1:] for to in targets), None)

    def _parsed(self, name: str) -> Any | None:
        from lxml import etree

        xml = self._bytes(name)
        if xml is None:
            return None
        try:
            return etree.fromstring(xml, etree.XMLParser(remove_blank_text=True, resolve_entities=False))
        except (SyntaxError, ValueError):
            raise DamagedFileError("XML 写法有误，读不下去", file=self.path, place=name, advice=_RESAVE) from None

    def _bytes(self, name: str) -> bytes | None:
        try:
            entry = self._archive.getinfo(name)
        except KeyError:
            return None
        if entry.flag_bits & 1:
            raise EncryptedFileError("压缩包设有密码", file=self.path, advice="请去掉密码后再读")
        if entry.file_size > _LARGEST_PART:
            problem = f"解压后有 {entry.file_size / 1024 / 1024:.0f} MB，超过 40 MB 的上限"
            raise ReadingError(problem, file=self.path, place=name, advice="请把文件拆成几份再读")
        try:
            return self._archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError):
            raise DamagedFileError(
                "文件不完整或已损坏，解不开", file=self.path, place=name, advice="请重新取得文件"
            ) from None
