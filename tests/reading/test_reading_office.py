"""Old Word files and their kin go through LibreOffice, and read like the .docx they were made of."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from propertylaw.errors import DamagedFileError, EncryptedFileError, PropertyLawError, ReadingError, WrongFormatError
from propertylaw.model import Outline, Source
from propertylaw.reading import office, read
from propertylaw.structure import outline

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "samples" / "枫林苑管理规约.docx"
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
needs_libreoffice = pytest.mark.skipif(not SOFFICE and not os.environ.get("CI"), reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


def made(folder: Path, suffix: str) -> Path:
    assert SOFFICE, "LibreOffice is needed here"
    target = {".doc": "doc:MS Word 97", ".rtf": "rtf", ".odt": "odt"}[suffix]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", target, "--outdir", str(folder), str(SAMPLE)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / SAMPLE.with_suffix(suffix).name


def words(source: Source, result: Outline) -> list[tuple[str, list[str]]]:
    return [(a.label, [source.text[slice(*p.text_span)] for p in a.paragraphs]) for a in result.articles]


@needs_libreoffice
@pytest.mark.parametrize("suffix", [".doc", ".rtf", ".odt"])
def test_the_outline_is_that_of_the_same_text_as_docx(folder: Path, suffix: str) -> None:
    file = made(folder, suffix)
    old, new = read(file), read(SAMPLE)
    assert (old.format, old.name) == ("doc", SAMPLE.stem)
    assert words(old, outline(old)) == words(new, outline(new))


def test_without_libreoffice_one_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda _: None)
    file = tmp_path / "旧合同.doc"
    file.write_bytes(OLE + b"\0" * 600)
    with pytest.raises(WrongFormatError, match=r"没有找到.*请安装它，或者用 Word 或 WPS 另存为 \.docx"):
        read(file)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands in for LibreOffice: sleeps as long as it is asked to and makes nothing."""
    script = tmp_path / "soffice"
    script.write_text("#!/bin/sh\nsleep ${SLEEP:-0}\n")
    script.chmod(0o755)
    monkeypatch.setattr(office.shutil, "which", lambda _: str(script))
    return script


def test_what_libreoffice_cannot_open_is_damaged(tmp_path: Path, program: Path) -> None:
    file = tmp_path / "坏.rtf"
    file.write_bytes(b"{\\rtf1 ")
    with pytest.raises(DamagedFileError, match="打不开"):
        read(file)


def test_libreoffice_is_stopped_when_it_takes_too_long(
    tmp_path: Path, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLEEP", "30")
    monkeypatch.setattr(office, "_PATIENCE", 0.2)
    file = tmp_path / "慢.odt"
    shutil.copy(SAMPLE, file)
    file.write_bytes(OLE + b"\0" * 600)
    with pytest.raises(ReadingError, match="超过一分钟"):
        read(file)


@pytest.mark.parametrize("data", [b"plain", b"%PDF-1.7 %%EOF", b"PK\x03\x04"])
def test_other_bytes_are_not_given_to_libreoffice(tmp_path: Path, program: Path, data: bytes) -> None:
    file = tmp_path / "假.doc"
    file.write_bytes(data)
    with pytest.raises(PropertyLawError) as problem:
        read(file)
    assert "LibreOffice 打不开" not in str(problem.value)


def test_a_password_is_told(tmp_path: Path, program: Path) -> None:
    file = tmp_path / "密.doc"
    file.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(EncryptedFileError):
        read(file)
