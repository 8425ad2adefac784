"""The values that travel between the stages: frozen, ordered, encodable; nothing here computes.

Conventions. Offsets are half-open and count Unicode code points of `Body.text`. Dates are ISO 8601 text (`2015-02-13`,
`2015-02`, `2015`), empty where unknown. An *entity* is what a mention points to: an actor's id (`john-key`) or a country's
upper-case ISO 3166-1 alpha-2 code (`NZ`). A *subject* is an entity that has a page.

One module a stage of the pipeline, in its order: what is configured and read (`config`, `text`, `articles`, `subjects`, `desk`),
what is found (`analysis`), what is briefed (`contributions`, `briefings`), what rendering takes and gives (`rendering`).
Everybody imports from here.
"""

from generator.model.analysis import Ambiguity, Analysis, CountryRole, DateMention, Hint, Mention, Quotation, Unlinked
from generator.model.articles import Body, Card, Correction, MentionOverride, QuotationOverride, ReadArticle, Reference, Relayed
from generator.model.base import Record, Value
from generator.model.briefings import (
    ArticleRole,
    Belonging,
    Bounds,
    Briefed,
    Briefing,
    Change,
    Changes,
    CitedDispute,
    CitedNote,
    CitedPosition,
    Extent,
    Front,
    Glance,
    KeyPoint,
    Limits,
    Measure,
    Relation,
    Since,
    Stance,
    Statement,
    Term,
    TimelineEntry,
    Use,
)
from generator.model.config import Config
from generator.model.contributions import Contributed, Contribution, Dealing, Event, Meeting, Passage, Saying, Sentence, Sketch
from generator.model.desk import Dispute, FreePage, Position, ReadDispute, Source
from generator.model.rendering import (
    Catalogue,
    File,
    Findable,
    Holder,
    Link,
    Moves,
    Site,
    SiteChange,
    SubjectCard,
    Template,
    Theme,
    ThemeLink,
)
from generator.model.subjects import (
    FEWEST_WORDS_AT_THE_BOTTOM,
    MOST_WORDS_AT_THE_BOTTOM,
    Actor,
    Country,
    DeskNote,
    Membership,
    Name,
    Naming,
    Office,
    PlaceName,
    ReadActor,
    ReadCountry,
    Role,
)
from generator.model.text import Block, Citation, CiteRequest, Inline, Prose, Span
