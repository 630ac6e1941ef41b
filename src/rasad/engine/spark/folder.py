"""The folder of a build: finished tables, and checkpoints of a run that is not. It may lie anywhere Hadoop knows."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from pyspark.sql import DataFrame, SparkSession

from rasad.engine.spark.tables import MANIFEST
from rasad.errors import CaseError

CHECKPOINTS = "checkpoints"
_DONE = "_SUCCESS"
"""What Spark leaves in a folder when all of it is written."""


class Folder:
    """Writes through Spark, and looks through Hadoop: on a disk, HDFS and S3 alike."""

    def __init__(self, spark: SparkSession, place: str) -> None:
        self.spark = spark
        self.place = place.rstrip("/")

    def claim(self, manifest: Mapping[str, Any]) -> None:
        """Take the folder for a run. One that holds a run of other input, program or packs is refused."""
        text = msgspec.json.format(msgspec.json.encode(manifest, order="deterministic"), indent=1).decode()
        system, path = self._at(MANIFEST)
        if not system.exists(path):
            stream = system.create(path)
            stream.write(bytearray(text.encode()))
            stream.close()
        elif self._text(MANIFEST) != text:
            why = "holds a build of other pages, or by another version of Rasad"
            raise CaseError(f"{self.place}: {why}. Name another folder, or remove this one.")

    def once(self, name: str, make: Callable[[], DataFrame], by: str | None = None) -> None:
        """Make a checkpoint, unless it is there whole."""
        self._write(f"{CHECKPOINTS}/{name}", make, by)

    def table(self, name: str, make: Callable[[], DataFrame]) -> None:
        """Make a table, unless it is there whole."""
        self._write(name, make, None)

    def read(self, name: str) -> DataFrame:
        """Read a checkpoint."""
        return self.spark.read.parquet(f"{self.place}/{CHECKPOINTS}/{name}")

    def count(self, name: str) -> int:
        """Count the rows of a table."""
        return self.spark.read.parquet(f"{self.place}/{name}").count()

    def _write(self, name: str, make: Callable[[], DataFrame], by: str | None) -> None:
        system, done = self._at(f"{name}/{_DONE}")
        if system.exists(done):
            return
        writer = make().write.mode("overwrite")
        (writer.partitionBy(by) if by else writer).parquet(f"{self.place}/{name}")

    def _at(self, name: str) -> tuple[Any, Any]:
        java: Any = self.spark._jvm  # the one way to Hadoop's file systems; public in name only
        path = java.org.apache.hadoop.fs.Path(f"{self.place}/{name}")
        return path.getFileSystem(self.spark._jsc.hadoopConfiguration()), path

    def _text(self, name: str) -> str:
        system, path = self._at(name)
        stream = system.open(path)
        try:
            return bytes(stream.readAllBytes()).decode()
        finally:
            stream.close()
