"""The kinds of value that users' files hold: text turned into the checked text, list or number that a field wants.

Every refusal is a whole sentence with what was expected and, where it is certain, how to mend it; YAML gives text only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.read.ids import LONGEST_ID, id_trouble

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PERIOD = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_LOOSE_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[Tt ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?: *(Z|z|[+-]\d{2}:?\d{2}|[+-]\d{2}))?)?", re.ASCII
)
_PATTERN_DAY = r"^\d{4}-\d{2}-\d{2}$"


class Fields(BaseModel):
    """Base of all files and of the mappings inside them."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, populate_by_name=False)


def mistake(message: str, expected: str, fix: str = "") -> PydanticCustomError:
    """A refusal of a value, as checking.py turns it into a Problem."""
    return PydanticCustomError("mistake", "{message}", {"message": message, "expected": expected, "fix": fix})


def listed(description: str, alias: str | None = None) -> Any:
    """A list, empty where it is not given; made anew each time, because pydantic takes far longer to copy an empty one."""
    return Field(default_factory=list, description=description, alias=alias, json_schema_extra={"default": []})


def quoted(value: str) -> str:
    """A value inside a message, cut where it is long."""
    return f'"{value}"' if len(value) <= 60 else f'"{value[:57]}…"'


def _shape(pattern: str, what: str, expected: str, mend: Callable[[str], str] | None = None) -> AfterValidator:
    """Accept what matches `pattern` whole; `mend` gives the text that would be right, or nothing."""
    compiled = re.compile(pattern, re.ASCII)

    def check(value: str) -> str:
        if compiled.fullmatch(value):
            return value
        better = mend(value) if mend else ""
        fix = f"write {better}" if better and compiled.fullmatch(better) else ""
        raise mistake(f"{quoted(value)} is not {what}.", expected, fix)

    return AfterValidator(check)


def is_day(value: str) -> bool:
    """Whether this is a day of the calendar, as YYYY-MM-DD."""
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _day(value: str) -> str:
    if is_day(value):
        return value
    raise mistake(f"{quoted(value)} is not a date.", "a date as YYYY-MM-DD, such as 2015-02-13", _better_day(value))


def _period(value: str) -> str:
    if _PERIOD.fullmatch(value) and is_day((value + "-01-01")[:10]):
        return value
    raise mistake(
        f"{quoted(value)} is not a date, month or year.", "YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-02", _better_day(value)
    )


def _better_day(value: str) -> str:
    loose = _LOOSE_DAY.fullmatch(value)
    better = f"{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}" if loose else ""
    return f"write {better}" if is_day(better) else ""


def _moment(value: str) -> str:
    """A day, or a day and time with or without offset, in ISO form: 2015-02-13T10:00:00+13:00."""
    found = _MOMENT.fullmatch(value)
    if found is None or not is_day(found[1]):
        raise mistake(f"{quoted(value)} is not a date.", "YYYY-MM-DD, or with a time: 2015-02-13T10:00+13:00", _better_day(value))
    if not found[2]:
        return found[1]
    clock = found[2].rjust(5, "0") if found[2].count(":") == 1 else found[2].rjust(8, "0")
    clock = clock if len(clock) == 8 else f"{clock}:00"
    offset = (found[3] or "").upper().replace("Z", "+00:00")
    offset = offset if len(offset) in (0, 6) else f"{offset[:3]}:{offset[3:] or '00'}"
    moment = f"{found[1]}T{clock}{offset}"
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        raise mistake(f"{quoted(value)} is not a time.", "YYYY-MM-DD, or with a time: 2015-02-13T10:00+13:00") from None
    return moment


def _since(value: str) -> str:
    found = re.fullmatch(r"(\d{1,4}) (day|week|month|year)s?", value, re.ASCII)
    if is_day(value) or (found and int(found[1]) > 0):
        return value
    raise mistake(f"{quoted(value)} is neither a date nor a period.", "a date as YYYY-MM-DD, or a period such as 7 days")


def _truth(value: object) -> object:
    if isinstance(value, str):
        if value in ("true", "false"):
            return value == "true"
        better = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(value.lower(), value.lower())
        raise mistake(
            f"{quoted(value)} is neither true nor false.",
            "true or false",
            f"write {better}" if better in ("true", "false") else "",
        )
    raise mistake("This is neither true nor false.", "true or false")


def _count(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"\d{1,4}", value, re.ASCII):
        return int(value)
    shown = quoted(value) if isinstance(value, str) else "This"
    raise mistake(f"{shown} is not a whole number from 0 to 9999.", "a whole number from 0 to 9999")


def _marking(value: object) -> object:
    """Handling marks may bear their prefix: TLP:AMBER."""
    return value.removeprefix("TLP:") if isinstance(value, str) else value


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _page_name(value: str) -> str:
    """An id at which a page can stand."""
    if trouble := id_trouble(value):
        raise mistake(f"No page can stand at {quoted(value)}: this id {trouble}.", "an id such as john-key")
    return value


def _address(value: str) -> str:
    return "https://" + value if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", value) else ""


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
LongText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]
NameText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Context = Annotated[str, StringConstraints(max_length=10_000)]
Id = Annotated[
    Text,
    _shape(
        rf"[a-z0-9-]{{1,{LONGEST_ID}}}",
        "an id",
        "lower-case letters a to z, digits and hyphens, as in a file's name without its ending",
        lambda value: value.removesuffix(".yaml").removesuffix(".md").replace(" ", "-").replace("_", "-").lower(),
    ),
    Field(json_schema_extra={"pattern": "^[a-z0-9-]+$"}),
]
CountryCode = Annotated[
    Text,
    _shape("[A-Z]{2}", "a country code", "two capital letters (ISO 3166-1), such as NZ", str.upper),
    Field(json_schema_extra={"pattern": "^[A-Z]{2}$"}),
]
FormerId = Annotated[Id, AfterValidator(_page_name)]
Entity = Annotated[
    Text,
    _shape(
        rf"[A-Z]{{2}}|[a-z0-9-]{{1,{LONGEST_ID}}}",
        "an actor's id or a country code",
        "an id such as john-key, or a code such as NZ",
        lambda value: value.replace(" ", "-").lower(),
    ),
    Field(json_schema_extra={"pattern": "^([A-Z]{2}|[a-z0-9-]+)$"}),
]
Url = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    _shape(
        r"(?i:https?)://[^\s<>\"\\^`{|}\x00-\x1f]+",
        "a web address",
        "an address that begins with http:// or https://",
        _address,
    ),
    Field(json_schema_extra={"pattern": "^https?://"}),
]
Image = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    _shape(
        r"(?i:https?)://[^\s<>\"\\^`{|}]+|(?!/|\.)(?!.*\.\./)[\w./ ()-]+",
        "an image's address",
        "an address that begins with http:// or https://, or a path below content/static/",
    ),
]
Language = Annotated[
    Text,
    _shape(
        r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*",
        "a language",
        "a BCP 47 tag, such as en or en-NZ",
        lambda value: value.replace("_", "-"),
    ),
]
Day = Annotated[Text, AfterValidator(_day), Field(json_schema_extra={"pattern": _PATTERN_DAY})]
Period = Annotated[
    Text,
    AfterValidator(_period),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ]
        }
    ),
]
Moment = Annotated[Text, AfterValidator(_moment), Field(json_schema_extra={"pattern": r"^\d{4}-\d{2}-\d{2}"})]
Since = Annotated[Text, AfterValidator(_since)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Count = Annotated[int, BeforeValidator(_count)]
Handling = Annotated[Literal["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"], BeforeValidator(_marking)]
Strength = Literal["strong", "short", "weak"]
Countries = Annotated[
    list[CountryCode],
    BeforeValidator(_as_list, json_schema_input_type=Annotated[str, Field(pattern="^[A-Z]{2}$")] | list[CountryCode]),
]
AdmiraltyCode = Annotated[
    Text,
    _shape(
        "[A-F][1-6]",
        "an Admiralty code",
        "a letter A to F for the source and a digit 1 to 6 for the information, such as B2",
        str.upper,
    ),
    Field(json_schema_extra={"pattern": "^[A-F][1-6]$"}),
]
Grade = Annotated[
    Text,
    _shape("[A-F][1-6]?", "a grade", "a letter A to F, such as B", str.upper),
    Field(json_schema_extra={"pattern": "^[A-F][1-6]?$"}),
]
Wikidata = Annotated[
    Text,
    _shape(r"Q[1-9]\d{0,11}", "a Wikidata id", "Q and a number, such as Q312340", str.upper),
    Field(json_schema_extra={"pattern": "^Q[1-9][0-9]*$"}),
]
TimeZone = Annotated[
    Text, _shape(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}", "a time zone", "an IANA name, such as Pacific/Auckland")
]
ThemeName = Annotated[
    Text, _shape(r"[a-z0-9][a-z0-9_-]{0,60}", "a theme's name", "lower-case letters, digits and hyphens, such as desk", str.lower)
]
BaseUrl = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
    _shape(
        r"https?://[^\s<>\"\\^`{|}?#/]+(?:/[^\s<>\"\\^`{|}?#]*)?",
        "a base address",
        "an address such as https://example.org/ without ? and #",
        _address,
    ),
    Field(json_schema_extra={"pattern": "^https?://"}),
]
