"""Pattern rows as regular expressions over one-letter codes, a code for every set of classes a word can have."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from rasad.errors import PackError
from rasad.packs.rows import Row

Classes = frozenset[str]

_ITEM = re.compile(r"(?:(?P<keep>\w+)=)?(?P<name>[a-z_]+)|(?P<sign>[()|?*!-])|\s+|(?P<bad>.)")
# A slot that must not follow or stand before is a lookaround that the slot itself closes.
_SIGNS = {"!": "(?!", "-": "(?<!", "(": "(?:"}


class Pattern(Struct, frozen=True):
    """A way the words stand together, over the codes of their classes."""

    kind: str
    match: re.Pattern[str]
    rule: str


def compiled(rows: Iterable[Row], codes: Mapping[Classes, str]) -> Iterator[Pattern]:
    """Compile pattern rows; `let` rows name a part of a pattern for the rows below.

    What a slot keeps is a group `name__number`, since a regular expression knows each name once.
    """
    lets: dict[str, str] = {}
    for row in rows:
        written = _written(row["form"], row.rule, lets, codes)
        if row["kind"] == "let":
            lets[row["why"]] = f"(?:{written})"
        else:
            yield Pattern(row["kind"], re.compile(_numbered(written)), row.rule)


def _written(form: str, rule: str, lets: Mapping[str, str], codes: Mapping[Classes, str]) -> str:
    out, closing = [], ""
    for item in _ITEM.finditer(form):
        if item["bad"]:
            raise PackError(f"{rule}: {item['bad']!r} in a pattern; use slots and ( ) | ? * ! -")
        if item["sign"]:
            closing = ")" if item["sign"] in "!-" else ""
            out.append(_SIGNS.get(item["sign"], item["sign"]))
        elif item["name"]:
            slot = lets.get(item["name"]) or _letters(item["name"], rule, codes)
            out.append((f"(?P<{item['keep']}>{slot})" if item["keep"] else slot) + closing)
            closing = ""
    return "".join(out)


def _letters(name: str, rule: str, codes: Mapping[Classes, str]) -> str:
    """Give the codes of every set with the class, or with a class whose name begins so (unit, unit_day)."""
    found = [code for classes, code in codes.items() if any(c == name or c.startswith(f"{name}_") for c in classes)]
    if not found:
        raise PackError(f"{rule}: no row has the class {name!r}; name a class, or a `let` that stands above")
    return f"[{''.join(sorted(found))}]"


def _numbered(written: str) -> str:
    pieces = re.split(r"\(\?P<(\w+)>", written)
    groups = [
        f"(?P<{name}__{at}>{after}" for at, (name, after) in enumerate(zip(pieces[1::2], pieces[2::2], strict=True))
    ]
    return pieces[0] + "".join(groups)
