"""Connected components of many pairs: each part joins what it holds, then fewer parts join what is left of it."""

from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

from rasad.engine.spark.reading import Batches, batches_of

EDGES = pa.schema([("a", pa.string()), ("b", pa.string())])
FEWER = 8
"""Parts of which one is made in each turn: what a part gives is at most one pair for each of its nodes."""


def components(pairs: DataFrame) -> DataFrame:
    """Give `id` and `component` of everything that is in a pair; a component is called by its least id."""
    parts = max(1, pairs.sparkSession.sparkContext.defaultParallelism)
    found = pairs
    while True:
        found = found.repartition(parts).mapInArrow(contract, from_arrow_schema(EDGES))
        if parts == 1:
            return found.withColumnsRenamed({"a": "id", "b": "component"})
        parts = max(1, parts // FEWER)


def contract(batches: Batches) -> Batches:
    """Join the pairs of one part; give every node once, with the least of those it is joined to."""
    root: dict[str, str] = {}
    for batch in batches:
        for a, b in zip(*(batch.column(at).to_pylist() for at in (0, 1)), strict=True):
            low, high = sorted((_root(root, a), _root(root, b)))
            root[high] = low
    yield from batches_of(_pairs(root), EDGES)


def _pairs(root: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((node, _root(root, node)) for node in list(root))


def _root(root: dict[str, str], node: str) -> str:
    """Give the least node known of a node's component, and shorten the way to it."""
    at = root.setdefault(node, node)
    while root[at] != at:
        at = root[at]
    while root[node] != at:
        root[node], node = at, root[node]
    return at
