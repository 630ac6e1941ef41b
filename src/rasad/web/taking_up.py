"""Making the events anew after judgements, beside the pages that are being shown."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from rasad.engine.case import fuse_case
from rasad.errors import RasadError
from rasad.packs import Packs
from rasad.store.db import create

PAUSE = 1.0
"""Seconds without a further judgement before the events are made anew: a reviewer who goes on is not slowed down."""


class TakingUp:
    """One thread that makes the events of a case anew whenever it is asked to; several askings become one."""

    def __init__(self, path: Path, packs: Callable[[], Packs], done: Callable[[], None]) -> None:
        self.path = path
        self.packs = packs
        self.done = done
        self.failed = ""
        self._asked = Event()
        self._idle = Event()
        self._idle.set()
        self._thread: Thread | None = None

    def ask(self) -> None:
        """Have the events made anew soon."""
        self._idle.clear()
        self._asked.set()
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._work, daemon=True)
            self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is left to do; tell whether it came to that."""
        return self._idle.wait(seconds)

    def _work(self) -> None:
        while self._asked.wait():
            self._asked.clear()
            while self._asked.wait(PAUSE):
                self._asked.clear()
            try:
                self._once()
            finally:  # who waits must not wait for a thread that a fault has ended
                if not self._asked.is_set():
                    self._idle.set()

    def _once(self) -> None:
        try:
            with create(self.path) as case:
                fuse_case(case, self.packs())
            self.failed = ""
        except (RasadError, OSError) as error:
            self.failed = ": ".join(map(str, error.args))
        self.done()
