"""Small stated tables of words that more than one rule of analysis looks up; all are folded.

Rule: a table holds what a grammar or a style book would list, never what a measured text happened to contain.
"""

from __future__ import annotations


def table(words: str) -> frozenset[str]:
    """A set of words from a text with one table in it."""
    return frozenset(words.split())


# Words before a surname that make it a person's name, and words of office. Source: usage of English-language news agencies.
TITLES = table("""
    mr mrs ms miss dr prof professor sir dame lord lady baron baroness king queen prince princess sheikh sheik emir
    sultan imam ayatollah mullah pope cardinal bishop archbishop rabbi reverend rev president premier chancellor
    minister secretary senator sen representative rep congressman congresswoman governor gov mayor ambassador envoy
    speaker chairman chairwoman chair leader chief director commissioner general gen colonel col major maj captain capt
    lieutenant lt sergeant sgt admiral adm commander brigadier marshal judge justice inspector detective constable
    officer spokesman spokeswoman spokesperson mp mep councillor attorney prosecutor coach manager analyst economist
    candidate opposition deputy vice former ex
""")
# Words that begin a sentence and are no part of the name after them.
FUNCTION_WORDS = table("""
    a an the and but or nor so yet if when while as after before since because although though however then thus at by
    for from in into of on to with without under over about against between during like unlike until despite that this
    these those there here what which who whom whose why how where he she it they we i you his her its their our my your
    is are was were be been has have had do does did will would can could may might must shall should not no yes all any
    both each every many most more some such other another one two three only also even just now today yesterday
    tomorrow still again once earlier later meanwhile instead although among amid per via according both either neither
    than too very us am me him them up out off let says said did asked told
""")
# Days and months, with the months' abbreviations.
CALENDAR = table("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sept sep oct nov dec
""")
# Surnames and names of places that are common English words as well: at the start of a sentence the capital proves nothing.
COMMON_WORDS = table("""
    key little long short small young old white black brown green gray grey gold silver rich best good strong sharp
    swift sweet wise still may will march day night winter summer spring rain snow hill hall wood woods stone rock lake
    field park ford bridge street church king bishop pope price cash bank banks bond power law love hope joy faith grace
    peace war moon star sun rose bush fox wolf bird fish lamb rice bean cook baker page reading bell ball book drum head
    hand foot heart back marks mark bill frank guy grant pierce chase hunt burns ball case cross glass house land marsh
    mills moss poole pool reed ring root sage sands shields shore singer smart speed steel temple train walker waters
    way west north east south wild worth wright reunion polish chance close early fair flood fields free high holder
    keen kind light low major miles moody noble pace parish parks parsons place pope post pounds quick rush savage self
    sellers sharp shaw ship sparks spears swan terry thin waits ward warner wells weeks wiggle wide workman yard
""")
