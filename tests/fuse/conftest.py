"""Let the tests of this folder import `gold_records`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
