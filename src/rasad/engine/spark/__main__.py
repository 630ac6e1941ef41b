"""For `spark-submit`: `spark-submit [SETTINGS] .../rasad/engine/spark/__main__.py PAGES... -o DIR`."""

import sys

from rasad.cli import main

if __name__ == "__main__":
    main(["spark", "build", *sys.argv[1:]])
