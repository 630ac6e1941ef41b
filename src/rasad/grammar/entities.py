"""Entities made of words: posts without a holder, organs and crowds of a country, several at once, names in full."""

from collections.abc import Sequence

from rasad.model import Entity, Mark
from rasad.packs import Packs
from rasad.tokens import ZWNJ

_LETTERS = {
    "un", "cia", "fbi", "imf", "eu", "us", "irgc", "iaea", "snsc", "nato", "gcc", "opec", "aeoi", "who", "unhcr",
}  # fmt: skip


def joint(members: Sequence[Entity]) -> Entity:
    """Make one entity of several that act together."""
    return Entity("&".join(e.id for e in members), " and ".join(e.name for e in members), members[0].kind)


def words(office: str) -> str:
    """Write an office key in words: `foreign_minister` -> `foreign minister`, `un_secretary_general` -> `UN ...`."""
    return " ".join(w.upper() if w in _LETTERS else w for w in office.split("_"))


def unnamed(text: str) -> str:
    """Make an id out of a native name."""
    return "page:" + " ".join(text.replace(ZWNJ, " ").split())


def office_entity(office: Mark, of: str | None, place: str | None, packs: Packs) -> Entity:
    """Make the entity of a post whose holder is not known («President of Tajikistan»)."""
    key = office.cells["office"]
    country = packs.register.countries.get(of or "")
    name = words(key)
    name = name[:1].upper() + name[1:]
    owner = place or (country.name if country else None)
    if owner:
        name = f"{name} of {owner}"
    body = (place or "").lower().replace(" ", "-")
    whose = f"{of}:{body}" if of and body and office.cells["rank"] != "state" else of or body
    return Entity(f"office:{key}:{whose}", name, "person", of, None, words(key))


def organ_entity(mark: Mark, of: str | None, packs: Packs) -> Entity:
    """Make the entity of a state organ or a group from its template («{adj} army»)."""
    country = packs.register.countries.get(of or "")
    name = (
        mark.cells["english"]
        .replace("{country}", country.name if country else "")
        .replace("{adj}", packs.register.adjectives.get(of or "", ""))
    )
    name = " ".join(name.split()).removesuffix(" of")
    key = mark.cells.get("organ") or mark.cells.get("group") or ""
    return Entity(
        f"{mark.kind}:{key}:{of or ''}",
        name[:1].upper() + name[1:],
        mark.cells["kind"],
        of,
        mark.cells["sector"] or None,
    )
