"""The kit of a workshop: check, compose, freeze what is printed, render beside, move in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from insek_cli.build.find_workshop import find_workshop
from insek_cli.build.load_and_check import load_and_check
from insek_cli.build.private_folders import private_folder
from insek_cli.build.publish import paths_in, publish
from insek_cli.build.request import Progress
from insek_cli.build.revision import revision
from insek_cli.catalog import WorkshopRecord
from insek_cli.documents.templates import TemplateSet
from insek_cli.findings import Issue, stops_build
from insek_cli.i18n import _
from insek_cli.limits import read_bounded
from insek_cli.models.ballots import Option
from insek_cli.models.stages import PROFILES
from insek_cli.report.views import Options
from insek_cli.report.whole_report import compose_report
from insek_cli.review.format import emit
from insek_cli.workshop.kit import OWN, render
from insek_cli.workshop.kit.kit import Kit, compose_kit

FROZEN = "optionen.yaml"
HEADER = "# Nummern und Wortlaute, wie sie gedruckt sind. Von „insek workshop kit“ eingefroren."

Confirm = Callable[[WorkshopRecord], bool]
"""Asked before frozen options that have votes are replaced."""


@dataclass(frozen=True)
class KitRequest:
    """Which workshop to print for; `out` replaces the folder build/workshops/<slug>/."""

    root: Path
    slug: str
    out: Path | None = None
    untrusted: bool = False
    """Whether the project's own templates stay unused."""

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return self.out or self.root / "build" / "workshops" / self.slug

    @property
    def frozen(self) -> Path:
        """Where the options are frozen."""
        return self.root / "data" / "workshops" / self.slug / FROZEN


@dataclass(frozen=True)
class KitOutcome:
    """The findings and, when nothing stops the kit, what it is made of and what was written."""

    issues: tuple[Issue, ...]
    kit: Kit | None = None
    files: tuple[tuple[Path, bytes], ...] = ()
    froze: bool = False
    """Whether the frozen options are new."""
    refused: bool = False
    """Whether the kit would have replaced options that have votes, and may not."""


def make_kit(
    request: KitRequest, confirm: Confirm, progress: Progress = lambda _text: None
) -> KitOutcome:
    """Print the kit of a workshop; raises InsekError when there is no such workshop."""
    progress(_("Reading data"))
    issues, catalog = load_and_check(request.root, None)
    record = find_workshop(request.root, catalog, request.slug)
    if stops_build(issues, strict=False):
        return KitOutcome(tuple(issues))
    options = Options(PROFILES[-1], None, (), revision(request.root))
    kit = compose_kit(compose_report(catalog, options), record)
    frozen = tuple(frozen_options(kit))
    changed = bool(frozen) and frozen != record.optionen
    if changed and record.optionen and record.ballots and not confirm(record):
        return KitOutcome(tuple(issues), kit, refused=True)
    templates = TemplateSet(request.root, untrusted=request.untrusted)
    with private_folder() as bench:
        files = render(kit, templates, bench, progress)
    if changed:
        publish({request.frozen: _frozen_text(request.frozen, frozen)})
    outdated = [request.folder / name for name in _outdated(request.folder, files)]
    publish(paths_in(request.folder, files), outdated)
    written = tuple((request.folder / name, content) for name, content in files.items())
    return KitOutcome(tuple(issues), kit, written, froze=changed)


def frozen_options(kit: Kit) -> Iterator[Option]:
    """Number, id and wording of every option, as printed."""
    for ballot in kit.stimmzettel:
        for card in ballot.karten:
            yield Option(
                nummer=card.nummer, id=card.kennung, wortlaut=card.wortlaut, frage=ballot.frage.id
            )


def _frozen_text(path: Path, options: tuple[Option, ...]) -> bytes:
    text = emit([option.model_dump() for option in options], Option, HEADER)
    # A file that the office keeps with Windows line ends stays so.
    if path.is_file() and b"\r\n" in read_bounded(path):
        text = text.replace("\n", "\r\n")
    return text.encode()


def _outdated(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """What an earlier kit left: a poster that is not printed anymore must not hang."""
    present = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return [name for name in present if OWN.fullmatch(name) and name not in files]
