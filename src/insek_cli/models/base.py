"""What every model shares: strictness, and what each key declares beyond its type."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from insek_cli.models.stages import Profile, Stage

COLUMNS = (
    "Maßnahme",
    "Beschreibung",
    "Querverweis bestehende Planung/Konzept",
    "Akteur:innen/Zuständigkeiten",
    "Prozessgestaltung und Monitoring",
    "Ideen zur Erhöhung der Nachhaltigkeit der Maßnahmen",
    "Standort",
    "Kosten",
    "Finanzierung/Förderung",
    "integrierte Handlungsfelder",
)
"""The ten headings of the Maßnahmenliste, exactly as the workshop documentation prints them."""


Block = Literal["vorlage", "seite", "haupt"]
"""Where a Steckbrief prints a key: where the template says, in its side or its main column."""
BLOCKS: tuple[Block | None, ...] = ("vorlage", "seite", "haupt")
DECLARED = "x-insek"
"""What a key declares beyond its type, in the field that pydantic makes of it."""


class Model(BaseModel):
    """A strict, frozen record. An absent key is None (or empty) and means: not known yet."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


def key(
    title: str,
    description: str,
    *,
    default: Any = None,
    column: str | None = None,
    block: Block | None = None,
    place: int = 0,
    label: str | None = None,
    stage: Stage | None = None,
    profile: Profile = "intern",
    examples: list[Any] | None = None,
    **constraints: Any,
) -> Any:
    """Declare a model key with its German title and description and its place in the outputs.

    Pass `default=...` for a key that is always required. What is not given a profile is intern.
    What has a column stands beside the text of the Steckbrief, unless `block` says otherwise; there
    it is called `label` where that is not the title, and stands in the order of `place`.
    """
    if column is not None and column not in COLUMNS:
        raise ValueError(f"{column!r} is no heading of the Maßnahmenliste")
    declared = {
        "column": column,
        "block": block or ("seite" if column else None),
        "place": place,
        "label": label or title,
        "stage": stage,
        "profile": profile,
    }
    return Field(
        default,
        title=title,
        description=description,
        examples=examples,
        json_schema_extra={DECLARED: declared},  # type: ignore[dict-item]
        **constraints,
    )


def public(title: str, description: str, **options: Any) -> Any:
    """Declare a key that everybody may read."""
    return key(title, description, profile="oeffentlich", **options)
