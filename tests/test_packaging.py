"""The Atlas runs from a checkout, from an installed folder and from a wheel, and the boundaries arrive as JSON in each."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
START_SECONDS = 90


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(command: list[str], folder: Path, environment: dict[str, str]) -> Iterator[None]:
    """The command running in ``folder`` for as long as the block lasts."""
    log = folder / "server.log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(command, cwd=folder, env=os.environ | environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield
        except AssertionError as error:
            raise AssertionError(f"{error}\n{log.read_text(encoding='utf-8')[-2000:]}") from error
        finally:
            process.terminate()
            process.wait(timeout=20)


def fetch(address: str) -> tuple[str, bytes]:
    """Content type and body, tried until the server is up."""
    fault: Exception | None = None
    for _ in range(START_SECONDS * 2):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return answer.headers["Content-Type"], answer.read()
        except (urllib.error.URLError, OSError) as error:
            fault = error
            time.sleep(0.5)
    raise AssertionError(f"{address} never answered: {fault}")


def check_boundaries(port: int) -> None:
    kind, body = fetch(f"http://127.0.0.1:{port}/boundaries/world_110m.json")
    assert kind.startswith("application/json")
    assert json.loads(body)["type"] == "Topology"
    assert json.loads(fetch(f"http://127.0.0.1:{port}/health")[1])["status"] == "ok"


def pip(*words: str) -> None:
    done = subprocess.run([sys.executable, "-m", "pip", "-q", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


def test_from_a_checkout(tmp_path: Path) -> None:
    """`streamlit run app.py` in the checkout serves the boundaries."""
    port = free_port()
    app = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    command = [*app, "--server.headless=true", f"--server.port={port}"]
    with served(command, tmp_path, {"SDG_ATLAS_HOME": str(tmp_path / "home")}):
        check_boundaries(port)


@pytest.mark.long
@pytest.mark.parametrize("way", ["folder", "wheel"])
def test_installed(way: str, tmp_path: Path) -> None:
    """Installed from its folder or from a wheel, the command serves the boundaries from anywhere; all of it came along."""
    source = str(ROOT)
    if way == "wheel":
        pip("wheel", "--no-deps", "--no-build-isolation", "-w", str(tmp_path), str(ROOT))
        source = str(next(tmp_path.glob("*.whl")))
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    pip("install", "--no-deps", "--no-build-isolation", "--target", str(site), source)
    assert (site / "dashboard" / "root" / ".streamlit" / "config.toml").is_file()
    assert (site / "dashboard" / "root" / "data" / "records.jsonl").is_file()
    assert (site / "dashboard" / "locale" / "ar" / "LC_MESSAGES" / "atlas.mo").is_file()
    port = free_port()
    command = [sys.executable, "-P", "-m", "dashboard", "show", "--port", str(port), "--no-browser"]
    # an editable install of the same project may be on the path: the folder of the test goes first
    with served(command, elsewhere, {"PYTHONPATH": str(site), "SDG_ATLAS_HOME": str(tmp_path / "home")}):
        check_boundaries(port)
