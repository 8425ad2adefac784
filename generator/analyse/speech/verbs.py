"""The verbs and phrases that report speech or thought, what each can introduce, and where they stand in a text.

Source of the classes: Levin, "English Verb Classes and Alternations" (1993), verbs of communication (37), of conjecture and
declaration (29), of judgement (33) and of manner of speaking (37.3), as far as newspapers report words with them.
"""

from __future__ import annotations

from generator.analyse.vocabulary import table

# Introduce a clause with or without "that".
_SAY = table("""
    say tell add insist argue claim warn concede admit acknowledge stress explain reply respond declare state assert allege
    suggest note remark believe reiterate predict maintain announce complain vow pledge promise estimate think hope fear write
    contend caution deny confirm conclude figure guess suspect swear joke reckon repeat charge agree counter boast confess
""")
# Introduce a clause after "that", "whether" or "if"; without it only words in quotation marks.
_WITH_THAT = table("""
    report reveal disclose emphasise emphasize observe recall point indicate testify tweet lament quip proclaim protest recount
    command order
    know understand learn rule find show ask urge quote inquire wonder answer retort comment demand request recommend
    propose decide doubt expect assume worry speculate imply hint signal imagine mention relate rejoin clarify elaborate
    affirm attest profess concur caution advise instruct forecast calculate determine discover realise realize feel post
    teach consider assure remind inform notify convince persuade reassure brief blog anticipate foresee surmise theorise theorize
""")
# Judge somebody or something; report words only with quotation marks, and never stand before their subject.
_JUDGING = table("""
    call describe dismiss reject welcome condemn hail criticise criticize praise label dub brand term deem decry denounce deride
    mock ridicule slam blast attack accuse blame thank applaud laud tout commend salute cite characterise characterize portray
    chide admonish rebuke scold tease taunt rip credit lambast lambaste bash skewer excoriate castigate berate chastise deplore
    bemoan refer defend endorse challenge question scorn
""")
# Report words only with quotation marks as well.
_WITH_MARKS = table("""
    continue begin start conclude finish interject interrupt react echo muse shout cry whisper mutter yell exclaim scream
    murmur mumble grumble growl snap bark bellow chant sing joke sneer scoff implore plead beg
    pray read invoke offer express voice issue press venture volunteer counsel thunder roar shriek stammer moan groan whine
    howl
    chime intone fume rail vent crow gush rave marvel enthuse deadpan drawl opine pronounce speak talk
""")
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote writing",
    "think": "thinks thought thinking",
    "swear": "swears swore swearing",
    "know": "knows knew knowing",
    "understand": "understands understood understanding",
    "find": "finds found finding",
    "show": "shows showed shown showing",
    "begin": "begins began beginning",
    "read": "reads reading",
    "feel": "feels felt feeling",
    "teach": "teaches taught teaching",
    "speak": "speaks spoke speaking",
    "sing": "sings sang singing",
    "admit": "admits admitted admitting",
    "rebut": "rebuts rebutted rebutting",
    "quip": "quips quipped quipping",
    "snap": "snaps snapped snapping",
    "slam": "slams slammed slamming",
    "dub": "dubs dubbed dubbing",
    "beg": "begs begged begging",
    "label": "labels labelled labeled labelling labeling",
    "chat": "chats chatted chatting",
    "refer": "refers referred referring",
    "foresee": "foresees foresaw foreseeing",
    "infer": "infers inferred inferring",
    "blog": "blogs blogged blogging",
}


def _forms(lemma: str) -> tuple[str, ...]:
    """The forms of a verb that have a subject, its base left out."""
    if lemma in _IRREGULAR:
        return tuple(_IRREGULAR[lemma].split())
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    third = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x")) else f"{lemma}s"
    return third, f"{lemma}ed", f"{lemma}ing"


def _all_forms(lemmas: frozenset[str]) -> frozenset[str]:
    return frozenset(form for lemma in sorted(lemmas) for form in _forms(lemma))


# Verbs whose bare form is hardly ever a noun: after a plural subject it reports as well ("ministers say").
BASES = table("""
    say tell add insist argue warn concede admit acknowledge explain reply assert allege suggest believe maintain complain think
    write contend deny confirm conclude agree know wonder describe recall predict acknowledge emphasise emphasize observe
    worry fear hope claim
""")
SAYING = _all_forms(_SAY) | (BASES & _SAY)
WITH_THAT = (_all_forms(_WITH_THAT) | (BASES & _WITH_THAT)) - SAYING
JUDGING = _all_forms(_JUDGING) - SAYING - WITH_THAT
WITH_MARKS = JUDGING | (_all_forms(_WITH_MARKS) - SAYING - WITH_THAT) | frozenset({"read", "describe"})
# Introduce a clause that stands before them: "the road is open, Vell reported".
TRAILING = SAYING | _all_forms(table("report reveal disclose observe recall testify tweet lament quip recount mention"))
# Verbs that take a plain object as well: what follows them is a reported clause only if it holds a verb of its own.
OBJECTS = _all_forms(_SAY - table("say tell think insist argue reply joke"))
# Of them, those that do what they say, and so mostly have a thing for an object: "declared victory", "announced a vote".
PERFORMING = _all_forms(table("declare announce pledge promise vow deny confirm"))
# Forms that are nouns as well: they report only where a subject and no article stands before them.
NOUNS = table("""
    claims states notes remarks estimates hopes fears reports pledges promises vows comments charges warnings posts offers
    doubts demands requests proposals answers worries questions replies thanks attacks cites calls terms brands labels protests
    rules points signals issues shows finds reads attacks voices tweets boasts jokes claim hope fear worry findings finding
    feeling thinking understanding warning reading ruling showing calling saying writing beginning opening talks
""")
MOSTLY_NOUNS = table("""
    reports charges posts offers doubts demands requests proposals answers worries questions thanks terms brands labels rules
    points
    signals issues shows attacks voices presses roars moans groans howls ventures volunteers
    worry claim hope fear reads talks continues continued begins began finishes finished
    concludes started starts questions challenges credits read feels felt posted
""")
# "A group called …": no speech after an indefinite noun.
NAMING = table("called dubbed labelled labeled termed branded deemed known")
PARTICIPLES = frozenset(word for word in SAYING | WITH_THAT | WITH_MARKS if word.endswith("ing"))
_PERSONAL = (SAYING | WITH_THAT) - BASES
CUES = SAYING | WITH_THAT | WITH_MARKS
# Verbs of two words, by the second.
_TWO_WORDS = {"on": "went goes", "back": "shot fired hit shoots fires hits", "it": "put puts"}
_LETTERS = bytes(code if chr(code).isascii() and chr(code).isalpha() else 32 for code in range(256))
_PHRASES = {word.encode(): word for word in sorted(CUES)} | {
    b"According": "According to",
    b"according": "according to",
    b"Said": "Said",
    **{first.encode(): f"{first} {second}" for second, firsts in _TWO_WORDS.items() for first in firsts.split()},
    **{word.capitalize().encode(): word.capitalize() for word in sorted(PARTICIPLES)},
}
_FIRST_WORDS = frozenset(_PHRASES)


def find_cues(text: str) -> list[tuple[int, int]]:
    """Where reporting verbs and "according to" stand, in order.

    Collecting the words first and searching for the few that occur costs a fifth of one pattern of all verbs; bytes part
    into words twice as fast as text does.
    """
    present = _FIRST_WORDS.intersection(text.encode("ascii", "replace").translate(_LETTERS).split())
    found: list[tuple[int, int]] = []
    for first in sorted(present):
        word = _PHRASES[first]
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            before, after = text[at - 1 : at], text[end : end + 1]
            if not (before.isalnum() or after.isalnum() or before in ("_", "-") or after == "-"):
                found.append((at, end))
            at = text.find(word, end)
    return sorted(found)


def is_cue(word: str) -> bool:
    """Whether a word as printed is a verb that has a person for its subject: it reports, and is no bare form."""
    return word in _PERSONAL
