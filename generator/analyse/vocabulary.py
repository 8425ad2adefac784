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
    candidate opposition deputy vice former ex administrator adviser advisor aide undersecretary treasurer counsel
    negotiator superintendent pastor chaplain
""")
# Those of them that are printed with a full stop.
SHORT_TITLES = table("mr mrs ms dr prof rev sen rep gov gen col maj capt lt sgt adm")
# What people are who hold no office; the word stands in lower case before a full name, or after it behind a comma. Source: as for
# TITLES. None that companies are called as well: dealer, producer, rival.
OCCUPATIONS = table("""
    activist actor actress architect artist author banker barrister biologist businessman businesswoman campaigner
    chemist clerk columnist composer comedian congressman consultant correspondent critic designer diplomat doctor
    dramatist economist engineer executive expert farmer father fighter filmmaker financier fisherman footballer
    frontrunner geologist golfer guitarist gunman head heir historian host husband industrialist investor journalist
    lawmaker lawyer lecturer legislator lobbyist manager master mathematician militant missionary moderator monk mother
    musician nephew niece nominee novelist nun nurse painter pathologist philosopher photographer physician physicist
    pianist pilot playwright poet policeman politician pollster priest psychiatrist psychologist researcher resident
    reporter salesman scholar scientist screenwriter sculptor singer sociologist soldier solicitor specialist statesman
    strategist student surgeon suspect teacher technician trader veteran vicar victim widow widower wife winner witness
    writer son daughter brother sister uncle aunt cousin grandson granddaughter associate partner founder editor pastor
""")
# What a minister, a ministry or a secretary can be of, as a title names it. Source: offices of governments, as for TITLES.
PORTFOLIOS = table("""
    prime foreign external internal interior home domestic state staff cabinet exchequer treasury finance economic
    economy economics affairs relations budget planning trade commerce industry business enterprise development labour
    labor employment work pensions social welfare family families women youth children health education science research
    technology culture sport sports tourism justice police security defence defense intelligence national environment
    climate energy petroleum oil mines mining water fisheries agriculture agricultural food forestry lands housing
    transport transportation communications information media immigration integration parliamentary press public works
    executive financial operating managing senior assistant acting general
""")
# Words that make a run of capitals the name of a body. Source: the usual generic terms in names of bodies and companies.
ORGANISATIONS = table("""
    party bank ministry council university corporation corp inc ltd plc group union association agency authority
    commission committee court front movement alliance federation institute institution foundation fund organisation
    organization army navy police force forces command service board office department parliament senate congress
    assembly company co club league times post news press radio television holdings coalition church school college
    hospital society network centre center trust airlines airways industries bureau brigade brigades administration
    reserve exchange securities motors electric electronics foods stores systems international chemicals partners ag sa
    nv gmbh ab spa bv kk pty llc bhd associates brothers bancorp bancshares financial insurance resources technologies
    communications laboratories subcommittee conference community communities delegation chamber laboratory museum
""")
# Words at the end of a run of capitals that make it the name of a thing or a group. Source: as for ORGANISATIONS.
THINGS = table("""
    act treaty agreement accord accords pact convention plan program programme project war wars revolution day week
    prize award cup open festival summit index average system depression crash age era report bill law amendment
    doctrine round show fleet games olympics championship campaign code charter constitution budget world democrat democrats
    democratic republican republicans conservative conservatives liberal liberals socialist socialists communist
    communists labour
""")
# Words that begin a sentence and are no part of the name after them.
FUNCTION_WORDS = table("""
    a an the and but or nor so yet if when while as after before since because although though however then thus at by
    for from in into of on to with without under over about against between during like unlike until despite that this
    these those there here what which who whom whose why how where he she it they we i you his her its their our my your
    is are was were be been has have had do does did will would can could may might must shall should not no yes all any
    both each every many most more some such other another one two three only also even just now today yesterday
    tomorrow still again once earlier later meanwhile instead among amid per via according either neither than too very
    us am me him them up out off let says said asked told behind beyond beside besides toward towards near inside
    outside within across along around including following saying asking except maybe perhaps
    sometimes often never always indeed moreover nevertheless nonetheless therefore otherwise
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
# Those that need an article as common words, and so stand bare at the start of a sentence as surnames only; with them the
# adjective "key", which no verb follows. Quantities, adverbs, stuffs and months are not among them: "Little has changed."
COUNTABLE_WORDS = table("""
    key king bishop pope baker cook bush fox wolf bird lamb bean church street bridge park field ford lake hill bank
    bond star moon sun rose ball bell book drum head hand foot mark bill frank guy grant pierce hunt burns case cross
    house mills moss pool reed ring root shields singer temple train walker ward warner wells swan terry yard parsons
    carter marsh workman wright
""")
