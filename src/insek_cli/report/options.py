"""What a report is composed for."""

from dataclasses import dataclass, field

from insek_cli.models.stages import Profile, Stage
from insek_cli.report.revision_state import Revision, TemplateOrigin


@dataclass(frozen=True)
class Options:
    """What a build was asked for. `only` restricts the report to some fields."""

    profile: Profile = "oeffentlich"
    stage: Stage | None = None
    only: tuple[str, ...] = ()
    revision: Revision = field(default_factory=Revision)
    werkzeuge: tuple[str, ...] = ("insek",)
    """Names and versions of the tools, for the origin that documents carry."""
    vorlagen: TemplateOrigin = "mitgeliefert"
