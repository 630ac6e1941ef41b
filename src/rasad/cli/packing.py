"""The packs a command reads with: ours, one's own beside them, and where they are kept loaded for the next run."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from rasad.packs import Packs, load

OFF = "off"


def load_packs(more: Path | None = None) -> Packs:
    """Load the packs, and with them a folder of one's own rows."""
    return load(more.resolve() if more else None, cache_folder(os.environ, sys.platform))


def cache_folder(environment: Mapping[str, str], system: str) -> Path | None:
    """Give the folder where loaded packs are kept; RASAD_CACHE names another, or says `off`."""
    own = environment.get("RASAD_CACHE")
    if own:
        return None if own == OFF else Path(own)
    home = environment.get("HOME") or environment.get("USERPROFILE")
    usual = {"win32": environment.get("LOCALAPPDATA"), "darwin": home and f"{home}/Library/Caches"}
    place = usual.get(system, environment.get("XDG_CACHE_HOME") or (home and f"{home}/.cache"))
    return Path(place) / "rasad" if place else None
