"""Rasad in a notebook: `rasad.read(text)` reads a page, `rasad.open(case)` opens a case; both give tables and plots."""

from rasad.notebook.case import CaseView, open_view
from rasad.notebook.plots import Svg
from rasad.notebook.reading import Reading, read_text
from rasad.notebook.table import Table

__all__ = ["CaseView", "Reading", "Svg", "Table", "open_view", "read_text"]
