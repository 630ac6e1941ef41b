"""Exports: a case, or a part of it, in another format, whole or not at all, with a manifest of what was written."""

import os
import sqlite3
from collections.abc import Sequence
from hashlib import file_digest, sha256
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from rasad import exports
from rasad.engine.staging import staging
from rasad.errors import CaseError
from rasad.sharing.brief import Brief, brief
from rasad.store.cut import cut
from rasad.store.db import Case
from rasad.store.private import mask_private
from rasad.store.queries import Filters


class Wish(Struct, frozen=True):
    """What is exported: the format, what to keep, and why private people are named, if they are."""

    form: str
    keep: Filters = Filters()
    unmask: str | None = None


class Written(Struct, frozen=True):
    """A file that was written, with its sha256."""

    path: str
    bytes: int
    sha256: str


class Manifest(Struct, frozen=True):
    """What was exported, from what, by which rules; the same case and wish give the same manifest."""

    format: str
    description: str
    filters: dict[str, str]
    private_people: str
    pages: int
    events: int
    statements: int
    program: tuple[str, ...]
    """Versions of the program that wrote into the case, each with those of the packages it read with."""
    rule_version: tuple[str, ...]
    notes: tuple[str, ...]
    files: tuple[Written, ...]
    inputs: str = ""
    """The sha256 of the pages' own, sorted, a line each: the same pages give the same. Manifests had none at first."""


def formats() -> list[str]:
    """Give the names of the exporters: the folder is the registry."""
    return sorted(module.name for module in iter_modules(exports.__path__))


def exporter(form: str) -> Any:
    """Give an exporter: `DESCRIPTION`, `EXTENSION` (empty: a folder) and `write`, which may give notes."""
    return import_module(f"rasad.exports.{form}")


def export_stream(case: Case, wish: Wish, out: BinaryIO) -> tuple[str, ...]:
    """Write to a stream, without a manifest, and give the notes; a format of several files needs a folder."""
    about = exporter(wish.form)
    if not about.EXTENSION:
        raise CaseError(f"{wish.form} writes several files. Name a folder: -o FOLDER")
    _narrow(case.db, wish)
    return tuple(about.write(case.db, out) or ())


def export_files(case: Case, wish: Wish, target: Path) -> Manifest:
    """Write to a file or into a folder, and a manifest beside it or in it.

    Everything is written under another name first. What an earlier export of the format left in the folder goes.
    """
    about = exporter(wish.form)
    folder = not about.EXTENSION or target.is_dir() or not target.suffix
    private = _narrow(case.db, wish)
    with staging(target if folder else target.parent) as made:
        if about.EXTENSION:
            name = f"{case.path.stem}.{about.EXTENSION}" if folder else target.name
            with (made / name).open("wb") as out:
                notes = about.write(case.db, out)
        else:
            notes = about.write(case.db, made)
        manifest = _manifest(case.db, wish, private, made, tuple(notes or ()))
        ledger = f"{wish.form}.manifest.json" if folder else f"{target.name}.manifest.json"
        (made / ledger).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
        _publish(made, target if folder else target.parent, ledger, manifest)
    return manifest


def make_brief(case: Case, wish: Wish, since: str) -> Brief:
    """Make a brief of the part of the case that is wished for."""
    _narrow(case.db, wish)
    return brief(case.db, since)


def _narrow(db: sqlite3.Connection, wish: Wish) -> str:
    """Hide what is not wanted from all that follows, and say what became of private people."""
    if wish.unmask:
        said = f"named, because: {wish.unmask}"
    else:
        said = f"{mask_private(db)} in the case, masked"
    cut(db, wish.keep)
    return said


def _manifest(db: sqlite3.Connection, wish: Wish, private: str, staging: Path, notes: tuple[str, ...]) -> Manifest:
    def column(query: str) -> tuple[Any, ...]:
        return tuple(value for (value,) in db.execute(query))

    keep = msgspec.to_builtins(wish.keep)
    return Manifest(
        format=wish.form, description=exporter(wish.form).DESCRIPTION,
        filters={name: value for name, value in keep.items() if value is not None}, private_people=private,
        pages=column("SELECT count(*) FROM page")[0], events=column("SELECT count(*) FROM event")[0],
        statements=column("SELECT count(*) FROM statement")[0],
        program=column("SELECT DISTINCT program FROM run ORDER BY 1"),
        rule_version=column("SELECT DISTINCT rule_version FROM page ORDER BY 1"), notes=notes,
        files=tuple(_written(path, staging) for path in sorted(p for p in staging.rglob("*") if p.is_file())),
        inputs=_inputs(db),
    )  # fmt: skip


def _inputs(db: sqlite3.Connection) -> str:
    digest = sha256()
    for (page,) in db.execute("SELECT sha256 FROM page ORDER BY 1"):
        digest.update(f"{page}\n".encode())
    return digest.hexdigest()


def _written(path: Path, staging: Path) -> Written:
    with path.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    return Written(path.relative_to(staging).as_posix(), path.stat().st_size, digest)


def _publish(staging: Path, folder: Path, ledger: str, manifest: Manifest) -> None:
    """Move the files to their places, the manifest last, and take away what only the last export wrote."""
    names = [one.path for one in manifest.files]
    for old in _earlier(folder / ledger):
        if old not in names and (folder / old).resolve().is_relative_to(folder.resolve()):
            (folder / old).unlink(missing_ok=True)
    for name in (*names, ledger):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(staging / name, folder / name)


def _earlier(manifest: Path) -> Sequence[str]:
    """Give what the last export wrote, if there was one that can be read."""
    try:
        return [one.path for one in msgspec.json.decode(manifest.read_bytes(), type=Manifest).files]
    except (OSError, msgspec.DecodeError):
        return ()
