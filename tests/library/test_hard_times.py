"""The library when things go wrong: killed, crowded, full, read-only, damaged, of another format."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from shares import one_in

from propertylaw.errors import DamagedLibraryError, LibraryAccessError, LibraryFormatError, LibraryFullError
from propertylaw.library import Library
from propertylaw.library.intake import take_in
from propertylaw.library.schema import APPLICATION, FORMAT

ARTICLES = "\n\n".join(f"第{n}条 业主应当遵守本条例的第{n}项要求，不得妨碍他人。" for n in "一二三四五六七八九")


def write_regulations(folder: Path, count: int) -> list[Path]:
    """Local regulations of places that do not exist, each of its own city."""
    folder.mkdir(exist_ok=True)
    files = []
    for number in range(count):
        city = f"临江省云{chr(0x4E00 + number)}市"
        head = f"# {city}物业管理条例\n\n2020年1月{number % 28 + 1}日 {city}人民代表大会常务委员会通过\n\n"
        file = folder / f"{city}.md"
        file.write_text(head + ARTICLES + "\n\n第十条 本条例自2020年6月1日起施行。\n", encoding="utf-8")
        files.append(file)
    return files


PROGRAM = (sys.executable, "-m", "propertylaw")


def adding(*files: Path) -> list[str | Path]:
    return [*PROGRAM, "corpus", "add", "--format", "json", *files]


def run(home: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, env=environment(home), capture_output=True, text=True, check=False)


def environment(home: Path) -> dict[str, str]:
    return os.environ | {"PROPERTYLAW_HOME": str(home)}


def told(lines: str) -> set[str]:
    """Files that a run reported as stored; the last line may be cut off."""
    found = set()
    for line in lines.splitlines():
        try:
            found.add(json.loads(line)["file"])
        except json.JSONDecodeError:
            continue
    return found


def killed_imports(tmp_path: Path, runs: int) -> None:
    """Each run imports the same texts and is killed at a random moment; every fifth begins with a new library."""
    files, home = write_regulations(tmp_path / "texts", 12), tmp_path / "home"
    stored: set[str] = set()
    chance = random.Random(20260315)
    for number in range(runs):
        if number % 5 == 0:
            shutil.rmtree(home, ignore_errors=True)
            stored = set()
        stored |= told(_killed(home, files, chance))
        library = Library(home / "library.db")
        assert library.is_whole(), number
        texts = library.texts()
        assert stored <= {text.origin for text in texts}, number
        assert all(len(library.provisions(text)) >= text.articles == 10 for text in texts), number


def _killed(home: Path, files: list[Path], chance: random.Random) -> str:
    """What a run reported before it was killed: after some lines, and a moment later."""
    process = subprocess.Popen(adding(*files), env=environment(home), stdout=subprocess.PIPE, text=True)
    assert process.stdout
    lines = chance.randint(0, len(files) - 1)
    reported = "".join(process.stdout.readline() for _ in range(lines))
    time.sleep(chance.uniform(0, 0.05) if lines else chance.uniform(0.2, 1.5))
    process.send_signal(signal.SIGKILL)
    return reported + process.communicate()[0]


def test_an_import_that_is_killed_loses_nothing_that_it_reported(tmp_path: Path) -> None:
    killed_imports(tmp_path, 6)


@pytest.mark.slow
def test_many_killed_imports_lose_nothing_and_corrupt_nothing(tmp_path: Path) -> None:
    killed_imports(tmp_path, len(one_in(6, range(100))))


def test_two_processes_that_import_at_once_both_store_all_their_texts(tmp_path: Path) -> None:
    files, home = write_regulations(tmp_path / "texts", 20), tmp_path / "home"
    parts = (files[:12], files[8:])
    running = [
        subprocess.Popen(adding(*part), env=environment(home), stdout=subprocess.PIPE, text=True) for part in parts
    ]
    outputs = [process.communicate(timeout=120)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert told("".join(outputs)) == {str(file) for file in files}
    library = Library(home / "library.db")
    assert library.is_whole()
    assert sorted(text.origin for text in library.texts()) == sorted(map(str, files))


def test_a_full_disk_ends_in_one_line_and_keeps_what_was_stored(tmp_path: Path) -> None:
    files, home = write_regulations(tmp_path / "texts", 20), tmp_path / "home"

    def no_more_than_a_little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536))

    done = subprocess.run(
        adding(*files),
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=no_more_than_a_little,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert LibraryFullError.code in done.stderr
    library = Library(home / "library.db")
    assert library.is_whole()
    stored = told(done.stdout)
    assert 0 < len(stored) < len(files)
    assert {text.origin for text in library.texts()} == stored
    assert len(list(take_in(files, library))) == len(files), "with room again the rest comes in"
    assert len(library.texts()) == len(files)


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """A file system in memory; root alone may mount one, and not everywhere."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if os.geteuid() != 0 or not shutil.which("mount") or subprocess.run(command, check=False).returncode:
        pytest.skip("may not mount here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_without_room_ends_in_one_line(tmp_path: Path) -> None:
    files, home = write_regulations(tmp_path / "texts", 20), tmp_path / "disk"
    with mounted(home, "size=64k"):
        done = run(home, *adding(*files))
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert LibraryFullError.code in done.stderr
        assert {text.origin for text in Library(home / "library.db").texts()} == told(done.stdout)


def test_a_read_only_disk_can_be_read_and_refuses_to_store_in_one_line(tmp_path: Path) -> None:
    files, home = write_regulations(tmp_path / "texts", 2), tmp_path / "disk"
    with mounted(home, "size=1m"):
        list(take_in(files[:1], Library(home / "library.db")))
        subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
        _read_only(home, files[1])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_can_be_read_and_refuses_to_store_in_one_line(tmp_path: Path) -> None:
    files, home = write_regulations(tmp_path / "texts", 2), tmp_path / "home"
    list(take_in(files[:1], Library(home / "library.db")))
    (home / "library.db").chmod(0o444)
    home.chmod(0o555)
    try:
        _read_only(home, files[1])
    finally:
        home.chmod(0o755)


def _read_only(home: Path, another: Path) -> None:
    city = "临江省云一市物业管理条例"
    shown = run(home, *PROGRAM, "corpus", "show", f"{city}/3")
    assert (shown.returncode, "第三项要求" in shown.stdout) == (0, True), shown.stderr
    counted = run(home, *PROGRAM, "analyze", write_case(another.parent / "case.yaml", "临江省云一市"))
    assert counted.returncode == 0, counted.stderr
    assert city in counted.stdout
    refused = run(home, *adding(another))
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert LibraryAccessError.code in refused.stderr
    assert "PROPERTYLAW_HOME" in refused.stderr


def write_case(file: Path, place: str) -> Path:
    form = "on: 2024-01-01\nplace: PLACE\nparties:\n  - {id: a, name: 甲, role: owner}\n"
    file.write_text(form.replace("PLACE", place), encoding="utf-8")
    return file


def test_a_home_that_cannot_be_a_folder_ends_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run(tmp_path / "file", *adding(*write_regulations(tmp_path / "texts", 1)))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert LibraryAccessError.code in done.stderr


@pytest.mark.parametrize("version", [0, FORMAT - 1, FORMAT + 1])
def test_a_library_of_another_format_is_refused_and_left_alone(tmp_path: Path, version: int) -> None:
    file = tmp_path / "library.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE texts (id INTEGER)")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {version}")
    before = file.read_bytes()
    with pytest.raises(LibraryFormatError) as problem:
        Library(file).texts()
    assert "\n" not in str(problem.value)
    with pytest.raises(LibraryFormatError):
        list(take_in(write_regulations(tmp_path / "texts", 1), Library(file)))
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to look at" * 40, b"SQLite format 3\0" + b"\1" * 4000]
)
def test_a_file_that_is_no_library_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "library.db"
    file.write_bytes(content)
    with pytest.raises(DamagedLibraryError) as problem:
        Library(file).texts()
    assert str(file) in str(problem.value)


def test_a_library_of_another_program_is_not_written_to(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE songs (id INTEGER)")
    with pytest.raises(DamagedLibraryError):
        list(take_in(write_regulations(tmp_path / "texts", 1), Library(file)))


def test_a_file_that_a_kill_left_empty_is_no_library_yet(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    file.touch()
    library = Library(file)
    assert library.texts() == ()
    list(take_in(write_regulations(tmp_path / "texts", 1), library))
    assert len(library.texts()) == 1
