"""The wheel works on its own: installed in a clean environment outside the checkout, `propertylaw demo` runs.

The oldest and the newest Python stand for all; with EVERY_EXAMPLE=1 those between are tried too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from shares import one_in

ROOT = Path(__file__).resolve().parents[2]
SUPPORTED = ("3.11", "3.12", "3.13")
MOST_BYTES = 20_000_000


def _interpreter(version: str) -> str | None:
    """A working interpreter of this version, on the path or among pyenv's, or None."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates = [shutil.which(f"python{version}"), *map(str, sorted(pyenv.glob(f"{version}.*/bin/python")))]
    if version == f"{sys.version_info.major}.{sys.version_info.minor}":
        candidates.insert(0, sys.executable)
    for candidate in filter(None, candidates):
        said = subprocess.run([candidate, "--version"], capture_output=True, text=True, check=False)
        if said.returncode == 0 and f"Python {version}." in said.stdout:
            return candidate
    return None


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(target), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, cwd=target)
    return next(target.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_is_small_and_carries_rules_and_samples(wheel: Path) -> None:
    assert wheel.stat().st_size < MOST_BYTES
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "propertylaw/py.typed" in names
    assert "propertylaw/data/rules/claims/fees.arrears.yaml" in names
    for name in ("instruments/statutes.yaml", "ranks.yaml", "places.tsv", "digests/民法典@2020-05-28.txt"):
        assert f"propertylaw/data/corpus/catalogue/{name}" in names
    assert "propertylaw/data/corpus/samples/disputes/欠费与停水.yaml" in names


@pytest.mark.slow
@pytest.mark.parametrize("version", one_in(2, SUPPORTED))
def test_the_demo_runs_from_the_wheel_or_all_dependencies_have_wheels(
    version: str, wheel: Path, tmp_path: Path
) -> None:
    python = _interpreter(version)
    if python is None:
        _resolves(version, tmp_path)
        return
    environment = tmp_path / "environment"
    subprocess.run([python, "-m", "venv", str(environment)], check=True, capture_output=True)
    inside = environment / "bin"
    install = [str(inside / "python"), "-m", "pip", "install", "--quiet", "--no-compile"]
    install += ["--only-binary", ":all:", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)

    done = subprocess.run(
        [str(inside / "propertylaw"), "demo"], capture_output=True, text=True, cwd=tmp_path, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "结论" in done.stdout
    assert "民法典" in done.stdout


def _resolves(version: str, folder: Path) -> None:
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--only-binary", ":all:"]
    command += ["--python-version", version, "--target", str(folder / "target"), *dependencies]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
