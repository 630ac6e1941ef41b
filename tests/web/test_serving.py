"""The commands: `serve` says where it listens and answers there until it is stopped; `site` says what it wrote."""

import json
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from time import sleep

from click.testing import CliRunner

from rasad.cli import main


def answer(url: str) -> str:
    """Ask until somebody listens."""
    for _ in range(200):
        with suppress(urllib.error.URLError):
            found: str = urllib.request.urlopen(url, timeout=60).read().decode()
            return found
        sleep(0.1)
    return ""


def test_serve_answers_until_it_is_stopped(case: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "rasad", "serve", str(case), "--port", str(port), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        url = json.loads(running.stdout.readline())["url"]
        assert "<table" in answer(f"{url}en/events")
        running.send_signal(signal.SIGINT)
        running.wait(20)


def test_site_says_what_it_wrote(case: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["site", str(case), str(tmp_path / "out"), "--lang", "ar", "--json"])
    said = json.loads(result.stdout)
    assert Path(said["index"]).is_file()
    assert said["files"] > 100


def test_a_case_that_is_none(tmp_path: Path) -> None:
    for command in (["serve", str(tmp_path / "no.rasad")], ["site", str(tmp_path / "no.rasad"), str(tmp_path / "out")]):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 1
        assert "no such case" in result.stderr
