"""The sheet serves both directions, nothing leads outside, and every word of the desk is there in every language."""

import re
from string import Formatter

from rasad.web.words import HERE, LANGS, words

SHEET = (HERE / "static" / "desk.css").read_text("utf-8")
TEMPLATES = sorted((HERE / "templates").glob("*.html"))
PHYSICAL = re.compile(
    r"(?:^|[;{\s])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|"
    r"(?:min|max)-(?:width|height)|float|clear)\s*:|text-align:\s*(?:left|right)"
)
SAID = re.compile(r"""\b(?:t|w\.say|words\.say)\(\s*['"]([a-z_.]+)['"]\s*[,)]""")


def test_the_sheet_is_logical() -> None:
    bare = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.S)
    bare = re.sub(r"@media \([^)]*\)", "", bare)
    assert PHYSICAL.findall(bare) == []
    assert PHYSICAL.search("p { margin-left: 1px }")


def test_nothing_leads_outside() -> None:
    for path in (*TEMPLATES, HERE / "static" / "desk.css", HERE / "static" / "desk.js"):
        text = path.read_text("utf-8")
        assert not re.search(r"""https?://(?!www\.w3\.org/2000/svg)|url\((?!#)|@import|["'(]//\w""", text), path.name
    assert all("|safe" not in path.read_text("utf-8") for path in TEMPLATES)
    assert all(" style=" not in p.read_text("utf-8") and " onclick" not in p.read_text("utf-8") for p in TEMPLATES)


def test_all_languages_say_the_same() -> None:
    english = words("en").of
    for lang in LANGS:
        said = words(lang).of
        assert said.keys() == english.keys()
        assert all(said.values())
        for key, form in said.items():
            assert _names(form) == _names(english[key]), (lang, key)


def test_whatever_is_said_has_its_words() -> None:
    sources = [*TEMPLATES, *(HERE / "views").glob("*.py"), *HERE.glob("*.py")]
    asked = {key for path in sources for key in SAID.findall(path.read_text("utf-8"))}
    assert len(asked) > 80
    assert asked - words("en").of.keys() == set()


def _names(form: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(form) if name}
