"""Name spans against two sets of others: PEYMA (Persian) and Wojood (Arabic). Run it to see what is missed and false.

    PYTHONPATH=src:tests python -m quality.name_spans ../shared

The mapping: PEYMA PER, ORG, LOC are person, organisation, place; its dates, money and percentages are left out. Wojood
PERS is person, ORG organisation, GPE and LOC place; of nested spans of these four the outermost counts, wherever it is
in other tags (a town inside a post counts); NORP, OCC, FAC and the rest are left out. The text is the tokens, spaced.
`exact` spans have the same words and kind; `near` ones share a word and the kind.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rasad.grammar.naming import names
from rasad.model import Document, Outside, Page, Sentence
from rasad.packs import load
from rasad.stages.find_mentions import find_mentions
from rasad.stages.mark_words import mark_words
from rasad.tokens import fold

KINDS = {
    "PER": "person", "PERS": "person", "ORG": "organisation", "LOC": "place", "GPE": "place",
}  # fmt: skip
Token = list[str]
Found = set[tuple[int, int, str]]
"""First and last token of names, and their kinds."""


def documents(path: Path) -> Iterator[list[list[Token]]]:
    """Give the sentences of each document; a set of single sentences is read in runs of its order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["sentences"] if "sentences" in row else [row["sentence"]]


def gold(sentence: list[Token]) -> Found:
    """Give the outermost names of a sentence."""
    found: Found = set()
    for column in range(1, max(map(len, sentence))):
        start, kind = 0, ""
        for at, token in enumerate([*sentence, ["", *["O"] * column]]):
            tags = token[1:]
            if kind and f"I-{kind}" not in tags:
                found.add((start, at - 1, KINDS[kind]))
                kind = ""
            begun = next((t[2:] for t in tags[column - 1 : column] if t[:2] == "B-" and t[2:] in KINDS), "")
            if begun and not kind:
                start, kind = at, begun
    return {one for one in found if not any(_within(one, other) for other in found if other != one)}


def _within(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1] and (one[:2] != other[:2])


def guess(sentences: list[list[Token]], lang: str) -> list[Found]:
    """Give the names that Rasad finds in the sentences of a document."""
    text, starts, spans = "", [], []
    for number, sentence in enumerate(sentences):
        begin = len(text)
        for token in sentence:
            starts.append((len(text), len(text) + len(token[0]), number))
            text += token[0] + " "
        spans.append(Sentence(begin, len(text) - 1, number, "body"))
        text = text[:-1] + "\n"
    text = text.replace("ي", "ی").replace("ك", "ک") if lang == "fa" else text  # as the repair of letters does
    doc = Document(Page(Outside("ner"), text, ""), lang, reading=text, folded=fold(text), sentences=tuple(spans))
    doc = find_mentions(mark_words(doc, load()), load())
    found: list[Found] = [set() for _ in sentences]
    firsts = [next(i for i, s in enumerate(starts) if s[2] == number) for number in range(len(sentences))]
    for name in names(doc):
        inside = [i for i, (start, end, _) in enumerate(starts) if start < name.end and name.start < end]
        number = starts[inside[0]][2]
        found[number].add((inside[0] - firsts[number], inside[-1] - firsts[number], name.kind))
    return found


def measure(path: Path, lang: str, misses: list[str] | None = None) -> Counter[str]:
    """Count names wanted, found, and right, exactly and nearly, by kind."""
    counts: Counter[str] = Counter()
    for sentences in documents(path):
        for sentence, have in zip(sentences, guess(sentences, lang), strict=True):
            want = gold(sentence)
            for name, some, others in (("gold", want, have), ("guess", have, want)):
                for one in some:
                    exact, near = one in others, any(_meets(one, other) for other in others)
                    counts.update({f"{k} {name}": 1 for k in ("all", one[2])})
                    counts.update({f"{k} {name} exact": exact for k in ("all", one[2])})
                    counts.update({f"{k} {name} near": near for k in ("all", one[2])})
                    if misses is not None and not exact:
                        misses.append(_told(name, near, one, [token[0] for token in sentence]))
    return counts


def _told(name: str, near: bool, one: tuple[int, int, str], words: list[str]) -> str:
    start, end, kind = one
    around = " ".join(words[max(0, start - 5) : end + 5])
    how = f"{'missed' if name == 'gold' else 'false'} {'near' if near else 'none'}"
    return f"{how} {kind} «{' '.join(words[start : end + 1])}» in {around}"


def _meets(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1] and one[2] == other[2]


def f1(counts: Counter[str], kind: str, how: str) -> float:
    """Give the harmonic mean of precision and recall."""
    r = counts[f"{kind} gold {how}"] / max(1, counts[f"{kind} gold"])
    p = counts[f"{kind} guess {how}"] / max(1, counts[f"{kind} guess"])
    return 2 * p * r / (p + r) if p + r else 0.0


SETS = {"fa": "ner-fa-peyma-dev.jsonl.gz", "ar": "ner-ar-wojood-dev.jsonl.gz"}

if __name__ == "__main__":
    for language, file in SETS.items():
        wrong: list[str] = []
        tally = measure(Path(sys.argv[1]) / "data" / file, language, wrong)
        if "-v" in sys.argv:
            print(*wrong, sep="\n")
        for what in ("all", "person", "organisation", "place"):
            print(
                f"{language} {what}: exact {f1(tally, what, 'exact'):.4f}, near {f1(tally, what, 'near'):.4f}; "
                f"gold {tally[f'{what} gold']}, found {tally[f'{what} guess']}"
            )
