"""Fuzz with atheris, which looks for bytes that reach new code: `make fuzz`, or one target alone.

    PYTHONPATH=tests python tests/fuzz/guided.py TARGET FOLDER -max_total_time=300

FOLDER keeps what reached new code, and the input of a crash. What follows goes to libFuzzer: `-runs=1000 -seed=1` is
the same every time, a file alone is tried once. A crash that was mended is kept in tests/fuzz/kept/TARGET, from where
every run of the tests and of the fuzzer begins.
"""

import sys
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fuzz.targets import Fuzzed

WATCHED = ["rasad", "feedparser"]
"""Whose new code counts: to watch all that is imported takes minutes to begin and slows everything down."""
HANGING = 600
"""Seconds after which an input is a hang; the machine may be busy with other things."""
KEPT = Path(__file__).parent / "kept"


def kept(name: str) -> list[bytes]:
    """Give the inputs that once broke a target."""
    return [path.read_bytes() for path in sorted((KEPT / name).glob("*"))]


def prepare(name: str, target: "Fuzzed", folder: Path) -> list[str]:
    """Write what a target begins from into a folder, and give the arguments of libFuzzer that name it."""
    begun, words = folder / "begun", folder / "words"
    for made in (folder / "found", begun):
        made.mkdir(parents=True, exist_ok=True)
    for seed in (*target.seeds(), *kept(name)):
        (begun / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    quoted = ("".join(f"\\x{byte:02x}" for byte in word) for word in target.words())
    words.write_text("".join(f'"{word}"\n' for word in quoted), encoding="ascii")
    named = [f"-dict={words}"] if target.words() else []
    return [str(folder / "found"), str(begun), *named, f"-artifact_prefix={folder}/", f"-timeout={HANGING}"]


def main() -> None:
    """Run the target that is named first, in the folder named second."""
    atheris = import_module("atheris")
    name, folder, *rest = sys.argv[1:]
    with atheris.instrument_imports(include=WATCHED):
        targets = import_module("fuzz.targets")
        target: Fuzzed = targets.TARGETS[name]
        targets.warm()
    given = prepare(name, target, Path(folder)) if not any(Path(one).is_file() for one in rest) else []
    atheris.Setup([sys.argv[0], *given, *rest], target.run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
