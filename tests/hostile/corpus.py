"""All hostile files together."""

from hostile import of_bytes, of_files, of_markup, of_text
from hostile.attack import Attack


def attacks() -> list[Attack]:
    """Give every attack; the names of their files differ."""
    found = [one for kind in (of_bytes, of_text, of_markup, of_files) for one in kind.attacks()]
    assert len({one.file for one in found}) == len({one.name for one in found}) == len(found)
    return found
