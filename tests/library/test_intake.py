"""Importing files, folders and archives."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from regulations import ADOPTED, YUNXI, regulation

from propertylaw.errors import ArchiveError, MissingFileError
from propertylaw.library import Library, archives
from propertylaw.library.intake import TakenIn, take_in
from propertylaw.rulebook import data_folder

TEXT = regulation(YUNXI, ADOPTED, begins="2020年6月1日")
OTHER = TEXT.replace("云溪市", "云河市")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "home" / "library.db")


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def outcomes(taken: list[TakenIn]) -> list[str | None]:
    return [one.outcome for one in taken]


def test_a_folder_is_searched_for_texts(tmp_path: Path, library: Library) -> None:
    write(tmp_path / "texts" / "a.md", TEXT)
    write(tmp_path / "texts" / "deep" / "b.txt", OTHER)
    write(tmp_path / "texts" / "picture.xyz", "x")
    write(tmp_path / "texts" / ".hidden.md", TEXT)
    assert outcomes(list(take_in([tmp_path / "texts"], library))) == ["added", "added"]


def test_the_members_of_a_zip_are_read_whatever_wrote_their_names(tmp_path: Path, library: Library) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("法规/云溪.md", TEXT)
        packed.writestr("../../云河.md", OTHER)
        packed.writestr("readme.bin", "x")
    taken = list(take_in([tmp_path / "a.zip"], library))
    assert outcomes(taken) == ["added", "added"]
    assert {text.name for text in library.texts()} == {"云溪", "云河"}
    assert not (tmp_path.parent / "云河.md").exists()


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz"])
def test_the_members_of_a_tar_are_read(tmp_path: Path, library: Library, mode: str) -> None:
    suffix = {"w": ".tar", "w:gz": ".tar.gz", "w:xz": ".tar.xz"}[mode]
    file = tmp_path / f"a{suffix}"
    with tarfile.open(file, mode) as packed:  # type: ignore[call-overload]
        for name, text in (("a/云溪.md", TEXT), ("b/云溪.md", OTHER)):
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            packed.addfile(info, io.BytesIO(text.encode()))
        link = tarfile.TarInfo("link.md")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(link)
    assert outcomes(list(take_in([file], library))) == ["added", "added"]


@pytest.mark.parametrize("name", ["坏.zip", "坏.tar", "坏.tar.gz"])
def test_a_broken_archive_is_told_and_nothing_is_stored(tmp_path: Path, library: Library, name: str) -> None:
    with pytest.raises(ArchiveError) as problem:
        list(take_in([write(tmp_path / "a.md", TEXT), write(tmp_path / name, b"PK\x03\x04 broken")], library))
    assert name in str(problem.value)
    assert library.texts() == ()


def test_an_archive_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "_MOST_BYTES", 1000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.md", "零" * 1000)
    with pytest.raises(ArchiveError):
        list(take_in([tmp_path / "a.zip"], library))


def test_a_missing_file_is_told_before_anything_is_stored(tmp_path: Path, library: Library) -> None:
    with pytest.raises(MissingFileError):
        list(take_in([write(tmp_path / "a.md", TEXT), tmp_path / "没有.md"], library))
    assert library.texts() == ()


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path, library: Library) -> None:
    files = [write(tmp_path / "空.md", ""), write(tmp_path / "a.md", TEXT), write(tmp_path / "坏.docx", b"PK\x03\x04")]
    taken = list(take_in(files, library))
    assert outcomes(taken) == [None, "added", None]
    assert "READ002" in taken[0].problem
    assert "空.md" in taken[0].problem


def test_contracts_belong_to_a_case_not_to_the_library(library: Library) -> None:
    (taken,) = take_in([data_folder("corpus") / "samples" / "枫林苑物业服务合同.md"], library)
    assert taken.outcome is None
    assert "COR010" in taken.problem


def test_word_and_pdf_are_the_same_text(library: Library) -> None:
    samples = data_folder("corpus") / "samples"
    taken = list(take_in([samples / f"云溪市住宅物业管理条例{suffix}" for suffix in (".md", ".docx", ".pdf")], library))
    assert outcomes(taken) == ["added", "present", "present"]


def test_a_broken_picture_of_a_date_in_the_file_name_is_told(tmp_path: Path, library: Library) -> None:
    (taken,) = take_in([write(tmp_path / f"{YUNXI}(2024-01-01).md", TEXT)], library)
    assert "STR006" in [finding.code for finding in taken.findings]
