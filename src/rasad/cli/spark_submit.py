"""For `spark-submit`: `spark-submit [SETTINGS] .../rasad/cli/spark_submit.py PAGES... -o DIR`."""

import sys

from rasad.cli import main

if __name__ == "__main__":
    main(["spark", "build", *sys.argv[1:]])
