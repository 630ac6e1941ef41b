"""Formats of annotation and of entities: each place is in the text, and the tools' own models take every value."""

import json
from typing import Any

from followthemoney import model
from followthemoney.proxy import EntityProxy
from pyld import jsonld

from exports.case import exported, only, texts

OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
NAMES = ("Annotation", "TextPositionSelector", "TextQuoteSelector", "TextualBody", "SpecificResource",
         "classifying", "identifying", "linking", "start", "end", "exact", "prefix", "suffix")  # fmt: skip
TERMS: dict[str, Any] = {
    "id": "@id", "type": "@type",
    **{name: OA + name for name in NAMES},
    "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list"},
    "Software": "https://www.w3.org/ns/activitystreams#Application",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "body": {"@id": OA + "hasBody", "@type": "@id"}, "target": {"@id": OA + "hasTarget", "@type": "@id"},
    "source": {"@id": OA + "hasSource", "@type": "@id"}, "selector": {"@id": OA + "hasSelector", "@type": "@id"},
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", "language": "http://purl.org/dc/elements/1.1/language",
    "generator": {"@id": "https://www.w3.org/ns/activitystreams#generator", "@type": "@id"},
    "name": "http://xmlns.com/foaf/0.1/name",
}  # fmt: skip
"""The terms that we use, as the context of the W3C maps them: a test asks no network."""


def items() -> list[dict[str, Any]]:
    return json.loads(only("annotations").read_text("utf-8"))["items"]  # type: ignore[no-any-return]


def test_positions_and_quotes_of_annotations_agree() -> None:
    for one in items():
        text = texts()[one["target"]["source"]["id"].removeprefix("urn:sha256:")]
        position, quote = one["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote.get("prefix", ""))
        assert text[position["end"] :].startswith(quote.get("suffix", ""))
    assert len({one["id"] for one in items()}) == len(items()) > 200


def test_a_json_ld_processor_reads_them_whole() -> None:
    def local(url: str, _: Any) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}

    document = json.loads(only("annotations").read_text("utf-8"))
    (page,) = jsonld.expand(document, {"documentLoader": local})
    (found,) = page["https://www.w3.org/ns/activitystreams#items"]
    assert len(found["@list"]) == len(document["items"])
    for one in found["@list"]:
        assert one["@type"] == [f"{OA}Annotation"]
        assert {f"{OA}hasBody", f"{OA}hasTarget", f"{PROV}wasGeneratedBy", f"{PROV}wasDerivedFrom"} <= one.keys()
        (activity,) = one[f"{PROV}wasGeneratedBy"]
        (plan,) = activity[f"{PROV}qualifiedAssociation"][0][f"{PROV}hadPlan"]
        assert plan["@id"].startswith("urn:rasad:rule:")


def test_follow_the_money_takes_every_value() -> None:
    entities = [json.loads(line) for line in only("ftm").read_text("utf-8").splitlines()]
    ids = {one["id"] for one in entities}
    assert len(ids) == len(entities)
    for data in entities:
        proxy = EntityProxy.from_dict(model, data, cleaned=False)
        for name, values in data["properties"].items():
            kept = proxy.get(name)
            assert len(kept) == len(set(values)), (name, values, kept)
            if proxy.schema.properties[name].type.name == "entity":
                assert set(values) <= ids
        schema = model.get(data["schema"])
        assert schema is not None
        schema.validate(data)
    kinds = {one["schema"] for one in entities}
    assert kinds >= {"Article", "Event", "Person", "PublicBody", "Organization"}


def test_an_interval_is_no_duration_in_follow_the_money() -> None:
    events = [json.loads(line) for line in only("ftm").read_text("utf-8").splitlines() if '"schema":"Event"' in line]
    assert not any({"startDate", "endDate"} & one["properties"].keys() for one in events)
    assert any("/" in one["properties"]["summary"][0] and "date" not in one["properties"] for one in events)


def test_prodigy_spans_are_in_their_sentences() -> None:
    tasks = [json.loads(line) for line in only("prodigy").read_text("utf-8").splitlines()]
    assert len(tasks) > 80
    for task in tasks:
        whole = texts()[task["meta"]["page"]]
        assert whole[task["meta"]["start"] :].startswith(task["text"])
        for span in task["spans"]:
            assert 0 <= span["start"] < span["end"] <= len(task["text"])


def test_webanno_tokens_are_in_the_text() -> None:
    pages = {sha[:8]: text for sha, text in texts().items()}
    files = [path for path in exported("webanno").iterdir() if path.suffix == ".tsv"]
    assert len(files) == 16
    for path in files:
        text = pages[path.stem[-8:]].encode("utf-16-le")
        head, *blocks = path.read_text("utf-8").split("\n\n#Text=")
        assert head.splitlines()[0] == "#FORMAT=WebAnno TSV 3.3"
        for number, block in enumerate(blocks, start=1):
            for n, line in enumerate(block.rstrip("\n").split("\n")[1:], start=1):
                place, span, form, ids, values, rest = line.split("\t")
                first, last = map(int, span.split("-"))
                assert place == f"{number}-{n}"
                assert text[2 * first : 2 * last].decode("utf-16-le") == form
                assert rest == ""
                assert (ids == "_") == (values == "_")


def test_a_webanno_label_covers_whole_what_it_labels() -> None:
    path = next(p for p in exported("webanno").iterdir() if "05-ar" in p.name)
    text = next(text for sha, text in texts().items() if sha.startswith(path.stem[-8:]))
    spans: dict[str, list[int]] = {}
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 6 and cells[4] != "_":
            for value in cells[4].split("|"):
                spans.setdefault(value, []).extend(map(int, cells[1].split("-")))
    words = {value.rpartition("[")[0]: text[min(places) : max(places)] for value, places in spans.items()}
    assert words["PLACE Damascus"].endswith("دمشق")
    assert any(value.startswith("CONTENT") and len(said.split()) > 5 for value, said in words.items())
