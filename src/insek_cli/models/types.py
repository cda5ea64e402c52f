"""The scalar types of the data: ids, texts, dates, and the closed lists of choices."""

import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

FIELD_ID = "^HF[1-9][0-9]?$"
GOAL_ID = r"^HF[1-9][0-9]?(\.[1-9][0-9]?){1,2}$"
MEASURE_ID = "^M-[0-9]{3,9}$"
SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
COLOUR, LINK = "^#[0-9a-fA-F]{6}$", r"^(https?://|mailto:)\S+$"
TIME, DAY = "^([01][0-9]|2[0-3]):[0-5][0-9]$", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
CODE = "^INSEK[0-9]{3}$"
LONGEST_SLUG = 100
"""Slugs are names of folders and files too, and stand in narrow columns."""

_LEAP_YEAR = "(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:12|16|20|24|28)00)"
_DAYS = (
    "(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])",
    "(?:0[13-9]|1[0-2])-(?:29|30)",
    "(?:0[13578]|1[02])-31",
)
PERIOD = f"^(?:[12][0-9]{{3}}(?:-(?:0[1-9]|1[0-2]|{'|'.join(_DAYS)}))?|{_LEAP_YEAR}-02-29)$"
"""A year, a month or a day that exists."""


@dataclass(frozen=True)
class Refers:
    """Marks a text as the id of a record elsewhere, so that references are checked in one place."""

    to: str  # field, goal, measure, workshop, or the kind of a register


@dataclass(frozen=True)
class MarkdownField:
    """Marks a text as Markdown, read against the allowlist of measures."""


FieldId = Annotated[str, Field(pattern=FIELD_ID), Refers("field")]
GoalId = Annotated[str, Field(pattern=GOAL_ID), Refers("goal")]
MeasureId = Annotated[str, Field(pattern=MEASURE_ID), Refers("measure")]
Slug = Annotated[str, Field(pattern=SLUG, max_length=LONGEST_SLUG)]
PlanId = Annotated[Slug, Refers("plan")]
ActorId = Annotated[Slug, Refers("actor")]
ProgrammeId = Annotated[Slug, Refers("programme")]
DistrictId = Annotated[Slug, Refers("district")]
WorkshopSlug = Annotated[Slug, Refers("workshop")]
OwnFieldId = Annotated[str, Field(pattern=FIELD_ID)]
OwnMeasureId = Annotated[str, Field(pattern=MEASURE_ID)]

SEEN = r"[^\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]"
"""A character that print shows: no space, soft hyphen, filler or sign for the one before it. What
is hidden everywhere, such as U+200B, is INSEK103."""
Text = Annotated[str, Field(min_length=1, pattern=SEEN)]
Markdown = Annotated[str, Field(min_length=1, pattern=SEEN), MarkdownField()]
Colour = Annotated[str, Field(pattern=COLOUR)]
Link = Annotated[str, Field(pattern=LINK)]
ShortTitle = Annotated[str, Field(min_length=1, max_length=60, pattern=SEEN)]
Summary = Annotated[str, Field(min_length=1, max_length=300, pattern=SEEN)]

Status = Literal[
    "vorschlag", "abgestimmt", "beschlossen", "in_umsetzung", "umgesetzt", "zurueckgestellt",
    "entfallen",
]  # fmt: skip
Kind = Literal["projekt", "konzept", "daueraufgabe", "beteiligung", "organisation"]
Priority = Literal["hoch", "mittel", "niedrig"]
Horizon = Literal["kurzfristig", "mittelfristig", "langfristig"]
Magnitude = Literal["keine", "gering", "mittel", "hoch"]
Rhythm = Literal["einmalig", "jaehrlich"]
Level = Literal["grundstueck", "quartier", "stadtteil", "gesamtstadt", "region"]
CostGroup = Literal[
    "vorbereitung", "grunderwerb", "ordnungsmassnahmen", "baumassnahmen", "sonstige"
]
"""The groups of an overview of costs and financing: preparation (§ 140 BauGB), purchase of land and
other Ordnungsmaßnahmen (§ 147), Baumaßnahmen (§ 148), and the rest."""
GROUPS: tuple[CostGroup, ...] = get_args(CostGroup)
OwnSource = Literal["eigenmittel", "dritte"]
Share = Literal["bund", "land", "eu", "gemeinde"]
TrafficLight = Literal["im_plan", "verzoegert", "gefaehrdet", "ruht", "erledigt"]
FundingStatus = Literal["idee", "beantragt", "bewilligt"]
Answer = Literal["offen", "uebernommen", "teilweise", "nicht_uebernommen", "kenntnisnahme"]
ActorKind = Literal[
    "verwaltung", "politik", "wirtschaft", "verein", "wissenschaft", "planungsbuero", "weitere"
]
WorkshopKind = Literal[
    "werkstatt", "kolloquium", "online", "markt", "spaziergang", "auftakt", "weitere"
]


def _date(value: object) -> object:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(DAY, value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("insek_date", "no date", {"value": str(value)})


Date = Annotated[
    date,
    BeforeValidator(_date),
    Field(json_schema_extra={"pattern": DAY}),
]


@total_ordering
@dataclass(frozen=True)
class Zeitpunkt:
    """A year, a month or a day; what is not known is None. Ordered by its first day."""

    year: int
    month: int | None = None
    day: int | None = None

    def first_day(self) -> date:
        """The first day that belongs to the year, month or day."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """The last day that belongs to the year, month or day."""
        if self.day:
            return self.first_day()
        year, month = (self.year, self.month + 1) if self.month else (self.year + 1, 1)
        following = date(year + 1, 1, 1) if month > 12 else date(year, month, 1)
        return date.fromordinal(following.toordinal() - 1)

    def __lt__(self, other: "Zeitpunkt") -> bool:
        return self.first_day() < other.first_day()

    def __str__(self) -> str:
        """German notation: 2026, 05/2026, 14.05.2026."""
        if self.month is None:
            return str(self.year)
        if self.day is None:
            return f"{self.month:02}/{self.year}"
        return f"{self.day:02}.{self.month:02}.{self.year}"

    @property
    def iso(self) -> str | int:
        """As it is written in YAML: 2026, "2026-05", "2026-05-14"."""
        if self.month is None:
            return self.year
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{self.year}-{self.month:02}{day}"

    @classmethod
    def parse(cls, value: object) -> "Zeitpunkt":
        """Read an integer year or an ISO text; raises the finding of a wrong date."""
        if isinstance(value, cls):
            return value
        text = str(value) if isinstance(value, (int, str)) and value is not True else ""
        match = re.fullmatch(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
        if match:
            parts = [int(part) if part else None for part in match.groups()]
            try:
                moment = cls(parts[0] or 0, parts[1], parts[2])
                moment.first_day()
                return moment
            except ValueError:
                pass
        raise PydanticCustomError("insek_period", "no date", {"value": str(value)})

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda moment: moment.iso
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "anyOf": [
                {"type": "integer", "minimum": 1000, "maximum": 2999},
                {"type": "string", "pattern": PERIOD},
            ]
        }
