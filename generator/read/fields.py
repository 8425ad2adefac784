"""Every field that a user can write, of every kind of file: the types that check it and the JSON Schemas that describe it.

A key that is not here is a mistake; a key that is here is described in the schema in the words that its editor shows.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from generator.read import field_types as types
from generator.read.config_fields import ConfigFields
from generator.read.field_types import CountryCode, Day, Entity, Fields, Handling, Id, LongText, NameText, Period, Text


def _named(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


class DatelineFields(Fields):
    """Where a report was filed."""

    place: NameText | None = Field(None, description="place as printed, such as Auckland")
    country: CountryCode | None = Field(None, description="country of the place")


class MentionFields(Fields):
    """What one passage of the article means."""

    text: LongText = Field(description="the passage, exactly as in the article")
    prefix: types.Context = Field("", description="words right before it, to tell it from the same words elsewhere")
    suffix: types.Context = Field("", description="words right after it")
    means: Entity = Field(alias="is", description="id of the actor or code of the country that is meant, or none")


class QuotationFields(Fields):
    """Who says one quotation of the article."""

    text: LongText = Field(description="the quoted words, exactly as in the article")
    speaker: Entity = Field(description="id of the speaker, or none")


class CorrectionFields(Fields):
    """A correction that was published."""

    date: Day = Field(description="day of the correction")
    note: LongText = Field(description="what was corrected")


class WithdrawnFields(Fields):
    """A withdrawal."""

    date: Day = Field(description="day of the withdrawal")
    reason: LongText = Field(description="why the article was withdrawn")


class ArticleFields(Fields):
    """Front matter of an article, or its sidecar."""

    title: Text | None = Field(None, description="headline; else the first heading, else the first line")
    date: types.Moment | None = Field(None, description="publication date; time and offset allowed")
    source: NameText | None = Field(None, description="id in content/sources/, or a plain name")
    url: types.Url | None = Field(None, description="the publisher's page")
    archive_url: types.Url | None = Field(None, description="an archived copy of it")
    authors: list[NameText] = types.listed("who wrote it")
    language: types.Language | None = Field(None, description="BCP 47 tag; else the site's language")
    dateline: DatelineFields | None = Field(None, description="place and country of the report")
    kind: Literal["news", "analysis", "opinion", "release", "transcript", "report"] = Field(
        "news", description="what kind of text it is"
    )
    actors: list[Id] = types.listed("ids of actors that the article is about")
    countries: list[CountryCode] = types.listed("codes of countries that the article is about")
    topics: list[NameText] = types.listed("topics; each has a page")
    not_linked: list[Entity] = types.listed("ids that must not be linked in this article", alias="not")
    mentions: list[MentionFields] = types.listed("what single passages mean; each must match the text exactly once")
    quotations: list[QuotationFields] = types.listed("who says single quotations; each must match exactly once")
    relays: list[NameText] = types.listed("sources or articles whose report this one repeats")
    reliability: types.AdmiraltyCode | None = Field(None, description="Admiralty code: source A-F, information 1-6")
    rights: Literal["full", "excerpt", "metadata"] = Field("full", description="how much of the text may be published")
    status: Literal["draft", "review", "published", "withdrawn"] | None = Field(
        None, description="published unless it says otherwise"
    )
    withdrawn: WithdrawnFields | None = Field(None, description="date and reason of a withdrawal")
    embargo: types.Moment | None = Field(None, description="date-time before which the article is in no published file")
    handling: Handling = Field("CLEAR", description="TLP mark")
    corrections: list[CorrectionFields] = types.listed("corrections that were published")


class CiteFields(Fields):
    """A passage that a line rests on."""

    article: Id = Field(description="the article's file name without its ending")
    text: LongText = Field(description="the passage, exactly; it must occur once in that article")


class NoteFields(Fields):
    """The desk's own sentence."""

    text: LongText = Field(description="the sentence")
    by: NameText | None = Field(None, description="who answers for it")
    date: Day | None = Field(None, description="when it was written")
    cites: list[CiteFields] = Field(min_length=1, description="the passages that it rests on")


class PointFields(NoteFields):
    """A key point of the desk's own."""

    how: Literal["edited", "written"] = Field("written", description="edited from an extracted point, or written by the desk")


class AliasFields(Fields):
    """Another name."""

    name: NameText = Field(description="the name")
    strength: types.Strength | None = Field(
        None, description="strong links by itself, short only after a strong name, weak never"
    )
    language: types.Language | None = Field(None, description="BCP 47 tag")
    start: Period | None = Field(None, alias="from", description="first date on which the name is valid")
    end: Period | None = Field(None, alias="to", description="last date on which the name is valid")


class CountryAliasFields(Fields):
    """Another name of a country."""

    name: NameText = Field(description="the name")
    strength: types.Strength | None = Field(None, description="strong, short or weak")


Alias = Annotated[AliasFields, BeforeValidator(_named, json_schema_input_type=NameText | AliasFields)]
CountryAlias = Annotated[CountryAliasFields, BeforeValidator(_named, json_schema_input_type=NameText | CountryAliasFields)]


class NativeNameFields(Fields):
    """The name in the actor's own language and script."""

    text: NameText = Field(description="the name")
    language: types.Language | None = Field(None, description="BCP 47 tag")


class RoleFields(Fields):
    """An office held."""

    title: NameText = Field(description="title of the office, such as Minister of Foreign Affairs")
    of: NameText | None = Field(None, description="id of the body, or its name")
    country: CountryCode | None = Field(None, description="country of the office")
    start: Period | None = Field(None, alias="from", description="first day, month or year")
    end: Period | None = Field(None, alias="to", description="last day, month or year; open: not known to have ended")
    source: Text | None = Field(None, description="id of an article or source that says so, or plain text")


class MembershipFields(Fields):
    """Belonging to a body."""

    of: NameText = Field(description="id of the body, or its name")
    role: NameText | None = Field(None, description="role in it")
    start: Period | None = Field(None, alias="from", description="first day, month or year")
    end: Period | None = Field(None, alias="to", description="last day, month or year")


class ActorFields(Fields):
    """A person, organisation, institution, armed group or coalition."""

    name: NameText = Field(description="house spelling of the name")
    kind: Literal["person", "organisation", "institution", "armed-group", "coalition"] = Field("person", description="what it is")
    aliases: list[Alias] = Field([], description="other names; a plain string is a strong name")
    native_name: NativeNameFields | None = Field(None, description="the name in its own language")
    country: types.Countries = Field([], description="country code, or a list of them")
    roles: list[RoleFields] = Field([], description="offices held; each is also a name at its date")
    memberships: list[MembershipFields] = Field([], description="bodies it belongs to")
    wikidata: types.Wikidata | None = Field(None, description="Wikidata id; a pointer only")
    links: list[types.Url] = Field([], description="web addresses; pointers only")
    image: types.Image | None = Field(None, description="an image's address; a pointer only")
    different_from: list[Id] = Field([], description="ids of namesakes")
    formerly: list[types.FormerId] = Field([], description="earlier ids of this actor; each gets a redirect page")
    public: types.Truth = Field(True, description="false: no page, search entry, feed item or graph node")
    summary: NoteFields | None = Field(None, description="the desk's own bottom line")
    points: list[PointFields] = Field([], description="the desk's own key points; shown first")
    hide: list[Text] = Field([], description="ids of extracted key points not to be shown")
    handling: Handling = Field("CLEAR", description="TLP mark of the page itself")


class CountryFields(Fields):
    """Overrides for one country."""

    name: NameText | None = Field(None, description="house spelling of the name")
    aliases: list[CountryAlias] = Field([], description="other names; a plain string is a strong name")
    demonyms: list[NameText] = Field([], description="words for its people and for what is of it")
    metonyms: list[NameText] = Field([], description="weak names, such as that of the seat of government")
    summary: NoteFields | None = Field(None, description="the desk's own bottom line")
    points: list[PointFields] = Field([], description="the desk's own key points; shown first")
    hide: list[Text] = Field([], description="ids of extracted key points not to be shown")
    handling: Handling = Field("CLEAR", description="TLP mark of the page itself")
    naming_note: LongText | None = Field(None, description="why the country is named so here")


class ReliabilityFields(Fields):
    """The desk's judgement of a publisher."""

    grade: types.Grade = Field(description="A to F")
    reason: LongText | None = Field(None, description="why")
    by: NameText | None = Field(None, description="who judged")
    date: Day | None = Field(None, description="when")


class SourceFields(Fields):
    """A publisher."""

    name: NameText = Field(description="the publisher's name")
    kind: (
        Literal["newspaper", "agency", "broadcaster", "government", "parliament", "ngo", "think-tank", "party", "social"] | None
    ) = Field(None, description="what kind of publisher it is")
    country: CountryCode | None = Field(None, description="where it publishes")
    language: types.Language | None = Field(None, description="BCP 47 tag")
    state_controlled: types.Truth = Field(False, description="whether a state controls what it publishes")
    owner: NameText | None = Field(None, description="who owns it")
    reliability: ReliabilityFields | None = Field(None, description="the desk's judgement")
    url: types.Url | None = Field(None, description="its home page")


class PositionFields(Fields):
    """One side of a dispute."""

    text: LongText = Field(description="what this side says")
    held_by: list[Entity] = Field([], description="ids of those who say so")
    cites: list[CiteFields] = Field(min_length=1, description="the passages that show it")


class DisputeFields(Fields):
    """Conflicting accounts that the desk has confirmed."""

    question: LongText = Field(description="what is in dispute")
    kind: Literal["official-vs-official", "report-vs-report", "self-over-time"] = Field(
        "report-vs-report", description="who differs"
    )
    status: Literal["open", "explained", "superseded"] = Field("open", description="where it stands")
    positions: list[PositionFields] = Field(min_length=2, description="the accounts; at least two")
    would_settle: LongText | None = Field(None, description="what would settle it")
    handling: Handling = Field("CLEAR", description="TLP mark")


class PageFields(Fields):
    """Front matter of a free page."""

    title: Text | None = Field(None, description="title; else the first heading")


FILE_KINDS: dict[str, type[Fields]] = {
    "actor": ActorFields,
    "article": ArticleFields,
    "config": ConfigFields,
    "country": CountryFields,
    "dispute": DisputeFields,
    "page": PageFields,
    "source": SourceFields,
}


def json_schemas() -> dict[str, str]:
    """JSON Schema of each kind of file, by kind, as text that is the same on every machine."""
    return {kind: _schema_text(kind, fields) for kind, fields in FILE_KINDS.items()}


def _schema_text(kind: str, fields: type[Fields]) -> str:
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **fields.model_json_schema(by_alias=True),
    }
    if kind == "config":
        schema["properties"]["search"]["enum"] = [False, "false", "names", "full"]
        schema["properties"]["search"].pop("type", None)
    schema["title"] = f"brief: {kind}"
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
