"""A folder to write in before files take their places; what a killed program left in one is cleared away."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

PREFIX = ".rasad-"


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """Give a folder inside another one, on the same disk; it is gone afterwards, whatever happens.

    What a program that was killed left there goes, too; one that is still at work holds a lock on its own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as at_the_end:
        with _locked(folder):
            for old in folder.glob(f"{PREFIX}*"):
                with suppress(OSError), _locked(old, wait=False):
                    shutil.rmtree(old, ignore_errors=True)
            own = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
            at_the_end.callback(shutil.rmtree, own, ignore_errors=True)
            at_the_end.enter_context(_locked(own))
        yield own


if sys.platform == "win32":

    @contextmanager
    def _locked(folder: Path, wait: bool = True) -> Iterator[None]:
        """Folders cannot be locked here: nobody waits, and nothing is cleared away."""
        if not wait:
            raise BlockingIOError(f"{folder}: may be in use")
        yield

else:
    import fcntl

    @contextmanager
    def _locked(folder: Path, wait: bool = True) -> Iterator[None]:
        """Lock a folder; the system lets go of it when the program ends, however it ends."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        finally:
            os.close(handle)
