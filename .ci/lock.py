"""Print exact versions of what the project and its development need, and of what these need, as .venv holds them.

Other things that were tried out in .venv are left out: `make lock`.
"""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
NAME = re.compile(r"(?P<name>[\w.-]+)(\[(?P<extras>[\w, -]+)\])?")
WITH_PYTHON = ("pip", "setuptools")
"""What an environment brings along: pins of these would change the tool that reads them."""
EXTRA = re.compile(r"""extra == ["']([\w-]+)["']""")


def key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked() -> list[str]:
    """Give what pyproject.toml asks for, extras and the development group too."""
    project, groups = PROJECT["project"], PROJECT["dependency-groups"]
    extras = project.get("optional-dependencies", {}).values()
    return [*project["dependencies"], *(one for some in (*extras, *groups.values()) for one in some)]


def pins() -> dict[str, str]:
    found: dict[str, str] = {}
    seen: set[str] = set()
    waiting = asked()
    markers = {key(one.partition(";")[0]): f";{one.partition(';')[2]}" for one in waiting if ";" in one}
    while waiting:
        wanted = NAME.match(waiting.pop())
        if wanted is None or wanted[0] in seen or key(wanted["name"]) in WITH_PYTHON:
            continue
        seen.add(wanted[0])
        try:
            there = distribution(wanted["name"])
        except PackageNotFoundError:
            continue  # asked for on other systems or other Pythons only; pip would have complained
        name = key(there.name)
        found[name] = f"{there.name}=={there.version}{markers.get(name, '')}"
        extras = {key(extra.strip()) for extra in (wanted["extras"] or "").split(",")}
        waiting += [
            one for one in there.requires or () if (not (extra := EXTRA.search(one)) or key(extra[1]) in extras)
        ]
    return found


if __name__ == "__main__":
    print("# Exact versions for development. Written by make lock; do not edit.")
    print("\n".join(pin for _, pin in sorted(pins().items())))
