"""Parquet: one page a row, with the columns that a line of JSON Lines has. Needs the extra `parquet`."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

import msgspec

from rasad.errors import PageError
from rasad.model import Page
from rasad.page_fields import Fields, page_of_fields
from rasad.readers import SetAside, set_aside, stem

DESCRIPTION = "Parquet, one page a row, columns as the keys of JSON Lines (needs the extra `parquet`)"

_MARK = b"PAR1"
_ROWS = 64
"""Rows that are in memory at a time."""
_MAX_GROUP = 2_000_000_000
"""The largest group of rows, in unpacked bytes: a group is unpacked whole, and writers make them of some 100 MB."""


def recognises(head: bytes, name: str) -> bool:
    """Tell by the first bytes, or by the name."""
    return head.startswith(_MARK) or name.endswith((".parquet", ".pq"))


def read_from(stream: BinaryIO, name: str) -> Iterator[Page | SetAside]:
    """Read the pages of a stream, some rows at a time."""
    try:
        # Imported here: 100 MB that only those need who have such files.
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        why = "reading Parquet needs pyarrow, which is not installed"
        yield SetAside(name, None, why, "pip install 'rasad[parquet]', or write the pages as JSON Lines")
        return
    try:
        file = pyarrow.parquet.ParquetFile(stream)
        for number, row in enumerate(_rows(file), start=1):
            try:
                yield _page(row, f"{stem(name)}:{number}")
            except PageError as fault:
                yield set_aside(name, number, fault)
    except PageError as fault:
        yield set_aside(name, None, fault)
    except (pyarrow.ArrowException, OSError) as fault:
        first = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        yield SetAside(name, None, f"the file is no sound Parquet ({first})", "write it again")


def _rows(file: Any) -> Iterator[dict[str, Any]]:
    wanted = [name for name in file.schema_arrow.names if name in Fields.__struct_fields__]
    if not {"text", "html", "content"} & set(wanted):
        raise PageError("the file has no column `text` or `html`", "name the column with the page's text so")
    if not file.metadata.num_rows:
        raise PageError("the file has no rows", "leave it out")
    groups = (file.metadata.row_group(n).total_byte_size for n in range(file.metadata.num_row_groups))
    if max(groups) > _MAX_GROUP:
        raise PageError("a group of rows unpacks to more than 2 GB", "write the file with smaller groups")
    for batch in file.iter_batches(batch_size=_ROWS, columns=wanted):
        yield from batch.to_pylist()


def _page(row: dict[str, Any], default_id: str) -> Page:
    known = {name: _cell(value) for name, value in row.items() if value is not None}
    try:
        fields = msgspec.convert(known, Fields)
    except msgspec.ValidationError as fault:
        raise PageError(f"the row is no page ({fault})", "write text and dates as strings") from fault
    return page_of_fields(fields, default_id, "parquet")


def _cell(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (date, datetime)) else value
