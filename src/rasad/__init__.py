"""Rasad reads Persian and Arabic news and keeps a sourced record of political events and statements.

In a notebook: `rasad.read(text)` reads one page, `rasad.open(case)` opens a case. See docs/how-to/notebook.md.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rasad.notebook import open_view as open
    from rasad.notebook import read_text as read

__all__ = ["open", "read"]

_HOMES = {"open": "open_view", "read": "read_text"}


def __getattr__(name: str) -> Any:
    """Load the notebook when it is asked for, so that commands start without it."""
    if name in _HOMES:
        return getattr(import_module("rasad.notebook"), _HOMES[name])
    raise AttributeError(f"module 'rasad' has no attribute {name!r}")
