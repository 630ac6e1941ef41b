"""What happens to one page: all of it on this screen.

Bytes become a `Page` in the readers. From there every step takes a document and gives a new one; nothing is lost,
since a judgement («this line is a menu») is a range over the text layer and not a deletion.
"""

from rasad.model import Document, Page
from rasad.packs import Packs
from rasad.stages.find_contexts import find_contexts
from rasad.stages.find_credits import find_credits
from rasad.stages.find_dateline import find_dateline
from rasad.stages.find_dates import find_dates
from rasad.stages.find_figures import find_figures
from rasad.stages.find_language import find_language
from rasad.stages.find_mentions import find_mentions
from rasad.stages.find_passing import find_passing
from rasad.stages.find_publisher import find_publisher
from rasad.stages.find_ranges import find_ranges
from rasad.stages.find_reports import find_reports
from rasad.stages.find_statements import find_statements
from rasad.stages.mark_words import mark_words
from rasad.stages.name_holders import name_holders
from rasad.stages.name_pronouns import name_pronouns
from rasad.stages.name_victims import name_victims
from rasad.stages.note_silence import note_silence
from rasad.stages.repair_text import repair_text
from rasad.stages.solve_dates import solve_dates
from rasad.stages.split_sentences import split_sentences
from rasad.stages.tie_figures import tie_figures
from rasad.stages.write_record import write_record

STAGES = (
    find_language,  # Persian, Arabic or another, of the page, its paragraphs and quotations
    find_ranges,  # title, body, boilerplate, captions, credits, repetitions
    find_credits,  # what capture, markup and furniture state of the page
    repair_text,  # letters, half-spaces, glued sentences: the reading text and the way back
    split_sentences,  # sentences of the article alone
    mark_words,  # every known word, in one pass
    find_dates,  # what is written of dates; the page's own dates apart
    find_dateline,  # the day that the head of a dispatch names
    find_publisher,  # whose page it is
    find_mentions,  # who and what is named, and who they are
    find_statements,  # who said what, and through whom we know
    name_pronouns,  # whom «he» at the head of a sentence means: who spoke last
    find_figures,  # what is counted: casualties, money, shares, measures
    find_reports,  # what the page says of each event
    find_passing,  # what it names of other deeds, without telling them
    tie_figures,  # whose toll or price a count is, and who gives it
    name_victims,  # whom an attack befell whose dead are only counted
    note_silence,  # why a sentence tells nothing
    find_contexts,  # what each event is about, by words around it and by who takes part
    solve_dates,  # the days each report can mean, with the derivation
    name_holders,  # who held a post that is told without a name, now that the day is known
    write_record,  # the public record, every span on the text layer
)


def analyse(page: Page, packs: Packs) -> Document:
    """Read one page through every stage. Pure: the same page and packs give the same document."""
    doc = Document(page)
    for stage in STAGES:
        doc = stage(doc, packs)
    return doc
