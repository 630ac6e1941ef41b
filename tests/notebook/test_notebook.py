"""The notebook: tables go to pandas, Polars and Arrow, plots are drawings, and the docs run as they are written."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import copyfile
from xml.etree import ElementTree

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import rasad
from exports.case import demo, exported
from rasad.notebook import Table
from rasad.sharing.tidy import tables

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
MEETING = "دمشق - سانا\nالتقى وزير الخارجية السوري فيصل المقداد نظيره الإيراني في دمشق يوم الأربعاء.\n"
BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("name", tables())
def test_a_table_is_the_exported_one_in_every_library(name: str) -> None:
    with rasad.open(demo()) as case:
        table: Table = getattr(case, name)
        assert len(table) == len(list(table)) > 0
        packed = pl.read_parquet(exported("parquet") / f"{name}.parquet")
        assert table.polars().equals(packed)
        assert pl.DataFrame(table).equals(packed)
        assert isinstance(table.arrow(), pa.Table)
        assert table.pandas().shape == packed.shape
        assert isinstance(table.frame(), pl.DataFrame)
        assert list(table.pandas().columns) == packed.columns == list(table[0])


def test_filters_and_private_people() -> None:
    with rasad.open(demo()) as whole, rasad.open(demo(), actor="IRQ", since="2024", private=True) as part:
        assert 0 < len(part.events) < len(whole.events)
        assert len(part.pages) < len(whole.pages)
        assert not any("private:" in str(row["entity"]) for row in part.parties)
        assert any("private:" in str(row["entity"]) for row in whole.parties)
        assert repr(whole).endswith("16 pages")


def test_one_page() -> None:
    page = rasad.read(MEETING, published="2023-05-04")
    (event,) = page.events
    assert (event["type"], event["mode"], event["edtf"], event["quote"]) == (
        "CONSULT",
        "meeting",
        "2023-05-03",
        "التقى",
    )
    assert {row["name"] for row in page.parties} >= {"Faisal Mekdad"}
    assert page.text[slice(*page.record.events[0].trigger)] == "التقى"
    assert {row["field"] for row in page.evidence} >= {"trigger", "date"}
    assert len(page.statements) + len(page.skipped) >= 0


def test_a_page_is_shown_as_text() -> None:
    shown = rasad.read(MEETING + "<script>alert(1)</script>")._repr_html_()
    assert "<script" not in shown
    assert 'dir="auto"' in shown
    assert ">التقى</mark>" in shown


def test_a_table_is_shown_and_counts_the_rest() -> None:
    with rasad.open(demo()) as case:
        shown = case.events._repr_html_()
        assert shown.count("<tr>") == 21
        assert f"{len(case.events) - 20} more rows" in shown
        assert shown == case.events._repr_html_()
        assert isinstance(case.events.pandas(), pd.DataFrame)


def test_plots_are_drawings_and_always_the_same(tmp_path: Path) -> None:
    with rasad.open(demo()) as case:
        for plot in (case.timeline(), case.network()):
            root = ElementTree.fromstring(plot._repr_svg_())
            assert root.tag == "{http://www.w3.org/2000/svg}svg"
            assert len(list(root.iter("{http://www.w3.org/2000/svg}title"))) > 20
        case.network().save(tmp_path / "n.svg")
        assert (tmp_path / "n.svg").read_text("utf-8") == case.network()
    with rasad.open(demo(), actor="nobody at all") as empty:
        assert "no event" in empty.timeline()
        assert "<svg" in empty.network()


def test_commands_start_without_the_notebook() -> None:
    asked = "import sys, rasad.cli; sys.exit('rasad.notebook' in sys.modules or 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
    with pytest.raises(AttributeError):
        rasad.nothing  # noqa: B018


@pytest.mark.parametrize("page", ["notebook.md", "exports.md"])
def test_the_how_to_runs_as_it_is_written(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copyfile(demo(), tmp_path / "demo.rasad")
    (tmp_path / "demo").symlink_to(exported("tidy"))
    (tmp_path / "demo.gexf").symlink_to(exported("gexf") / "demo.gexf")
    monkeypatch.chdir(tmp_path)
    blocks = BLOCK.findall((HOW_TO / page).read_text("utf-8"))
    assert len(blocks) >= 2
    space: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, page, "exec"), space)
