"""Captured text as text: escaped, and what cannot be seen is shown by its number."""

import re
import unicodedata
from functools import cache

from markupsafe import Markup, escape

HIDDEN = re.compile(
    "([\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0001\U000e0020-\U000e007f])"
)
"""Characters that cannot be seen, and may turn or hide what stands around them; joiners are letters' own business."""


def shown(text: str | None) -> Markup:
    """Escape a text; characters that cannot be seen become chips that name them, so that none turns the line."""
    parts = HIDDEN.split(text or "")
    return Markup("").join(_chip(part) if n % 2 else escape(part) for n, part in enumerate(parts))


@cache
def _chip(char: str) -> Markup:
    code = f"U+{ord(char):04X}"
    name = unicodedata.name(char, "control character").lower()
    return Markup('<span class="chip" role="img" aria-label="{} {}" title="{} {}" data-code="{}"></span>').format(
        code, name, code, name, code
    )
