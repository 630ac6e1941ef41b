"""Fusion on Spark: who is who, copies, blocks, points, components, events. What is decided is decided in `fuse/`."""

from functools import partial

import pyarrow as pa
from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema

from rasad.engine.spark import blocks
from rasad.engine.spark.components import components
from rasad.engine.spark.folder import Folder
from rasad.engine.spark.reading import KEPT, kept
from rasad.fuse.blocking import PARTNERS
from rasad.fuse.blocks import BOUND, CROWD
from rasad.fuse.copies import FEWEST, SHARED_BY
from rasad.fuse.kin import COMMUNIQUE
from rasad.fuse.passing import CROWD as DEED_CROWD

STRETCH = 20_000
"""Reports of a block that one part pairs: a larger block is cut into stretches of its days, each part of its own."""
FAMILY_AND_COUNTRY = 2
"""Words in the name of a block that `crowded` cuts finer."""


def fuse(folder: Folder, version: str) -> None:
    """Make events of the reports that were read, step by step; see the functions below for each."""
    keys = _map(folder.read("rows").where("tbl = 'fusion_key'").select("cells"), kept, KEPT)
    folder.once("actors", lambda: _actors(keys, version))
    folder.once("copies", lambda: _copies(keys))
    folder.once("reports", lambda: _reports(keys, folder.read("actors")))
    reports, copies = folder.read("reports"), folder.read("copies")
    folder.once("pairs", lambda: _best(_map(_members(reports), blocks.pairs, blocks.PAIRS)))
    folder.once("points", lambda: _points(folder.read("pairs"), reports, copies))
    likes = folder.read("points")
    folder.once("components", lambda: components(likes.select("a", "b")))
    scenes = _scenes(reports, likes, copies, folder.read("components"))
    folder.once("groups", lambda: _map(scenes, blocks.groups, blocks.GROUPS))
    groups = folder.read("groups")
    folder.once("kin", lambda: _kin(groups))
    folder.once("made", lambda: _made(groups, folder.read("kin")))
    made, related = folder.read("made"), copies.unionByName(folder.read("kin"))
    folder.once("recalls", lambda: _recalls(keys, reports, made, version))
    actors, recalls = folder.read("actors"), folder.read("recalls")
    folder.once("events", lambda: _rows(made, groups, actors, related, recalls, version), by="tbl")


def _actors(keys: DataFrame, version: str) -> DataFrame:
    """Tell who is who. In one part: sightings are few beside pages, and any two may be of one actor."""
    seen = _map(keys, blocks.sightings, KEPT).coalesce(1)
    return _map(seen, partial(blocks.actors, version=version), blocks.ACTORS)


def _copies(keys: DataFrame) -> DataFrame:
    """Count the runs that any two pages share; a run on many pages is boilerplate and makes no pair."""
    runs = _map(keys, blocks.prints, blocks.PRINTS)
    sizes = runs.select("page", "size").distinct()
    shared_by = runs.groupBy("run").count().where(f"count BETWEEN 2 AND {SHARED_BY}").select("run")
    shared = runs.join(shared_by, "run").select("run", "page")
    other = shared.select("run", F.col("page").alias("other"))
    pairs = shared.join(other, "run").where("page < other").groupBy("page", "other").count()
    counted = pairs.where(f"count >= {FEWEST}").withColumnRenamed("count", "shared")
    other_sizes = sizes.select(F.col("page").alias("other"), F.col("size").alias("other_size"))
    return _map(counted.join(sizes, "page").join(other_sizes, "other"), blocks.copies, blocks.COPIES)


def _reports(keys: DataFrame, actors: DataFrame) -> DataFrame:
    """Give the reports with their blocks, their parties as they are known."""
    of_page = actors.where("page IS NOT NULL").groupBy("page").agg(F.collect_list("actor").alias("actors"))
    return _map(keys.join(of_page, "page", "left"), blocks.reports, blocks.REPORTS)


def _members(reports: DataFrame) -> DataFrame:
    """Give the members of all blocks, in order; a crowded block is there once more, cut finer."""
    about = ["id", "page", "about", "first", "last"]
    whole = reports.select(*about, "rarest", F.explode("blocks").alias("block"))
    sizes = whole.groupBy("block").count().where("count > 1")
    crowded = sizes.where((F.col("count") > CROWD) & (F.size("block") == FAMILY_AND_COUNTRY)).select("block")
    finer = whole.join(crowded, "block").withColumn("rare", F.explode("rarest"))
    finer = finer.withColumn("block", F.concat("block", F.array(F.lit("rarest"), "rare")))
    finer_sizes = finer.groupBy("block").count().where("count > 1")
    both = whole.join(sizes, "block").unionByName(finer.drop("rare").join(finer_sizes, "block"))
    some = both.select(*about, F.concat_ws("\t", "block").alias("block"), "count")
    small = some.where(F.col("count") <= STRETCH).withColumns({"stretch": F.lit(0), "guest": F.lit(False)})
    members = small.drop("count").unionByName(_stretches(some.where(F.col("count") > STRETCH).drop("count")))
    return members.repartition("block", "stretch").sortWithinPartitions("block", "stretch", "about", "id")


def _stretches(large: DataFrame) -> DataFrame:
    """Cut large blocks into stretches, each with the next few reports as guests: what pairs is what would pair whole.

    A report's place in its block is counted in two steps, so that no part ever sorts the whole of a block.
    """
    near = ["block", "about", "letters"]
    cut = large.withColumn("letters", F.substring("id", 1, 2))
    before = Window.partitionBy("block").orderBy("about", "letters").rowsBetween(Window.unboundedPreceding, -1)
    starts = cut.groupBy(*near).count().withColumn("start", F.coalesce(F.sum("count").over(before), F.lit(0)))
    within = F.row_number().over(Window.partitionBy(*near).orderBy("id")) - 1
    placed = cut.withColumn("within", within).join(starts.drop("count"), near)
    placed = placed.withColumn("place", F.col("start") + F.col("within")).drop("start", "within", "letters")
    own: Column = (F.col("place") / STRETCH).cast("int")
    mine = placed.withColumns({"stretch": own, "guest": F.lit(False)})
    guests = mine.where((F.col("place") % STRETCH < BOUND) & (F.col("stretch") > 0))
    guests = guests.withColumns({"stretch": F.col("stretch") - 1, "guest": F.lit(True)})
    return mine.unionByName(guests).drop("place")


def _best(pairs: DataFrame) -> DataFrame:
    """Keep for every report the partners it shares most blocks with; a pair is kept if either of the two keeps it."""
    shared = pairs.groupBy("a", "b").count()
    sides = shared.withColumn("side", F.explode(F.array("a", "b")))
    order = Window.partitionBy("side").orderBy(F.desc("count"), "a", "b")
    best = sides.withColumn("rank", F.row_number().over(order)).where(f"rank <= {PARTNERS}")
    return best.select("a", "b").distinct()


def _points(pairs: DataFrame, reports: DataFrame, copies: DataFrame) -> DataFrame:
    """Compare the pairs."""
    told = pairs
    for side in ("a", "b"):
        mine = reports.select(F.col("id").alias(side), *(F.col(was).alias(f"{was}_{side}") for was in ("page", "data")))
        told = told.join(mine, side)
    ordered = (F.least("page_a", "page_b").alias("page"), F.greatest("page_a", "page_b").alias("other"))
    told = told.select("a", "b", "data_a", "data_b", *ordered)
    known = copies.select("page", "other", F.lit(True).alias("copied"))
    told = told.join(known, ["page", "other"], "left").fillna(False, ["copied"]).drop("page", "other")
    return _map(told.repartition("a").sortWithinPartitions("a", "b"), blocks.score, blocks.POINTS)


def _scenes(reports: DataFrame, likes: DataFrame, copies: DataFrame, parts: DataFrame) -> DataFrame:
    """Put together what each component is made of: its reports, its pairs, and copies among its pages."""
    held = reports.select("id", "page", "data").join(parts, "id", "left")
    held = held.withColumn("component", F.coalesce("component", "id"))
    pairs = likes.join(parts.withColumnRenamed("id", "a"), "a").select("component", "a", "b", "points")
    pages = held.select("component", "page").distinct()
    others = pages.withColumnRenamed("page", "other")
    among = copies.select("page", "other").join(pages, "page").join(others, ["component", "other"])
    nothing = {"a": F.lit(None).cast("string"), "b": F.lit(None).cast("string"), "points": F.lit(None).cast("double")}
    empty = F.lit(None).cast("binary")
    some = [
        held.select("component", "data").withColumns({"kind": F.lit("report"), **nothing}),
        pairs.withColumns({"kind": F.lit("pair"), "data": empty}),
        among.select("component", F.col("page").alias("a"), F.col("other").alias("b")).withColumns(
            {"kind": F.lit("copy"), "points": nothing["points"], "data": empty}
        ),
    ]
    found = some[0].unionByName(some[1]).unionByName(some[2])
    return found.repartition("component").sortWithinPartitions("component", "kind", "a", "b")


def _kin(groups: DataFrame) -> DataFrame:
    """Find the pages that tell the same from one source."""
    pairs = _map(groups.where(F.size("pages") > 1), blocks.tellings, blocks.TELLINGS)
    ordered = pairs.repartition("page", "other").sortWithinPartitions("page", "other", "group")
    return _map(ordered, blocks.kin, blocks.COPIES)


def _made(groups: DataFrame, kin: DataFrame) -> DataFrame:
    """Make the events, each with those pairs of its pages that repeat each other in other words."""
    repeated = kin.where(F.col("kind") != COMMUNIQUE).select("page", "other")
    pages = groups.where(F.size("pages") > 1).select("id", F.explode("pages").alias("page"))
    among = repeated.join(pages, "page").join(pages.withColumnRenamed("page", "other"), ["id", "other"])
    pairs = among.groupBy("id").agg(F.array_sort(F.collect_list(F.array("page", "other"))).alias("kin"))
    return _map(groups.join(pairs, "id", "left"), blocks.made, blocks.EVENTS)


def _recalls(keys: DataFrame, reports: DataFrame, made: DataFrame, version: str) -> DataFrame:
    """Find the events that pages name in passing: blocks are those of the deeds alone, which are the fewer."""
    deeds = _map(keys, blocks.deeds, blocks.DEEDS)
    met = _map(reports, blocks.met_by_deeds, blocks.MET).join(deeds.select("block").distinct(), "block")
    small = met.groupBy("block").count().where(f"count <= {DEED_CROWD}").select("block")
    days = met.join(small, "block").withColumnsRenamed({"first": "opens", "last": "closes"})
    shared = days.join(deeds, "block").where("page <> own AND first <= closes AND opens <= last")
    order = Window.partitionBy("page", "n").orderBy(F.desc("count"), "id")
    counted = shared.groupBy("page", "n", "id").count().withColumn("rank", F.row_number().over(order))
    best = counted.where(f"rank <= {PARTNERS}").select("page", "n", "id")
    told = best.join(reports.select("id", F.col("data").alias("report")), "id")
    told = told.join(_map(made, blocks.owners, blocks.OWNERS), "id")
    told = told.join(deeds.select("page", "n", "data").distinct(), ["page", "n"])
    ordered = told.repartition("page", "n").sortWithinPartitions("page", "n", "id")
    return _map(ordered, partial(blocks.recalls, version=version), blocks.CELLS)


def _rows(
    made: DataFrame, groups: DataFrame, actors: DataFrame, copies: DataFrame, recalls: DataFrame, version: str
) -> DataFrame:
    """Give the rows of all that fusion makes: events, what is part of what, copies and actors."""
    told = _map(made.join(groups.select("id", "reports"), "id"), blocks.by_page, blocks.TOLD)
    fits = _map(told.repartition("page").sortWithinPartitions("page"), blocks.occasions, blocks.FITS)
    parts = _map(
        fits.repartition("deed").sortWithinPartitions("deed"), partial(blocks.parts, version=version), blocks.CELLS
    )
    found = parts.unionByName(_map(made, partial(blocks.events, version=version), blocks.CELLS))
    found = found.unionByName(_map(copies, partial(blocks.copy_rows, version=version), blocks.CELLS))
    found = found.unionByName(actors.where("tbl IS NOT NULL").select("tbl", "cells"))
    found = found.unionByName(recalls)
    return found.select("tbl", F.lit(0).alias("file"), F.lit(0).alias("n"), "cells")


def _map(some: DataFrame, function: object, schema: pa.Schema) -> DataFrame:
    return some.mapInArrow(function, from_arrow_schema(schema))  # type: ignore[arg-type]
