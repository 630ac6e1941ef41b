"""Entries of all files put together: those that come again under their id, posts with who held them."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rasad.packs.importing.entries import Found, Held, Post, Skipped, Term
from rasad.packs.importing.offices import post_called, post_of_item, term
from rasad.packs.importing.sources import Entry


def unique(entries: Iterable[Entry]) -> Iterator[Found | Skipped]:
    """Join the entries of one id, so that a person may have several lines, and look up the posts that people held.

    Posts and holders may stand in any order and in several files.
    """
    held: dict[str, Found] = {}
    posts: dict[str, Post] = {}
    loose: list[Found] = []
    ids: dict[str, str] = {}
    for one in entries:
        if isinstance(one, Skipped):
            yield one
        elif isinstance(one, Post):
            posts[one.id] = one
        elif not one.id:
            loose.append(one)
        else:
            ids[one.key or one.id] = one.id
            held[one.id] = _joined(held[one.id], one) if one.id in held else one
    for one in loose:
        holder = ids.get(one.key)
        if holder is None:
            yield Skipped(one.place, "an occupancy of somebody who is not in the files")
        else:
            held[holder] = _joined(held[holder], one)
    for one in held.values():
        found = [_term(said, one.place, posts) for said in one.held]
        yield from (part for part in found if isinstance(part, Skipped))
        yield replace(one, terms=(*one.terms, *(part for part in found if isinstance(part, Term))))


def _joined(first: Found, more: Found) -> Found:
    names = tuple(dict.fromkeys((*first.names, *more.names)))
    return replace(first, names=names, terms=(*first.terms, *more.terms), held=(*first.held, *more.held))


def _term(said: Held, place: str, posts: dict[str, Post]) -> Term | Skipped:
    known = posts.get(said.post)
    post = post_called(known.label, known.country) if known else post_of_item(said.post)
    if post is None:
        unlike = "has no row in packs/actors/imported_offices.tsv"
        return Skipped(place, f"a post that {unlike if known else 'is not in the files'}")
    return term(post, said.first, said.last, said.status, place)
