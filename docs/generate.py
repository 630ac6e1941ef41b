"""Write the parts of docs/reference that can be read from the code: `make docs`.

The record's schema comes from model.py, the tables of a case file from schema.sql, those of the packs from tables.toml,
the outlets from the packs, the commands from click. With `--check` nothing is written; the exit code is 1 if a page is
out of date.
"""

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import click
import msgspec

from rasad import model
from rasad.packs.rows import read_rows

HERE = Path(__file__).parent
REFERENCE = HERE / "reference"
SCHEMA = HERE.parent / "src" / "rasad" / "store" / "schema.sql"
COLUMNS = HERE.parent / "src" / "rasad" / "packs" / "tables.toml"
NOTE = "<!-- Written by docs/generate.py (`make docs`). Do not edit. -->\n\n"
NOUNS = ("PageRecord", "PublicEvent", "PublicStatement", "PublicParty", "PublicPlace", "PublicLink", "PublicFigure",
         "Context", "DateInterval", "PageDate", "Stated", "Range", "Note")  # fmt: skip


def record() -> str:
    """The public record of one page, noun by noun."""
    parts = [NOTE, "# The record of a page\n\n", "What `rasad read PAGE --json` writes, one line a page. "
             "A `Span` is `[start, end)` in code points of the page's text layer.\n"]  # fmt: skip
    for name in NOUNS:
        noun = getattr(model, name)
        parts.append(f"\n## {name}\n\n{told(noun)}| field | type |\n| --- | --- |\n")
        parts += [f"| `{field.encode_name}` | {type_name(field.type)} |\n" for field in msgspec.structs.fields(noun)]
    return "".join(parts)


def told(noun: type) -> str:
    """The docstring of a noun, if it has one of its own."""
    text = (noun.__doc__ or "").strip()
    return "" if not text or text.startswith(f"{noun.__name__}(") else re.sub(r"\n\s+", "\n", text) + "\n\n"


def type_name(kind: Any) -> str:
    """A type as a reader of JSON would say it."""
    text = kind.__name__ if isinstance(kind, type) and not hasattr(kind, "__args__") else str(kind)
    text = re.sub(r"(rasad\.model|typing|builtins)\.", "", text).replace("tuple[int, int]", "Span")
    text = re.sub(r"tuple\[([\w\[\], ]+?), \.\.\.\]", r"list of \1", text)
    text = re.sub(r"ForwardRef\('(\w+)'\)", r"\1", text)
    return text.replace("NoneType", "null").replace("None", "null").replace(" | ", " or ")


def tables() -> str:
    """The tables of a case file, then those of the packs. The schema is its own documentation."""
    sql = SCHEMA.read_text(encoding="utf-8").strip()
    case = f"# The tables of a case file\n\nA case is one SQLite file.\n\n```sql\n{sql}\n```\n"
    return f"{NOTE}{case}\n{pack_tables()}"


def pack_tables() -> str:
    """What the columns of the packs hold, as tables.toml says it; a folder's tables before those of the languages."""
    listed = tomllib.loads(COLUMNS.read_text(encoding="utf-8"))
    told = {name: meaning for name, meaning in listed.items() if isinstance(next(iter(meaning.values())), str)}
    for folder in listed.keys() - told.keys():
        told |= {f"{folder}/{name}": meaning for name, meaning in listed[folder].items()}
    parts = ["# The tables of the packs\n\nA name without a folder stands in the folder of every language that has it. "
             "`src/rasad/packs/tables.toml` says what the words of the second column mean.\n"]  # fmt: skip
    for name in sorted(told, key=lambda name: ("/" not in name, name)):
        rows = "".join(f"| `{column}` | {meaning} |\n" for column, meaning in told[name].items())
        parts.append(f"\n## {name}\n\n| column | holds |\n| --- | --- |\n{rows}")
    return "".join(parts)


def outlets() -> str:
    """The agencies and outlets of the register, by country."""
    more = {row["id"]: row for row in read_rows("actors/outlets.tsv")}
    names: dict[tuple[str, str], str] = {}
    for row in read_rows("actors/organisation_names.tsv"):
        names.setdefault((row["id"], row["lang"]), row["form"])
    rows = [row for row in read_rows("actors/organisations.tsv") if row["kind"] in model.CARRIERS]
    rows.sort(key=lambda row: (row["country"], row["english"]))
    parts = [NOTE, "# Agencies and outlets\n\n"
             f"The {len(rows)} that the register knows, by country; what is not sure is "
             "left empty. An outlet is known by its domain, or by a name in either language.\n\n"
             "| country | name | Persian | Arabic | kind | languages | says it belongs to | domain | id |\n"
             "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"]  # fmt: skip
    for row in rows:
        own = more[row["id"]].cells if row["id"] in more else {}
        native = [names.get((row["id"], lang), "") for lang in ("fa", "ar")]
        cells = (row["country"], row["english"], *native, row["kind"],
                 own.get("languages", ""), own.get("affiliation", ""), row["domain"], row["id"])  # fmt: skip
        parts.append(f"| {' | '.join(cells)} |\n")
    return "".join(parts)


def commands() -> str:
    """The commands with their options."""
    from rasad.cli import main

    parts = [NOTE, "# Commands\n\nData goes to standard output, talk to standard error. "
             "Exit codes: 0 done, 1 some pages were set aside or a check failed, 2 wrong usage.\n"]  # fmt: skip
    return "".join([*parts, *helps(main, "rasad")])


def helps(command: click.Command, path: str, parent: click.Context | None = None) -> list[str]:
    """The help of a command and of the commands in it."""
    context = click.Context(command, parent, path.split()[-1], max_content_width=100, **command.context_settings)
    out = [f"\n## {path}\n\n```\n{command.get_help(context).rstrip()}\n```\n"]
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            out += helps(inner, f"{path} {name}", context) if inner else []
    return out


PAGES = {"record.md": record, "tables.md": tables, "outlets.md": outlets, "commands.md": commands}


def main() -> None:
    check = "--check" in sys.argv[1:]
    stale = []
    for name, make in PAGES.items():
        path, text = REFERENCE / name, make()
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not check:
                path.write_text(text, encoding="utf-8", newline="\n")
    print(f"docs/reference: {', '.join(stale) or 'nothing'} {'out of date' if check else 'rewritten'}", file=sys.stderr)
    sys.exit(1 if check and stale else 0)


if __name__ == "__main__":
    main()
