"""Phrases side by side that share a post or a country: «الرئيسين السوري X والإيراني Y», «رئیس و شهردار پایتخت X»."""

from msgspec.structs import replace

from rasad.grammar.names import Phrase, Sight, joins


def sharing_post(sight: Sight, found: list[Phrase]) -> list[Phrase]:
    """Give a name its adjective and the post before it («الرئيسين السوري X [والإيراني Y]»)."""
    kept: list[Phrase] = []
    for phrase in found:
        first, adjective = kept[-2:] if len(kept) > 1 else (None, None)
        if first is not None and adjective is not None and _second_holder(sight, first, adjective, phrase):
            head = replace(phrase.head, start=adjective.start, prefix=adjective.head.prefix)
            phrase = replace(phrase, start=adjective.start, head=head, office=first.office, country=kept.pop().country)
        kept.append(phrase)
    return kept


def _second_holder(sight: Sight, first: Phrase, adjective: Phrase, phrase: Phrase) -> bool:
    """Tell whether a name with «and» and an adjective of a state before it shares the post of the name before."""
    country = adjective.head if adjective.head.kind == "country" else None
    if country is None or not country.cells["use"].startswith("demonym") or not country.prefix.startswith("و"):
        return False
    beside = joins(sight, first.end, adjective.start) and joins(sight, adjective.end, phrase.start)
    named = phrase.name is not None and phrase.office is None and phrase.country is None
    return beside and named and first.office is not None and first.country is not None and first.name is not None


def of_one_country(sight: Sight, one: Phrase, after: Phrase | None) -> Phrase:
    """Give a post the country of the post that «and» joins to it («speaker and mayor of the capital of Tajikistan»)."""
    if after is None or after.country is None:
        return one
    people = sight.lang == "fa" and (one.head.kind, after.head.kind) == ("organ", "group")  # «دولت و مردم قطر»
    if not people and "office" not in (one.head.kind, after.head.kind):
        return one
    bare = all(part is None for part in (one.country, one.org, one.place, one.name, one.several, one.own))
    same = after.head.kind == one.head.kind or (after.head.kind == "group" and one.head.kind == "office")
    if not bare or one.head.kind not in ("office", "organ") or not (same or people):
        return one
    gap = sight.folded[one.end : after.head.core[0]].replace("\u200c", " ").strip()
    beside = sight.lang == "ar" and gap == "" and one.head.kind == "office"  # «مسؤولين عسكريين أمريكيين»
    return replace(one, country=after.country) if gap == "و" or beside else one
