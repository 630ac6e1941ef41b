"""The tables of a case as JSON, under their own names, and the document that describes them (OpenAPI 3.1)."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from rasad.errors import CaseError
from rasad.store.veil import Veil, spans_of, veil_of, within

HIDDEN = ("fusion_key", "mask", "mask_span", "often_named", "often_held", "search")
"""Tables that are not for readers: what fusion keeps, what is counted of others, and whose names are not shown."""
USUAL = 100
PAGED = {"limit": (USUAL, 1000), "offset": (0, 10**9)}
"""What pages through rows: the usual number, and the largest."""
_WHOLE = re.compile(r"-?[0-9]{1,300}", re.ASCII)
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
    """Give the tables for readers with their columns; those that an index leads with, or holds, can be asked for.

    Only tables of schema.sql: whoever made the file may have put others into it, under any name.
    """
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: _columns(db, name) for name in names if name in schema_words() and name not in HIDDEN}


def _columns(db: sqlite3.Connection, table: str) -> list[Column]:
    keyed = set()
    for _, index, *_ in db.execute(f"PRAGMA index_list('{table}')"):
        keyed |= {name for _, _, name in db.execute(f"PRAGMA index_info('{index}')")}
    rows = db.execute(f"PRAGMA table_info('{table}')").fetchall()
    return [
        Column(name, _TYPES.get(kind, "number"), not (full or key), name in keyed or bool(key))
        for _, name, kind, full, _, key in rows
    ]


def rows(
    db: sqlite3.Connection, found: Mapping[str, Sequence[Column]], table: str, asked: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """Give rows of a table, those asked for by its columns; `limit` and `offset` page through them.

    `found` are the tables for readers. Raises CaseError where the table is not among them, or where what is asked is
    not what the document describes.
    """
    columns = {column.name: column for column in found.get(table, ())}
    if not columns:
        raise CaseError(f"{table}: there is no such table for readers. /api/openapi.json lists them.")
    given = _checked(table, columns, asked)
    limit, offset = int(given.pop("limit", USUAL)), int(given.pop("offset", 0))
    veil = veil_of(db)
    hidden = any(value in veil.masks for value in given.values())
    where = " AND ".join(f'"{name}" = ?' for name in given) or "1"
    query = f"SELECT * FROM {table} WHERE {where} LIMIT ? OFFSET ?"
    read = [] if hidden else db.execute(query, (*given.values(), limit, offset)).fetchall()
    made = [_veiled(db, veil, dict(zip(columns, row, strict=True))) for row in read]
    return {"table": table, "limit": limit, "offset": offset, "rows": made}


def _checked(table: str, columns: Mapping[str, Column], asked: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Give what is asked by name, each once, numbers where numbers are told of."""
    given: dict[str, str] = {}
    for name, value in asked:
        if name in given:
            raise CaseError(f"{name}: is asked for twice.")
        given[name] = value
        if name in PAGED:
            _, most = PAGED[name]
            if not (value.isascii() and value.isdigit() and len(value) < 12 and int(value) <= most):
                raise CaseError(f"{name}: {value!r} is no whole number from 0 to {most}.")
        elif name not in columns or not columns[name].asked:
            raise CaseError(f"{name}: rows of {table} cannot be asked for by this.")
        elif columns[name].type == "integer" and not _WHOLE.fullmatch(value):
            raise CaseError(f"{name}: {value!r} is no whole number.")
    return given


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


@cache
def schema_words() -> dict[str, Told]:
    """Give what schema.sql says of its tables and columns."""
    schema = files("rasad.store").joinpath("schema.sql").read_text(encoding="utf-8")
    found = {}
    for comment, table, body in _TABLE.findall(schema):
        about = " ".join(line.removeprefix("-- ") for line in comment.splitlines() if not line.startswith("-- ──"))
        found[table] = Told(about, dict(_COLUMN.findall(body)))
    return found


def document(db: sqlite3.Connection, found: Mapping[str, Sequence[Column]]) -> dict[str, Any]:
    """Give the OpenAPI description of the tables."""
    schemas = {table: _row_schema(table, columns) for table, columns in found.items()}
    paths = {f"/api/{table}": {"get": _operation(table, columns)} for table, columns in found.items()}
    info = {"title": "Rasad: the tables of a case", "version": str(db.execute("PRAGMA user_version").fetchone()[0])}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas | {"fault": _FAULT}}}


_FAULT = {
    "type": "object", "description": "what is wrong with what was asked", "required": ["error"],
    "properties": {"error": {"type": "string"}}, "additionalProperties": False,
}  # fmt: skip


def _row_schema(table: str, columns: Sequence[Column]) -> dict[str, Any]:
    told = schema_words()[table]
    return {
        "type": "object", "description": told.about, "required": [column.name for column in columns],
        "properties": {column.name: _property(column, told) for column in columns}, "additionalProperties": False,
    }  # fmt: skip


def _operation(table: str, columns: Sequence[Column]) -> dict[str, Any]:
    paged = {name: {"type": "integer", "minimum": 0, "maximum": PAGED[name][1]} for name in PAGED}
    answer = {
        "type": "object", "required": ["table", "limit", "offset", "rows"], "additionalProperties": False,
        "properties": paged | {
            "table": {"const": table}, "rows": {"type": "array", "items": {"$ref": f"#/components/schemas/{table}"}},
        },
    }  # fmt: skip
    asked = [_parameter(column.name, {"type": column.type}) for column in columns if column.asked]
    for name, (usual, _) in PAGED.items():
        asked.append(_parameter(name, paged[name] | {"default": usual}))
    fault = {"$ref": "#/components/schemas/fault"}
    return {
        "operationId": table, "summary": schema_words()[table].about.partition(". ")[0], "parameters": asked,
        "responses": {
            "200": _response(f"rows of {table}", answer),
            "400": _response("a parameter that is none, is given twice, or has a value of another type", fault),
            "503": _response("the case cannot be read", fault),
        },
    }  # fmt: skip


def _property(column: Column, told: Told) -> dict[str, Any]:
    made: dict[str, Any] = {"type": [column.type, "null"] if column.empty else column.type}
    return made | ({"description": told.columns[column.name]} if column.name in told.columns else {})


def _parameter(name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema}


def _response(about: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": about, "content": {"application/json": {"schema": schema}}}
