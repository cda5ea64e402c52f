"""Whether a document is what its revision builds: read its origin, build again, compare bytes."""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, partial
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from insek_cli.build.git import blobs, commit_of, git
from insek_cli.build.named_paths import require_file
from insek_cli.build.private_folders import private_folder
from insek_cli.build.produce import produce
from insek_cli.build.request import Request
from insek_cli.build.revision import WATCHED, revision
from insek_cli.documents.engines.tool_versions import tool_versions
from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.report.occasion import read_occasion
from insek_cli.report.origin import KOFI as COUNCIL_PAPER
from insek_cli.report.origin import REPORT as WHOLE
from insek_cli.report.origin import Origin, read_origin
from insek_cli.report.revision_state import Revision

LIMIT = 200 * 1024 * 1024
"""Bytes of a document; a report of 2,000 measures has a quarter of it."""
Rebuild = Callable[[Origin, str], bytes]
"""Builds the document of an origin with a suffix again."""
_PARTS = {
    ".docx": "docProps/custom.xml",
    ".pptx": "docProps/custom.xml",
    ".xlsx": "xl/sharedStrings.xml",
}


_CELL = re.compile(r"<t(?: [^>]*)?>(insek-herkunft/[^<]*)</t>")
"""A cell that says nothing but an origin."""


class Same(Enum):
    """Whether a document has the bytes that its revision builds."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Verdict:
    """What is known of a document. `behind` counts later commits of data and templates."""

    path: Path
    origin: Origin | None
    same: Same
    reason: str = ""
    behind: int | None = None
    edited: bool = False
    """Whether data or templates differ from the last commit now."""


def verify_documents(root: Path, paths: Iterable[Path]) -> list[Verdict]:
    """Judge documents; raises InsekError (exit code 2) for one that does not exist."""
    rebuilt = cache(partial(_rebuilt, root))
    return [_verdict(root, path, rebuilt) for path in paths]


def _verdict(root: Path, path: Path, rebuilt: Rebuild) -> Verdict:
    content = _content(path)
    origin = _origin(path.suffix.lower(), content, path)
    if origin is None:
        return Verdict(path, None, Same.UNKNOWN, _("it names no revision it was built from"))
    now = revision(root)
    behind = _behind(root, origin)
    if reason := _hindrance(root, origin):
        return Verdict(path, origin, Same.UNKNOWN, reason, behind, now.changed)
    try:
        built = rebuilt(origin, path.suffix.lower())
    except InsekError as error:
        return Verdict(path, origin, Same.UNKNOWN, error.message, behind, now.changed)
    same = Same.YES if built == content else Same.NO
    return Verdict(path, origin, same, "", behind, now.changed)


def _content(path: Path) -> bytes:
    try:
        require_file(path)
        with path.open("rb") as stream:
            content = stream.read(LIMIT + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        message = _("{path} cannot be read: {reason}").format(path=path, reason=reason)
        raise InsekError(message, exit_code=2) from error
    return content


def _origin(suffix: str, content: bytes, path: Path) -> Origin | None:
    """The origin stands where no text of the data can: in properties, or in the last line."""
    if suffix in _PARTS:
        text = _part(path, _PARTS[suffix])
        # The values of measures, which may say anything, stand in other cells of a spreadsheet.
        return read_origin("\n".join(_CELL.findall(text)) if suffix == ".xlsx" else text)
    if suffix == ".pdf":
        begun = content.rpartition(b"<pdf:Keywords>")[2]
        found, ended, _rest = begun.partition(b"</pdf:Keywords>")
        return read_origin(found.decode("utf-8", "replace")) if ended else None
    tail = content.rstrip().rpartition(b"\n")[2]
    return read_origin(tail.decode("utf-8", "replace"))


def _part(path: Path, name: str) -> str:
    try:
        with ZipFile(path) as archive, archive.open(name) as stream:
            return stream.read(LIMIT).decode("utf-8", "replace")
    except (BadZipFile, KeyError, OSError, RuntimeError, EOFError, ValueError, zlib.error):
        return ""


def _hindrance(root: Path, origin: Origin) -> str:
    """Why a document cannot be built again, empty when it can."""
    if origin.revision is None:
        return _("it was built without version control")
    if origin.geaendert:
        return _("its data differed from the last commit when it was built")
    if origin.werkzeuge != tool_versions():
        other = ", ".join(sorted(set(origin.werkzeuge) - set(tool_versions()))) or "?"
        return _("it was built with other tools: {tools}").format(tools=other)
    if not git(root, "cat-file", "-t", origin.revision):
        return _("this repository does not have its revision {name}").format(
            name=origin.revision[:7]
        )
    return ""


def _behind(root: Path, origin: Origin) -> int | None:
    """How many commits of data and templates came after that of the document."""
    if origin.revision is None:
        return None
    count = git(root, "rev-list", "--count", f"{origin.revision}..HEAD", "--", *WATCHED)
    return int(count) if count else None


def _rebuilt(root: Path, origin: Origin, suffix: str) -> bytes:
    """The bytes that the revision of `origin` builds, in a private folder."""
    with private_folder() as bench:
        request = _request(bench, origin)
        files = request.document.files.items()
        formats = tuple(name for name, file in files if file.endswith(suffix))
        if not formats or origin.revision is None:
            raise InsekError(_("no build writes such a file"))
        for name, content in _files(root, commit_of(root, origin.revision)):
            target = bench / "projekt" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        outcome = produce(replace(request, formats=formats))
        if not outcome.built:
            raise InsekError(_("the data of its revision has errors by today's rules"))
        return outcome.outputs[0].path.read_bytes()


def _files(root: Path, commit: str) -> Iterator[tuple[str, bytes]]:
    for folder in WATCHED:
        yield from blobs(root, commit, folder).items()


def _request(bench: Path, origin: Origin) -> Request:
    occasion = read_occasion(origin.dokument)
    return Request(
        root=bench / "projekt",
        profile=origin.profil,
        stage=origin.stufe,
        only=origin.felder,
        untrusted=origin.vorlagen == "mitgeliefert",
        out=bench / "ergebnis",
        workshop=None if occasion or origin.dokument in (WHOLE, COUNCIL_PAPER) else origin.dokument,
        kofi=origin.dokument == COUNCIL_PAPER,
        umsetzung=occasion,
        revision=Revision(origin.revision, changed=False),
    )
