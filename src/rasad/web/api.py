"""The tables of a case as JSON, under their own names, and the document that describes them (OpenAPI 3.1)."""

import re
import sqlite3
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from rasad.errors import CaseError
from rasad.store.veil import Veil, spans_of, veil_of, within

HIDDEN = ("fusion_key", "mask", "mask_span", "search")
"""Tables that are not for readers: what fusion keeps, and whose names are not shown."""
MOST = 1000
USUAL = 100
_TYPES = {"INTEGER": "integer", "REAL": "number", "TEXT": "string"}
_TABLE = re.compile(r"((?:^-- [^\n]*\n)+)CREATE TABLE (\w+) \((.*?)^\)", re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r'^    "?(\w+)"? +[A-Z].*?--\s*(.+)$', re.MULTILINE)


class Column(Struct, frozen=True):
    """A column: its type as JSON Schema names it, whether it may be empty, and whether rows can be asked for by it."""

    name: str
    type: str
    empty: bool
    asked: bool


class Told(Struct, frozen=True):
    """What the schema says of a table, and of those of its columns that need a word."""

    about: str
    columns: Mapping[str, str]


def tables(db: sqlite3.Connection) -> dict[str, list[Column]]:
    """Give the tables for readers with their columns; those that an index leads with, or holds, can be asked for."""
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    shown = (name for name in names if name not in HIDDEN and not name.startswith(("sqlite_", "search_")))
    return {name: _columns(db, name) for name in shown}


def _columns(db: sqlite3.Connection, table: str) -> list[Column]:
    keyed = set()
    for _, index, *_ in db.execute(f"PRAGMA index_list('{table}')"):
        keyed |= {name for _, _, name in db.execute(f"PRAGMA index_info('{index}')")}
    rows = db.execute(f"PRAGMA table_info('{table}')").fetchall()
    return [
        Column(name, _TYPES.get(kind, "number"), not (full or key), name in keyed or bool(key))
        for _, name, kind, full, _, key in rows
    ]


def rows(db: sqlite3.Connection, table: str, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give rows of a table, those asked for by its columns; `limit` and `offset` page through them."""
    columns = {column.name: column for column in tables(db).get(table, [])}
    if not columns:
        raise CaseError(f"{table}: there is no such table for readers. /api/openapi.json lists them.")
    limit, offset = _number(asked, "limit", USUAL, MOST), _number(asked, "offset", 0, 10**9)
    wanted = {name: value for name, value in asked.items() if name not in ("limit", "offset")}
    if unknown := [name for name in wanted if name not in columns or not columns[name].asked]:
        raise CaseError(f"{', '.join(unknown)}: rows of {table} cannot be asked for by this.")
    veil = veil_of(db)
    hidden = any(value in veil.masks for value in wanted.values())
    where = " AND ".join(f'"{name}" = ?' for name in wanted) or "1"
    query = f"SELECT * FROM {table} WHERE {where} LIMIT ? OFFSET ?"
    found = [] if hidden else db.execute(query, (*wanted.values(), limit, offset)).fetchall()
    given = [_veiled(db, veil, dict(zip(columns, row, strict=True))) for row in found]
    return {"table": table, "limit": limit, "offset": offset, "rows": given}


def _veiled(db: sqlite3.Connection, veil: Veil, row: dict[str, Any]) -> dict[str, Any]:
    """Black out masked names: in words of ours by another name, in words of a page by place."""
    if not veil.masks:
        return row
    page = row.get("page") or row.get("sha256")
    spans = spans_of(db, page) if page else []
    made = dict(row)
    for name, value in row.items():
        if isinstance(value, str):
            quoted = name == "text" or name.endswith("quote") or name == "native"
            start = 0 if name == "text" else row.get(name.replace("quote", "start"))
            near = within(spans, start, start + len(value)) if quoted and isinstance(start, int) else []
            made[name] = veil.text(value, near) if quoted else veil.words(value)
    return made


def _number(asked: Mapping[str, str], name: str, usual: int, most: int) -> int:
    text = asked.get(name, str(usual))
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise CaseError(f"{name}: {text!r} is no number.")
    return min(int(text), most)


@cache
def schema_words() -> dict[str, Told]:
    """Give what schema.sql says of its tables and columns."""
    schema = files("rasad.store").joinpath("schema.sql").read_text(encoding="utf-8")
    found = {}
    for comment, table, body in _TABLE.findall(schema):
        about = " ".join(line.removeprefix("-- ") for line in comment.splitlines() if not line.startswith("-- ──"))
        found[table] = Told(about, dict(_COLUMN.findall(body)))
    return found


def document(db: sqlite3.Connection) -> dict[str, Any]:
    """Give the OpenAPI description of the tables."""
    paths, schemas = {}, {}
    for table, columns in tables(db).items():
        told = schema_words().get(table, Told("", {}))
        schemas[table] = {
            "type": "object", "description": told.about, "required": [column.name for column in columns],
            "properties": {column.name: _property(column, told) for column in columns},
        }  # fmt: skip
        asked = [_parameter(column.name, column.type) for column in columns if column.asked]
        paths[f"/api/{table}"] = {"get": {
            "operationId": table, "summary": told.about.partition(". ")[0],
            "parameters": [*asked, _parameter("limit", "integer"), _parameter("offset", "integer")],
            "responses": {"200": {"description": f"rows of {table}", "content": {"application/json": {"schema": {
                "type": "object", "properties": {
                    "table": {"const": table}, "limit": {"type": "integer"}, "offset": {"type": "integer"},
                    "rows": {"type": "array", "items": {"$ref": f"#/components/schemas/{table}"}},
                }}}}}},
        }}  # fmt: skip
    info = {"title": "Rasad: the tables of a case", "version": str(db.execute("PRAGMA user_version").fetchone()[0])}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}


def _property(column: Column, told: Told) -> dict[str, Any]:
    made: dict[str, Any] = {"type": [column.type, "null"] if column.empty else column.type}
    return made | ({"description": told.columns[column.name]} if column.name in told.columns else {})


def _parameter(name: str, kind: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": {"type": kind}}
