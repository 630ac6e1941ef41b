"""Print the pins with the hash of each file: `pip install --dry-run --report - ... | python .ci/hashes.py`.

The hashes are those of the files that pip chose on this machine: another system or Python needs other files.
"""

import json
import platform
import sys


def main() -> None:
    made = []
    for one in json.load(sys.stdin)["install"]:
        name, version = one["metadata"]["name"], one["metadata"]["version"]
        made.append(f"{name}=={version} --hash=sha256:{one['download_info']['archive_info']['hashes']['sha256']}")
    python = ".".join(platform.python_version_tuple()[:2])
    print("# The pins of requirements-dev.txt with hashes. Written by make hashes; do not edit.")
    print(f"# For {platform.system()} {platform.machine()}, Python {python}: make test PINS=requirements-hashed.txt")
    print("\n".join(sorted(made, key=str.lower)))


if __name__ == "__main__":
    main()
