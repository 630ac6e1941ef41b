"""What holds for all tests: none of them touches the folder in which commands keep the loaded packs."""

import os

os.environ["RASAD_CACHE"] = "off"
