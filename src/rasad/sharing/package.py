"""A folder of tidy tables: datapackage.json (Frictionless Data) and CODEBOOK.md, made from `tidy.toml`."""

from collections.abc import Mapping, Sequence
from typing import Any

from rasad.sharing.tidy import Column, Table

_NOTE = """Spans count the characters (code points) of the page's text from 0; `end` is not included. An empty cell: not
said, or not known. Days are ISO 8601, `edtf` is EDTF level 1: `2023-04-02/2023-05-03` is not a period in which a thing
lasted, but the days of which one is meant. The same event may be told by pages that copy each other: count `origins`,
and not `pages`. Nothing here says that a report is true.
"""
_CSV_NOTE = """
A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) has an
apostrophe before it.
"""


def datapackage(tables: Sequence[Table], extension: str, counted: Mapping[str, int]) -> dict[str, Any]:
    """Give the descriptor of a folder of tables."""
    media = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}[extension]
    return {
        "profile": "tabular-data-package" if extension == "csv" else "data-package",
        "name": "rasad-case",
        "title": "Political events and statements read by Rasad",
        "resources": [
            {
                "name": table.name, "path": f"{table.name}.{extension}", "description": table.about,
                **({"profile": "tabular-data-resource"} if extension == "csv" else {}),
                "format": extension, "mediatype": media, **({"encoding": "utf-8"} if extension == "csv" else {}),
                "rows": counted[table.name], "schema": _schema(table),
            }
            for table in tables
        ],
    }  # fmt: skip


def _schema(table: Table) -> dict[str, Any]:
    keys = [
        {"fields": column, "reference": {"resource": other, "fields": column}} for column, other in table.of.items()
    ]
    return {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    need = {"constraints": {"required": True}} if column.required else {}
    return {"name": column.name, "type": column.type, "description": column.meaning, **need}


def codebook(tables: Sequence[Table], extension: str) -> str:
    """Give the tables and columns for people."""
    parts = ["# Codebook\n\n", _NOTE, _CSV_NOTE if extension == "csv" else ""]
    for table in tables:
        key = ", ".join(f"`{column}`" for column in table.key)
        parts.append(f"\n## {table.name}.{extension}\n\n{table.about} Key: {key}.\n\n")
        parts.append("| column | type | holds |\n| --- | --- | --- |\n")
        for c in table.columns:
            parts.append(f"| `{c.name}` | {c.type}{'' if c.required else ', may be empty'} | {c.meaning} |\n")
    return "".join(parts)
