"""A Spark cluster of two workers on this machine: a master and two workers, each a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyspark

HERE = "127.0.0.1"
HOME = Path(pyspark.__file__).parent
WAIT = 120.0
"""Seconds until the cluster must be up; a busy machine takes ten."""


def free_port() -> int:
    with socket.socket() as one:
        one.bind((HERE, 0))
        return int(one.getsockname()[1])


def start(log: Path, *args: str) -> "subprocess.Popen[bytes]":
    command = [str(HOME / "bin" / "spark-class"), *args]
    quiet = {"SPARK_LOCAL_IP": HERE, "PYSPARK_PYTHON": sys.executable, "SPARK_NO_DAEMONIZE": "1"}
    with log.open("wb") as out:
        return subprocess.Popen(
            command, env={**os.environ, **quiet}, stdout=out, stderr=out, start_new_session=True, cwd=log.parent
        )


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Start a master and two workers of one core each; give the master's address."""
    port, master = free_port(), "org.apache.spark.deploy.master.Master"
    address = f"spark://{HERE}:{port}"
    log = folder / "master.log"
    started = [start(log, master, "--host", HERE, "--port", str(port), "--webui-port", str(free_port()))]
    try:
        wait_for(log, "New state: ALIVE")
        for n in range(2):
            room = ("--cores", "1", "--memory", "1500m", "--work-dir", str(folder / f"worker{n}"))
            kind = "org.apache.spark.deploy.worker.Worker"
            web = ("--webui-port", str(free_port()))
            started.append(start(folder / f"worker{n}.log", kind, "--host", HERE, *web, *room, address))
        for n in range(2):
            wait_for(folder / f"worker{n}.log", "Successfully registered with master")
        yield address
    finally:
        for one in started:
            os.killpg(one.pid, signal.SIGKILL)
            one.wait()


def wait_for(log: Path, words: str) -> None:
    """Wait until a log says something."""
    end = time.monotonic() + WAIT
    while words not in log.read_text(errors="replace"):
        if time.monotonic() > end:
            raise TimeoutError(f"{log.name}: «{words}» did not come\n{log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.2)
