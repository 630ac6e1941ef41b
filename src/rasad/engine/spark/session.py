"""Spark as a build needs it: on this machine, on a cluster that is named, or as `spark-submit` has set it up."""

import os
import re
import sys
import warnings

from pyspark.sql import SparkSession

_LOCAL = re.compile(r"local\[(\d+|\*)\]|local")
TRIES = 4
"""A part whose worker dies is tried again so often; `local[N]` alone never tries again."""
_SETTINGS = {
    "spark.app.name": "rasad",
    "spark.sql.session.timeZone": "UTC",
    "spark.task.maxFailures": str(TRIES),
    "spark.ui.showConsoleProgress": "false",
}
_HERE = "127.0.0.1"
_ON_ONE_MACHINE = {"spark.ui.enabled": "false", "spark.driver.host": _HERE, "spark.driver.bindAddress": _HERE}


def session(master: str | None) -> SparkSession:
    """Start Spark, or take the running one. Without `master`: as `spark-submit` says, else all cores here."""
    # Workers of this machine use this Python; those of a cluster the one that its settings name.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")
    builder = SparkSession.builder
    submitted = "SPARK_ENV_LOADED" in os.environ
    chosen = master or (None if submitted else "local[*]")
    settings = dict(_SETTINGS)
    if chosen is not None:
        local = _LOCAL.fullmatch(chosen)
        builder = builder.master(f"local[{local[1] or 1},{TRIES}]" if local else chosen)
        if local:
            settings |= _ON_ONE_MACHINE
    for name, value in settings.items():
        builder = builder.config(name, value)
    found: SparkSession = builder.getOrCreate()
    found.sparkContext.setLogLevel("ERROR")
    cores = found.sparkContext.defaultParallelism
    if chosen is not None and "spark.sql.shuffle.partitions" not in dict(found.sparkContext.getConf().getAll()):
        found.conf.set("spark.sql.shuffle.partitions", cores * 2)
    return found
