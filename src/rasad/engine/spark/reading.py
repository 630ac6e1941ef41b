"""What runs where Spark puts it: files are read, pages analysed, records turned into rows. Batches in, batches out."""

from collections.abc import Callable, Iterable, Iterator

import msgspec
import pyarrow as pa
from pyspark import TaskContext

from rasad.engine import Result, pool, serial
from rasad.engine.keys import keys_version, with_keys
from rasad.engine.spark.sources import decoded, pages_of
from rasad.model import Page
from rasad.packs import Packs
from rasad.readers import SetAside
from rasad.store.db import Aside
from rasad.store.rows import Cell, Entry, capture_row, page_rows

Load = Callable[[], Packs]
Batches = Iterator[pa.RecordBatch]

READ = pa.schema([("file", pa.int32()), ("n", pa.int32()), ("page", pa.binary()), ("aside", pa.binary())])
ANALYSED = pa.schema(
    [("file", pa.int32()), ("n", pa.int32()), ("sha256", pa.string()), ("entry", pa.binary()), ("aside", pa.binary())]
)
CELLS = pa.schema([("tbl", pa.string()), ("file", pa.int32()), ("n", pa.int32()), ("cells", pa.binary())])
KEPT = pa.schema([("page", pa.string()), ("data", pa.binary())])

AT_ONCE = 64
"""Rows of a batch that leaves: pages are large, and Spark keeps a batch whole."""

_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_PAGE = msgspec.msgpack.Decoder(Page)
_SET_ASIDE = msgspec.msgpack.Decoder(SetAside)
_ENTRY = msgspec.msgpack.Decoder(Entry)
_ASIDE = msgspec.msgpack.Decoder(Aside)
_packs: dict[int, Packs] = {}


def read(batches: Batches) -> Batches:
    """Read the files that the rows name (`source`), page by page."""
    for batch in batches:
        for line in batch.column("source").to_pylist():
            source = decoded(line)
            rows = ((source.number, n, *_sent(page)) for n, page in enumerate(pages_of(source)))
            yield from batches_of(rows, READ)


def analyse(batches: Batches, load: Load) -> Batches:
    """Analyse the pages of the rows; what was set aside goes through.

    The first try is at full speed. Where it cost the worker its life, the next one reads in a process of its own, which
    a page at fault may end.
    """
    context = TaskContext.get()
    again = context is not None and context.attemptNumber() > 0
    packs = None if again else _loaded(load)
    for batch in batches:
        pages = [_received(page, aside) for page, aside in zip(*map(batch.column, (2, 3)), strict=True)]
        results: Iterable[Result] = serial.run(pages, packs) if packs else pool.run(pages, load, 1)
        places = zip(*(batch.column(at).to_pylist() for at in (0, 1)), strict=True)
        found = ((*place, *_kept(with_keys(result))) for place, result in zip(places, results, strict=True))
        yield from batches_of(found, ANALYSED)


def rows(batches: Batches, load: Load) -> Batches:
    """Turn records into rows of the case, table by table; a page that came before leaves its capture alone."""
    packs = _loaded(load)
    for batch in batches:
        for row in batch.to_pylist():
            place = (row["file"], row["n"])
            told = _cells(row["entry"], row["aside"], row["first"], packs)
            yield from batches_of(((table, *place, _ENCODE(cells)) for table, cells in told), CELLS)


def kept(batches: Batches) -> Batches:
    """Give what fusion needs of each page, by page."""
    for batch in batches:
        some = (msgspec.msgpack.decode(cells) for cells in batch.column("cells").to_pylist())
        yield from batches_of(((page, data) for page, _, data in some), KEPT)


def _cells(
    entry: bytes | None, aside: bytes | None, first: bool, packs: Packs
) -> Iterator[tuple[str, tuple[Cell | bytes, ...]]]:
    if aside:
        known = _ASIDE.decode(aside)
        yield "set_aside", (known.path, known.line, known.why, known.what_to_do)
    if not entry:
        return
    read = _ENTRY.decode(entry)
    if not first:
        yield "capture", capture_row(read.page, packs.version)
        return
    for table, some in page_rows(read, 0, packs.version).items():
        yield from ((table, cells) for cells in some)
    yield "fusion_key", (read.record.sha256, keys_version(packs), read.keys)


def _loaded(load: Load) -> Packs:
    """Load the packs once in the life of a worker."""
    if not _packs:
        _packs[0] = load()
    return _packs[0]


def _sent(page: Page | SetAside) -> tuple[bytes | None, bytes | None]:
    return (None, _ENCODE(page)) if isinstance(page, SetAside) else (_ENCODE(page), None)


def _received(page: pa.Scalar, aside: pa.Scalar) -> Page | SetAside:
    data = page.as_py()
    return _PAGE.decode(data) if data is not None else _SET_ASIDE.decode(aside.as_py())


def _kept(result: Result) -> tuple[str | None, bytes | None, bytes | None]:
    if isinstance(result, Entry):
        return result.record.sha256, _ENCODE(result), None
    return None, None, _ENCODE(result)


def batches_of(some: Iterable[tuple[object, ...]], schema: pa.Schema) -> Batches:
    """Put rows into batches of `AT_ONCE`."""
    held: list[tuple[object, ...]] = []
    for row in some:
        held.append(row)
        if len(held) == AT_ONCE:
            yield _batch(held, schema)
            held = []
    if held:
        yield _batch(held, schema)


def _batch(held: list[tuple[object, ...]], schema: pa.Schema) -> pa.RecordBatch:
    columns = zip(*held, strict=True)
    return pa.record_batch([pa.array(cells, kind) for cells, kind in zip(columns, schema.types, strict=True)], schema)
