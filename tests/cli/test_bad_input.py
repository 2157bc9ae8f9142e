"""Bad input at the command line: a line in Chinese for each error that names the file, exit status 2, no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Done, run
from docx import Document


def assert_one_line(done: Done, *words: str) -> None:
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _docx(path: Path) -> bytes:
    document = Document()
    document.add_paragraph("第一条 业主应当交费。")
    document.save(str(path))
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.md", b""),
        ("空白.txt", " \n　\n".encode()),
        ("二进制.txt", bytes(range(256)) * 4),
        ("乱码.md", b"\xff\xff\xfe\x81\x20" * 9),
        ("旧.dot", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("冒充.docx", b"%PDF-1.4\n"),
        ("冒充.pdf", b"PK\x03\x04 not a pdf"),
        ("残缺.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("图片.png", b"\x89PNG\r\n\x1a\n"),
    ],
)
@pytest.mark.parametrize("command", ["outline", "norms"])
def test_a_bad_file_ends_in_one_line(name: str, content: bytes, command: str, tmp_path: Path) -> None:
    assert_one_line(run(command, _write(tmp_path / name, content)), name)


def test_the_program_itself_ends_so_too(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "propertylaw", "outline", str(tmp_path / "没有.md")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert_one_line(Done(done.returncode, done.stdout, done.stderr), "没有.md")


def test_a_missing_file_and_a_folder_end_in_one_line(tmp_path: Path) -> None:
    assert_one_line(run("outline", tmp_path / "没有.md"), "没有.md")
    assert_one_line(run("outline", tmp_path), tmp_path.name)


def test_a_truncated_word_file_ends_in_one_line(tmp_path: Path) -> None:
    whole = _docx(tmp_path / "全.docx")
    assert_one_line(run("outline", _write(tmp_path / "残.docx", whole[: len(whole) // 2])), "残.docx")


def test_nothing_is_written_when_the_input_is_bad(tmp_path: Path) -> None:
    assert_one_line(run("norms", _write(tmp_path / "空.md", b""), "-o", tmp_path / "结果.jsonl"))
    assert not (tmp_path / "结果.jsonl").exists()


def test_a_result_that_cannot_be_written_ends_in_one_line(tmp_path: Path) -> None:
    text = _write(tmp_path / "条例.md", "第一条 业主应当交费。\n".encode())
    assert_one_line(run("outline", text, "-o", tmp_path / "没有的目录" / "a.txt"), "a.txt")


def test_a_form_that_names_a_missing_document_says_which(tmp_path: Path) -> None:
    form = "on: 2024-01-01\nplace: 上海市\ndocuments: [没有.docx]\nparties: []\n"
    assert_one_line(run("analyze", _write(tmp_path / "案.yaml", form.encode())), "没有.docx")


def test_a_form_with_a_typo_names_line_and_nearest_name(tmp_path: Path) -> None:
    form = "on: 2024-01-01\nplace: 上海市\nparties: []\nfacts:\n  - {id: service_providd, value: true}\n"
    done = run("analyze", _write(tmp_path / "案.yaml", form.encode()))
    assert_one_line(done, "案.yaml", "第 5 行", "service_provided")


def test_of_very_many_errors_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    facts = "".join(f"  - {{id: nothing_{number}, value: true}}\n" for number in range(23))
    done = run(
        "analyze", _write(tmp_path / "案.yaml", f"on: 2024-01-01\nplace: 上海市\nparties: []\nfacts:\n{facts}".encode())
    )
    lines = done.stderr.strip().splitlines()
    assert done.returncode == 2
    assert [f"第 {number} 行" in line for number, line in enumerate(lines[:20], start=5)] == [True] * 20
    assert lines[20:] == ["错误：另有 3 处错误，先改好以上各处"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_usual_encodings_are_read_right(encoding: str, tmp_path: Path) -> None:
    text = _write(tmp_path / "条例.txt", "某市物业管理条例\n\n第一条 业主应当按时交纳物业费。\n".encode(encoding))
    done = run("outline", text)
    assert done.returncode == 0, done.stderr
    assert "业主应当按时交纳物业费" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["corpus", "list", "--on", "2024/03/01"], ["--on", "2024/03/01", "2024-03-01"]),
        (["analyse", "x"], ["没有命令“analyse”", "是不是“analyze”"]),
        (["analyze"], ["缺少参数“纠纷表”"]),
        (["analyze", "a", "b"], ["多出了参数“b”"]),
        (["analyze", "a", "-f", "jsn"], ["jsn", "text、html、docx、json"]),
        (["analyze", "a", "-o", "结果.md"], ["不会写 .md 文件", ".html、.docx"]),
        (["diff", "a", "b", "-o", "结果.md"], ["不会写 .md 文件", ".html、.docx、.json"]),
        (["review", "a", "-o", "结果.md"], ["不会写 .md 文件", ".sarif、.html、.docx"]),
        (["review", "a", "-f", "docx"], ["Word 文件要写到文件里", "-o"]),
        (["lint", "a", "-o", "结果.docx"], ["不会写 .docx 文件", ".json、.sarif、.html"]),
        (["graph", "a", "-o", "结果.docx"], ["不会写 .docx 文件", ".svg"]),
        (["analyze", "a", "--fromat", "json"], ["没有选项“--fromat”", "--format"]),
        (["ask", "问题", "-k", "多"], ["-k", "不是数字"]),
        (["rules", "check", "没有的目录"], ["没有的目录", "没有这个目录"]),
        (["rules", "form", "fees.arears"], ["fees.arears", "是不是“fees.arrears”"]),
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_ends_in_one_line_of_chinese(arguments: list[str], words: list[str]) -> None:
    done = run(*arguments)
    assert_one_line(done, *words)
    assert "Usage" not in done.stderr


def test_a_command_without_arguments_shows_its_help() -> None:
    done = run("rules")
    assert done.returncode == 2
    assert "form" in done.stderr
