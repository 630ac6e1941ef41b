"""Print what Rasad is made of as a CycloneDX bill of materials (JSON): `make sbom`.

What runs: the project, what it needs, its extras (optional), and what the wheel is made with (GeoNames and word lists
come from there). Versions, licences and dependencies are those of .venv. The same .venv gives the same bytes: there is
no clock, no random number, no path and no address of an index in it.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
SCOPES = ("required", "optional", "excluded")
LONGEST = 60
"""Letters of a licence's name; some packages put the whole text there."""


def key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(requirements: Iterable[str], extras: Iterable[str] = ()) -> Iterator[Requirement]:
    """Give those requirements that hold on this system."""
    for one in map(Requirement, requirements):
        wanted = [{"extra": extra} for extra in ("", *extras)]
        if one.marker is None or any(one.marker.evaluate(given) for given in wanted):
            yield one


def closure(requirements: Iterable[str]) -> dict[str, Distribution]:
    """Give all packages that are needed, those that they need too."""
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = list(needed(requirements))
    while waiting:
        one = waiting.pop()
        place = key(one.name), frozenset(one.extras)
        if place in seen:
            continue
        seen.add(place)
        try:
            there = found[place[0]] = distribution(one.name)
        except PackageNotFoundError:
            continue
        waiting += needed(there.requires or (), one.extras)
    return found


def purl(there: Distribution) -> str:
    return f"pkg:pypi/{key(there.name)}@{there.version}"


def licence(there: Distribution) -> list[dict[str, Any]]:
    """Give what a package says of its licence: an SPDX expression, else a name."""
    if expression := there.metadata.get("License-Expression"):
        return [{"expression": expression}]
    kinds = [
        one.split(" :: ")[-1] for one in there.metadata.get_all("Classifier") or () if one.startswith("License ::")
    ]
    name = (there.metadata.get("License") or "").strip()
    names = kinds or ([name] if name and len(name) <= LONGEST and "\n" not in name else [])
    return [{"license": {"name": one}} for one in sorted(names)]


def component(there: Distribution, scope: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "library", "bom-ref": purl(there), "name": there.name, "version": there.version, "scope": scope,
        "purl": purl(there),
    }  # fmt: skip
    return made | ({"licenses": found} if (found := licence(there)) else {})


def bill() -> dict[str, Any]:
    """Give the whole bill."""
    project = PROJECT["project"]
    extras = [one for some in project.get("optional-dependencies", {}).values() for one in some]
    asked = (project["dependencies"], extras, PROJECT["build-system"]["requires"])
    packages: dict[str, tuple[Distribution, str]] = {}
    for scope, requirements in zip(SCOPES, asked, strict=True):
        for name, there in closure(requirements).items():
            packages.setdefault(name, (there, scope))
    own = f"pkg:pypi/{project['name']}@{project['version']}"

    def refs(requirements: Iterable[str]) -> list[str]:
        return sorted({purl(packages[key(one.name)][0]) for one in needed(requirements) if key(one.name) in packages})

    graph = [{"ref": own, "dependsOn": refs([one for some in asked for one in some])}]
    graph += [
        {"ref": purl(there), "dependsOn": refs(there.requires or ())} for _, (there, _) in sorted(packages.items())
    ]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": own, "name": project["name"], "version": project["version"], "purl": own,
            "licenses": [{"expression": project["license"]}],
        }},
        "components": [component(*packages[name]) for name in sorted(packages)],
        "dependencies": graph,
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(bill(), indent=1, ensure_ascii=False, sort_keys=True))
