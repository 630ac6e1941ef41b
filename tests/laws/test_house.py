"""What holds for the house: what is imported is declared, and what is installed is whole."""

import ast
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

NOT_JOINING = set("اآأإدذرزژوؤةء")  # a string of such letters is a table of letters and no word

DICE = {("web/desk.py", "secrets"), ("web/judging.py", "secrets")}
"""The desk's own token, by which a form shows that it is of this desk."""
ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def imported() -> set[str]:
    """Give the top names of all modules that the package imports, and that are neither its own nor Python's."""
    names: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.split(".")[0])
    return names - set(sys.stdlib_module_names) - {"rasad"}


def plain(requirement: str) -> str:
    return requirement.split(";")[0].split(">")[0].split("=")[0].strip().lower().replace("_", "-")


def test_what_is_imported_is_declared_and_nothing_else() -> None:
    homes = packages_distributions()
    extras = {plain(one) for some in PROJECT["project"].get("optional-dependencies", {}).values() for one in some}
    needed = {plain(homes.get(name, [name])[0]) for name in imported()}
    assert needed - extras == {plain(one) for one in PROJECT["project"]["dependencies"]}
    assert extras - needed == set()


def test_what_is_declared_is_pinned() -> None:
    pins = (ROOT / "requirements-dev.txt").read_text("utf-8").splitlines()
    pinned = {plain(pin) for pin in pins if "==" in pin}
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    assert {plain(one) for one in wanted} - pinned == set()


def test_the_wheel_holds_every_file(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        held = {name for name in opened.namelist() if name.startswith("rasad/")}
    there = {p.relative_to(SOURCE).as_posix() for p in (SOURCE / "rasad").rglob("*") if p.is_file()}
    assert held == {name for name in there if "__pycache__" not in name}
    assert {"rasad/store/schema.sql", "rasad/packs/tables.toml", "rasad/packs/fa/months.tsv"} <= held


def test_nothing_asks_the_clock_or_rolls_dice() -> None:
    rolling = {"time", "random", "secrets", "uuid", "locale", "getpass", "socket"}
    asking = {"now", "today", "utcnow", "getmtime", "gethostname", "getcwd", "cwd"}
    found = set()
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names = {alias.name.split(".")[0] for alias in node.names} & rolling
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = {(node.module or "").split(".")[0]} & rolling
            else:
                called = node.func if isinstance(node, ast.Call) else None
                names = {called.attr} & asking if isinstance(called, ast.Attribute) else set()
            found |= {(path.relative_to(SOURCE / "rasad").as_posix(), name) for name in names}
    assert found == DICE


def test_only_packs_hold_words() -> None:
    """Words of a language are rows. Python may hold affixes and the shortest function words, which are grammar."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                words = [word for word in node.value.split() if sum("\u0620" <= c <= "\u06ff" for c in word) > 5]
                found += [
                    f"{path.relative_to(ROOT)}:{node.lineno}: {word}"
                    for word in words
                    if word.isalpha() and len(set(word) & NOT_JOINING) < 5
                ]
    assert found == []
