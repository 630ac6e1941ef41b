"""Maps, networks, timelines, calendars, feeds: read by the tools of those who use them."""

import json
from datetime import datetime

import feedparser
import networkx as nx
import pandas as pd
from jsonschema import Draft202012Validator
from networkx.readwrite.gexf import GEXF

from exports.case import exported, only

POSITION = {
    "type": "array",
    "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180},
        {"type": "number", "minimum": -90, "maximum": 90},
    ],
    "minItems": 2,
    "maxItems": 2,
}
GEOJSON = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "required": ["type", "id", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "geometry": {
                        "anyOf": [
                            {"type": "null"},
                            {
                                "required": ["type", "coordinates"],
                                "properties": {"type": {"const": "Point"}, "coordinates": POSITION},
                            },
                        ]
                    },
                },
            },
        },
    },
}
DAY = {
    "type": "object",
    "required": ["year"],
    "properties": {
        "year": {"type": "integer"},
        "month": {"minimum": 1, "maximum": 12},
        "day": {"minimum": 1, "maximum": 31},
    },
    "additionalProperties": False,
}
TIMELINE = {
    "required": ["events"],
    "additionalProperties": False,
    "properties": {
        "title": {},
        "scale": {"enum": ["human", "cosmological"]},
        "events": {
            "type": "array",
            "items": {
                "required": ["start_date", "text", "unique_id"],
                "properties": {"start_date": DAY, "end_date": DAY, "text": {"required": ["headline", "text"]}},
            },
        },
    },
}


def test_a_map_has_towns_and_no_capitals_for_countries() -> None:
    data = json.loads(only("geojson").read_text("utf-8"))
    Draft202012Validator(GEOJSON).validate(data)
    places = {f["properties"].get("place"): f["geometry"] for f in data["features"]}
    assert places["Damascus"]["coordinates"] == [36.2913, 33.5102]
    assert places["Syria"] is None
    assert places["Idlib Governorate"] is None


def test_networkx_reads_the_network() -> None:
    """It knows 1.2 and takes 1.3 under its own name: docs/how-to/exports.md."""
    GEXF.versions["1.3"] = {**GEXF.versions["1.2draft"], "NS_GEXF": "http://gexf.net/1.3", "VERSION": "1.3"}
    graph = nx.read_gexf(only("gexf"), version="1.3")
    assert graph.is_directed()
    node = graph.nodes["per-ebrahim-raisi"]
    assert (node["label"], node["kind"], node["country"]) == ("Ebrahim Raisi", "person", "IRN")
    edge = graph.edges["per-ebrahim-raisi", "per-bashar-al-assad"]
    assert edge["weight"] >= 1
    assert edge["cooperation"] + edge["conflict"] == edge["weight"]
    assert graph.has_edge("per-bashar-al-assad", "per-ebrahim-raisi")


def test_a_timeline_has_days_and_no_language() -> None:
    text = only("timelinejs").read_text("utf-8")
    data = json.loads(text)
    Draft202012Validator(TIMELINE).validate(data)
    assert "language" not in data
    slides = {slide["unique_id"]: slide for slide in data["events"]}
    events = pd.read_csv(exported("tidy") / "events.csv")
    for row in events[events["event"].isin(slides)].to_dict("records"):
        assert slides[row["event"]]["display_date"] == row["edtf"]
        assert ("end_date" in slides[row["event"]]) == ("/" in row["edtf"])


def lines() -> list[str]:
    raw = only("ical").read_bytes()
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert all(line.decode("utf-8") for line in raw.split(b"\r\n") if line)
    return raw.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def test_a_calendar_keeps_to_its_format() -> None:
    entries: list[dict[str, str]] = []
    for line in lines():
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            entries.append({})
        elif entries:
            entries[-1].setdefault(name, value)
    assert len({one["UID"] for one in entries}) == len(entries) > 20
    for one in entries:
        first, end = (datetime.strptime(one[f"{name};VALUE=DATE"], "%Y%m%d") for name in ("DTSTART", "DTEND"))
        assert 1 <= (end - first).days <= 31
        assert ((end - first).days > 1) == ("one day of" in one["SUMMARY"])
        datetime.strptime(one["DTSTAMP"], "%Y%m%dT%H%M%SZ")


def test_a_feed_reader_reads_the_feed() -> None:
    feed = feedparser.parse(only("atom").read_bytes())
    assert not feed.bozo
    ids = set(pd.read_csv(exported("tidy") / "events.csv")["event"])
    assert sorted(entry.id.removeprefix("urn:rasad:event:") for entry in feed.entries) == sorted(ids)
    days = [entry.updated_parsed for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    assert all("according to" in entry.content[0].value for entry in feed.entries)
