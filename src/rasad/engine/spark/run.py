"""A build on Spark, on one screen. Every step leaves its result behind and is not done twice."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema

from rasad.engine import Tally
from rasad.engine.case import program_version
from rasad.engine.spark import reading, tables
from rasad.engine.spark.folder import Folder
from rasad.engine.spark.fusing import fuse
from rasad.engine.spark.sources import Source, encoded, listed
from rasad.packs import Packs
from rasad.store.db import MAY_REPEAT

Load = Callable[[], Packs]

ROUND_BYTES = 20_000_000_000
"""Input read in one go: hours of one machine's work, which is what a run that is stopped may lose."""
PARTS_PER_CORE = 4
"""Parts of a round for each core: enough that no core waits long for the last one."""


def build(spark: SparkSession, inputs: Sequence[str], out: str, load: Load) -> Tally:
    """Read all inputs, analyse their pages, and write the tables of schema.sql as Parquet under `out`."""
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", reading.AT_ONCE)
    sources, packs = listed(inputs), load()
    folder = Folder(spark, out)
    folder.claim({"program": program_version(), "packs": packs.version, "sources": list(map(encoded, sources))})
    for number, some in enumerate(rounds(sources)):
        folder.once(f"pages/round={number}", partial(_analysed, spark, some, load))
    folder.once("rows", lambda: _rows(folder.read("pages"), load), by="tbl")
    fuse(folder, packs.version)
    rows = folder.read("rows").unionByName(folder.read("events"))
    told = {row.tbl for row in rows.select("tbl").distinct().collect()}
    for table in tables.tables().values():
        folder.table(table.name, partial(_table, rows, table) if table.name in told else partial(_empty, spark, table))
    return _tally(folder)


def rounds(sources: Sequence[Source]) -> Iterator[list[Source]]:
    """Cut the files into rounds of at most `ROUND_BYTES`."""
    some: list[Source] = []
    size = 0
    for source in sources:
        if some and size + source.size > ROUND_BYTES:
            yield some
            some, size = [], 0
        some.append(source)
        size += max(source.size, 0)
    if some:
        yield some


def _analysed(spark: SparkSession, sources: Sequence[Source], load: Load) -> DataFrame:
    cores = spark.sparkContext.defaultParallelism
    lines = [(encoded(source),) for source in sources]
    files = spark.createDataFrame(lines, "source string").repartition(min(len(lines), cores * PARTS_PER_CORE))
    pages = files.mapInArrow(reading.read, from_arrow_schema(reading.READ))
    dealt = pages.repartition(cores * PARTS_PER_CORE)
    return dealt.mapInArrow(partial(reading.analyse, load=load), from_arrow_schema(reading.ANALYSED))


def _rows(pages: DataFrame, load: Load) -> DataFrame:
    """Give the rows of all tables; of a page that came several times, those of the first time and all captures."""
    first = F.row_number().over(Window.partitionBy("sha256").orderBy("file", "n")) == 1
    marked = pages.select("file", "n", "entry", "aside", first.alias("first"))
    return marked.mapInArrow(partial(reading.rows, load=load), from_arrow_schema(reading.CELLS))


def _empty(spark: SparkSession, table: tables.Table) -> DataFrame:
    return spark.createDataFrame([], from_arrow_schema(table.schema)).coalesce(1)


def _tally(folder: Folder) -> Tally:
    """Count what was written."""
    names = ("page", "capture", "set_aside", "report", "statement", "event")
    pages, captures, asides, reports, statements, events = (folder.count(name) for name in names)
    return Tally(pages, captures - pages, asides, reports, statements, events)


def _table(rows: DataFrame, table: tables.Table) -> DataFrame:
    """Give a table; of captures and complaints that come again, the first."""
    mine = rows.where(F.col("tbl") == table.name).select("file", "n", "cells")
    full = mine.mapInArrow(partial(tables.typed, table=table), from_arrow_schema(tables.placed(table)))
    if table.name in MAY_REPEAT:
        order = F.row_number().over(Window.partitionBy(*table.key).orderBy("file_", "n_"))
        full = full.withColumn("again_", order).where("again_ = 1").drop("again_")
    return full.drop("file_", "n_")
