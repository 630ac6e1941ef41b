"""How long a search by meaning takes among many sentences, and how many sentences a second get a vector.

    meaning.py [--vectors 100000] [--rounds 9]

The vectors are made up: what is compared does not change the time. Times are of the processor.
"""

import argparse
import resource
import statistics
import tempfile
import time
from hashlib import sha256
from pathlib import Path

import numpy

from rasad.engine.meaning import DIMENSIONS, model, packed
from rasad.engine.nearness import Field
from rasad.store.vectors import create, path_of

SOME = 10_000
SENTENCE = "وزیر خارجه در نشست شمارهٔ {} گفت که دو کشور بر سر بازگشایی گذرگاه مرزی توافق کرده‌اند."
SENTENCES = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vectors", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=9, help="the middle of so many")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "made.rasad"
        fill(case, args.vectors)
        started = time.process_time()
        field = Field(case)
        print(f"{args.vectors:,} vectors: file {path_of(case).stat().st_size / 1e6:.0f} MB")
        print(f"  read in {time.process_time() - started:.2f} s; {peak()} MB of memory at most")
        asked = model().query("frontier crossing")
        times = [timed(field, asked) for _ in range(args.rounds)]
        print(f"  a search: {statistics.median(times) * 1000:.0f} ms")
    started = time.process_time()
    model().passages([SENTENCE.format(n) for n in range(SENTENCES)])
    print(f"{SENTENCES / (time.process_time() - started):.0f} sentences a second get a vector")


def fill(case: Path, count: int) -> None:
    lot = numpy.random.default_rng(20261122)
    with create(case) as held:
        held.claim("made up")
        for at in range(0, count, SOME):
            some = lot.standard_normal((min(SOME, count - at), DIMENSIONS), "float32")
            some /= numpy.linalg.norm(some, axis=1, keepdims=True)
            keys = (sha256(str(at + n).encode()).digest()[:16] for n in range(len(some)))
            made = ((key, ("ar", "fa")[key[0] % 2], packed(one)) for key, one in zip(keys, some, strict=True))
            held.put([], [], made)


def timed(field: Field, asked: object) -> float:
    started = time.process_time()
    field.nearest(asked, 60)
    return time.process_time() - started


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
