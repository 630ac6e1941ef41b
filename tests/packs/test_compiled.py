"""Packs kept for the next run: the same with and without, whatever happens to the folder."""

import io
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from rasad.cli.packing import cache_folder
from rasad.packs import Packs, compiled, load
from rasad.packs.lexicon import find
from rasad.tokens import fold

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
fresh = load.__wrapped__
"""`load` without the memory of this process."""


def as_bytes(packs: Packs) -> bytes:
    """Write out all that packs hold and find."""
    marks = [
        [find(words, fold(text), text) for words in packs.lexicons.values()]
        for text in (path.read_text("utf-8") for path in EXAMPLES)
    ]
    entries = [list(words.entries) for words in packs.lexicons.values()]
    facts = (packs.register, packs.frames, sorted(packs.posts), packs.version)
    return msgspec.msgpack.encode((marks, entries, facts))


def kept(cache: Path) -> Path:
    (folder,) = cache.glob("packs-*")
    return folder


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cache = tmp_path_factory.mktemp("cache")
    fresh(None, cache)
    return cache


@pytest.fixture
def cache(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "cache"))


def test_kept_packs_are_the_same(cache: Path) -> None:
    read = fresh(None, cache)
    assert isinstance(read.lexicons["fa"].entries, compiled.KeptEntries)
    assert as_bytes(read) == as_bytes(load())


@pytest.mark.parametrize("name", ["facts", "fa.automaton", "ar.entries", "sums"])
def test_a_broken_file_is_made_again(cache: Path, name: str) -> None:
    path = kept(cache) / name
    path.write_bytes(path.read_bytes()[:-7])
    assert compiled.read(cache, path.parent.name) is None
    assert fresh(None, cache).version == load().version
    assert compiled.read(cache, path.parent.name) is not None


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_bytes(b"")
    assert fresh(None, place / "cache").version == load().version


def test_rows_of_ones_own_are_kept_apart(cache: Path, tmp_path: Path) -> None:
    more = tmp_path / "mine"
    (more / "actors").mkdir(parents=True)
    (more / "actors" / "people.tsv").write_text(
        "id\tenglish\tcountry\tsector\nmine-a\tA. Nonesuch\tIRN\tCVL\n", "utf-8"
    )
    packs = fresh(more, cache)
    assert packs.register.people["mine-a"].name == "A. Nonesuch"
    assert packs.version != load().version
    assert len(list(cache.glob("packs-*"))) == 2
    assert "mine-a" not in fresh(None, cache).register.people


def test_two_runs_at_once(tmp_path: Path) -> None:
    code = "import sys, pathlib, rasad.packs as p; print(p.load(None, pathlib.Path(sys.argv[1])).version)"
    command = [sys.executable, "-c", code, str(tmp_path / "cache")]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = {run.communicate()[0].strip() for run in runs}
    assert told == {load().version}
    assert [path.name[:6] for path in (tmp_path / "cache").iterdir()] == ["packs-"]
    assert as_bytes(fresh(None, tmp_path / "cache")) == as_bytes(load())


def test_old_contents_go(cache: Path) -> None:
    for number in range(6):
        (cache / f"packs-{number}").mkdir()
    shutil.rmtree(cache / kept_name(cache))
    fresh(None, cache)
    assert len(list(cache.glob("packs-*"))) == 4


def kept_name(cache: Path) -> str:
    return next(path.name for path in cache.glob("packs-*") if len(path.name) > 10)


def test_no_other_pickle_is_read() -> None:
    with pytest.raises(pickle.UnpicklingError):
        compiled.OnlyAutomata(io.BytesIO(pickle.dumps(print))).load()


@pytest.mark.parametrize(
    ("environment", "system", "folder"),
    [
        ({"HOME": "/h"}, "linux", "/h/.cache/rasad"),
        ({"HOME": "/h", "XDG_CACHE_HOME": "/x"}, "linux", "/x/rasad"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Caches/rasad"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/rasad"),
        ({"HOME": "/h", "RASAD_CACHE": "/own"}, "linux", "/own"),
    ],
)
def test_where_they_are_kept(environment: dict[str, str], system: str, folder: str) -> None:
    assert cache_folder(environment, system) == Path(folder)


@pytest.mark.parametrize("environment", [{}, {"HOME": "/h", "RASAD_CACHE": "off"}])
def test_nowhere(environment: dict[str, str]) -> None:
    assert cache_folder(environment, "linux") is None
