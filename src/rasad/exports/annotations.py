"""Everything said of a page as W3C Web Annotations (JSON-LD), each with the way it was found in terms of PROV-O."""

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, BinaryIO
from urllib.parse import quote

from rasad.sharing.cells import bare, json_line, json_page
from rasad.sharing.spans import Labelled, labelled
from rasad.store.records import entries
from rasad.store.rows import Entry
from rasad.store.stories import report_places, statement_places

DESCRIPTION = "W3C Web Annotations in JSON-LD: position and quote of every label, with the rule that read it (PROV-O)"
EXTENSION = "jsonld"

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"prov": "http://www.w3.org/ns/prov#"})
_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
_AROUND = 32
"""Characters before and behind a quote, by which it is found again where positions have moved."""


def write(db: sqlite3.Connection, out: BinaryIO) -> None:
    """Write one page of annotations, in the order of the pages and of their texts."""
    (program,) = db.execute("SELECT max(program) FROM run").fetchone()
    (version,) = db.execute("SELECT max(rule_version) FROM page").fetchone()
    head = json_page({"@context": CONTEXT, "id": "urn:rasad:annotations", "type": "AnnotationPage"})
    out.write(head.rstrip(b"\n}") + b',\n  "items": [\n')
    for n, annotation in enumerate(_annotations(db, _agent(program, version))):
        out.write((b"," if n else b"") + json_line(annotation))
    out.write(b"]}\n")


def _agent(program: str | None, version: str | None) -> dict[str, str]:
    """Say who read: the program, and by which rows."""
    own = (program or "unknown").partition(" ")[0]
    return {"id": f"urn:rasad:program:{own}", "type": "Software", "name": f"Rasad, rules {version}"}


def _annotations(db: sqlite3.Connection, agent: dict[str, str]) -> Iterator[dict[str, Any]]:
    for entry in entries(db):
        sha = entry.record.sha256
        owners = {
            f"{kind}:{n}": _urn(kind, id_)
            for kind, places in (("report", report_places(db, [sha])), ("statement", statement_places(db, [sha])))
            for id_, (_, n) in places.items()
        }
        yield from (_annotation(entry, one, owners[one.owner], agent) for one in labelled(entry))


def _annotation(entry: Entry, one: Labelled, owner: str, agent: dict[str, str]) -> dict[str, Any]:
    text, page = entry.page.text, f"urn:sha256:{entry.record.sha256}"
    name = sha256(repr((page, owner, one)).encode()).hexdigest()[:24]
    said = {"type": "TextualBody", "purpose": "classifying", "value": f"{one.label} {one.value}".strip()}
    body: list[dict[str, Any]] = [said, {"type": "SpecificResource", "purpose": "linking", "source": owner}]
    if one.entity:
        body.append({"type": "SpecificResource", "purpose": "identifying", "source": _urn("entity", one.entity)})
    exact = {"type": "TextQuoteSelector", "exact": text[one.start : one.end]}
    around = {"prefix": text[max(0, one.start - _AROUND) : one.start], "suffix": text[one.end : one.end + _AROUND]}
    position = {"type": "TextPositionSelector", "start": one.start, "end": one.end}
    return {
        "id": f"urn:rasad:annotation:{name}",
        "type": "Annotation",
        "motivation": "classifying",
        "generator": agent,
        "body": body,
        "target": {
            "source": bare({"id": page, "type": "Text", "language": entry.record.lang}),
            "selector": [position, bare({**exact, **around})],
        },
        **_provenance(entry, one, page, agent["id"]),
    }


def _provenance(entry: Entry, one: Labelled, page: str, agent: str) -> dict[str, Any]:
    """Say what the annotation was made from and by which rule, and where the page came from."""
    plan = {"@id": _urn("rule", one.rule), "@type": "prov:Plan"}
    association = {"@type": "prov:Association", "prov:agent": {"@id": agent}, "prov:hadPlan": plan}
    url = entry.record.url
    address = {"prov:hadPrimarySource": {"@id": quote(url, safe=_IN_ADDRESSES)}} if url else {}
    return {
        "prov:wasDerivedFrom": {"@id": page, **address},
        "prov:wasGeneratedBy": {"@type": "prov:Activity", "prov:qualifiedAssociation": association},
    }


def _urn(kind: str, value: str) -> str:
    return f"urn:rasad:{kind}:{quote(value, safe=':/.-_')}"
