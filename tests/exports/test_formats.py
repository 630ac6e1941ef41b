"""Exports keep to the letter of their formats: held to rules written from the formats' descriptions (formats.py)."""

import json
from pathlib import Path

import pytest

from exports.case import demo, exported, only, texts
from exports.formats import gexf_faults, readr_types, timeline_faults, webanno_labels
from rasad.sharing.spans import labelled
from rasad.sharing.tidy import tables
from rasad.store.db import open_case
from rasad.store.records import entries

READR = {"string": {"character", "date"}, "integer": {"number"}, "number": {"number"}, "boolean": {"logical"},
         "date": {"date"}}  # fmt: skip
"""What readr may guess without a loss: words that are all days lose nothing as days; as numbers ids would."""


def test_the_network_keeps_to_gexf_1_3() -> None:
    assert gexf_faults(only("gexf")) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('version="1.3"', 'version="1.2"', "gexf version=1.2"), ("<nodes>", "<edges /><nodes>", "0 of nodes"),
        ('type="integer"', 'type="number"', "attribute type=number"), ("<edge ", '<edge colour="red" ', "attributes"),
        ('source="', 'source="x', "edge to no node"),
        ('for="events" value="', 'for="events" value="a', "is no integer"),
    ],
)  # fmt: skip
def test_what_breaks_gexf_is_found(tmp_path: Path, old: str, new: str, fault: str) -> None:
    broken = tmp_path / "broken.gexf"
    text = only("gexf").read_text("utf-8")
    assert old in text
    broken.write_text(text.replace(old, new), encoding="utf-8")
    assert any(fault in one for one in gexf_faults(broken)), gexf_faults(broken)[:3]


def test_every_label_comes_back_from_webanno_at_its_place() -> None:
    """Read by the grammar of WebAnno TSV 3.3: no sign is left unescaped, no number stands for two labels."""
    pages = texts()
    with open_case(demo()) as case:
        hashes = {entry.record.sha256: len({(o.start, o.end, o.label, o.entity) for o in labelled(entry)})
                  for entry in entries(case.db)}  # fmt: skip
    read = {}
    for path in exported("webanno").glob("*.tsv"):
        sha = next(one for one in pages if one.startswith(path.stem[-8:]))
        read[sha] = len(webanno_labels(path, pages[sha]))
    assert read.keys() == hashes.keys()
    assert sum(read.values()) > 200
    assert read == hashes


def test_timelinejs_has_days_that_exist_in_order() -> None:
    data = json.loads(only("timelinejs").read_text("utf-8"))
    assert data["events"]
    assert list(timeline_faults(data)) == []
    assert list(timeline_faults({"events": [*data["events"], data["events"][0]]})) == ["unique_id is not unique"]


ONE_VALUE = {("contradictions", "value")}
"""The one contradiction of the examples sets a bare number beside «at least 112»: readr takes these for numbers."""


@pytest.mark.parametrize("name", tables())
def test_readr_guesses_the_types_that_are_declared(name: str) -> None:
    """With its defaults; a column without any value is `logical` to readr, whatever it is declared."""
    guessed = readr_types(exported("tidy") / f"{name}.csv")
    for column in tables()[name].columns:
        kind = guessed[column.name]
        if (name, column.name) in ONE_VALUE:
            continue
        if kind != "logical" or column.type == "boolean":
            assert kind in READR[column.type], column.name
