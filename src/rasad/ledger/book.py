"""The file of a ledger: it lies beside its case, is read whole, and only ever grows at its end."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from rasad.errors import CaseError
from rasad.ledger.lines import Judgement, Line, decode, encode, faults, seal, undone
from rasad.ledger.values import refused, senseless, sound, told

ENDING = ".ledger.jsonl"


def path_of(case: Path) -> Path:
    """Give the place of a case's ledger."""
    return case.with_name(case.name + ENDING)


def check(case: Path, applied: Mapping[int, str]) -> list[str]:
    """Say what is wrong with a ledger: its chain, else lines that are set aside and were not taken back.

    `applied` are the lines that the case has taken up, each with its hash.
    """
    lines, found = _opened(case, applied)
    aside = refused(lines)
    taken_back = undone(sound(lines, aside))
    found += [told(path_of(case), n, why) for n, why in aside.items() if n not in taken_back]
    if not found and (new := len(lines) - len(applied)):
        found.append(f"{new} lines are not in the case yet: run `rasad ledger {case} --replay`")
    return found


def read(case: Path, applied: Mapping[int, str]) -> list[Line]:
    """Give the lines of a case's ledger; one that was tampered with is refused, since no line of it can be trusted.

    What a line says is not asked here: see `values.refused`.
    """
    lines, found = _opened(case, applied)
    if found:
        raise CaseError(
            f"{path_of(case)}: {found[0]}. Put the ledger back as it was; the case was not changed. "
            f"If the file is lost, `rasad ledger {case} --restore` writes it from the case's copy. "
            "To go on without what was judged, build the case again under another name."
        )
    return lines


def append(case: Path, lines: Sequence[Line], said: Judgement) -> Line:
    """Write a judgement at the end of the ledger and give its line; whoever calls it keeps other writers out.

    Raises `CaseError` for what would be set aside when it is read again, and when the disk is full.
    """
    line = seal(lines[-1] if lines else None, said)
    if why := senseless(line):
        raise CaseError(f"{path_of(case)}: this judgement {why}. Nothing was judged.")
    handle = os.open(path_of(case), os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        whole, begun = _end(handle)
        text = f"{begun}{encode(line)}\n".encode()
        os.ftruncate(handle, whole)
        written = os.write(handle, text)
        if written != len(text):
            os.ftruncate(handle, whole)
            raise CaseError(f"{path_of(case)}: the disk took {written} of {len(text)} bytes; nothing was judged.")
        os.fsync(handle)
    finally:
        os.close(handle)
    return line


def _end(handle: int) -> tuple[int, str]:
    """Give where the last whole line ends, and the end it still needs.

    What a program that was killed began to write behind it was never said to be written.
    """
    size = os.fstat(handle).st_size
    tail = os.pread(handle, size, 0).rpartition(b"\n")[2]
    torn = _torn(tail.decode("utf-8", "surrogateescape"))
    return (size - len(tail), "") if torn else (size, "\n" if tail else "")


def restore(case: Path, texts: Sequence[str]) -> None:
    """Write a ledger that is missing from the case's own copy of its lines; one that is there is left alone."""
    found = faults(texts)
    if found or not texts:
        raise CaseError(f"{case}: holds no sound copy of a ledger: {found[0] if found else 'it has no line'}.")
    try:
        with path_of(case).open("x", encoding="utf-8", newline="\n") as file:
            file.write("".join(f"{text}\n" for text in texts))
    except FileExistsError as error:
        raise CaseError(f"{path_of(case)}: is there already; nothing was changed.") from error


def _opened(case: Path, applied: Mapping[int, str]) -> tuple[list[Line], list[str]]:
    """Read the lines, and say what is wrong with them.

    A chain of hashes cannot show that its end was cut off, or that all of it was written anew; the case can.
    """
    texts = _texts(path_of(case))
    if found := faults(texts):
        return [], found
    lines = [decode(text) for text in texts]
    hashes = {line.n: line.hash for line in lines}
    return lines, [f"line {n} was changed or taken out" for n in applied if hashes.get(n) != applied[n]]


def _texts(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return []
    *lines, begun = text.split("\n")
    return [*lines, begun] if begun and not _torn(begun) else lines


def _torn(text: str) -> bool:
    """Tell whether a last line without its end is the beginning of one, which nobody was told is written."""
    try:
        decode(text)
    except msgspec.ValidationError:
        return False
    except (msgspec.DecodeError, UnicodeError):
        return True
    return False
