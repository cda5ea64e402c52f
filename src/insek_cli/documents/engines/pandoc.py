"""The one place that starts pandoc: Markdown of the template dialect in, a document out."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

import pypandoc  # type: ignore[import-untyped]

from insek_cli.documents.engines import child_processes
from insek_cli.documents.engines.pandoc_chunks import Chunks
from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.resources import templates_dir
from insek_cli.source_date_epoch import source_date_epoch
from insek_cli.timing import stage

READER = "commonmark+fenced_divs+bracketed_spans+attributes"
TIMEOUT = 300
"""Seconds after which pandoc is ended: far above what 2,000 measures take."""
MEMORY, MEMORY_PER_BYTE = 3 * 1024**3, 1024
"""Bytes that it may use, and how many more for each of text: three times what text takes."""
NURSERY = "-A128m"
"""Garbage is looked for after 128 MB of new things, not after 8: there is little of it."""


def convert(
    markdown: str,
    target: str,
    filters: Sequence[Path],
    *,
    options: Sequence[str] = (),
    folder: Path | None = None,
    stand: date | None = None,
) -> bytes:
    """Markdown of the template dialect in another format.

    `folder` is where images are found, `stand` the date that goes into the metadata.
    """
    lua = [f"--lua-filter={path}" for path in filters]
    arguments = ["-f", READER, "-t", target, "--wrap=preserve", *lua, *options, "-o", "-"]
    with stage(_("pandoc to {format}").format(format=target)):
        return _run(arguments, markdown.encode(), folder, stand, yielding=target != "typst")


def convert_chunks(markdown: str, target: str, filter_: Path, chunks: Chunks) -> tuple[str, ...]:
    """Markdown in another text format, in pieces: known ones are not converted again.

    A filter of the project's own may look from one piece at another; it gets the whole text.
    """
    if not filter_.is_relative_to(templates_dir()):
        return (convert(markdown, target, [filter_]).decode(),)
    about = "\0".join((target, READER, pandoc_version())).encode() + filter_.read_bytes()
    return chunks.convert(markdown, lambda text: convert(text, target, [filter_]).decode(), about)


def read_docx(content: bytes) -> dict[str, Any]:
    """The tree of a Word document, its tracked changes accepted; it reads nothing else."""
    arguments = ["--sandbox", "-f", "docx", "-t", "json", "--track-changes=accept", "-o", "-"]
    with stage(_("pandoc reads Word")):
        tree: dict[str, Any] = json.loads(_run(arguments, content, None, None, yielding=False))
    return tree


def pandoc_version() -> str:
    """The version of the package that brings pandoc."""
    return installed("pypandoc_binary")


def _run(
    arguments: list[str],
    text: bytes,
    folder: Path | None,
    stand: date | None,
    *,
    yielding: bool,
) -> bytes:
    """What pandoc writes; it is `yielding` where another document takes longer."""
    environment = dict(os.environ)
    if stand is not None:
        environment["SOURCE_DATE_EPOCH"] = str(document_epoch(stand))
    most = f"-M{MEMORY + MEMORY_PER_BYTE * len(text)}"
    command = [_pandoc(), "+RTS", most, NURSERY, "-RTS", *arguments]
    try:
        done = child_processes.run(
            command, text, TIMEOUT, folder=folder, environment=environment, yielding=yielding
        )
    except subprocess.TimeoutExpired as error:
        message = _("pandoc did not end within {seconds} s.").format(seconds=TIMEOUT)
        raise InsekError(message) from error
    if done.returncode:
        raise _failure(done.stderr.decode(errors="replace"))
    return done.stdout


def _pandoc() -> str:
    """The pandoc of the package: never another that lies in the path or in a stranger's folder."""
    folder = Path(pypandoc.__file__).parent / "files"
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    if not (folder / name).is_file():
        raise InsekError(
            _("pandoc is missing."),
            _("Install insek again: pandoc comes with the package pypandoc_binary."),
        )
    return str(folder / name)


def _failure(text: str) -> InsekError:
    lines = [line for line in text.strip().split("\n") if line.strip()]
    place = re.search(r"([\w-]+\.lua):(\d+)", text)
    where = f" ({place.group(1)}:{place.group(2)})" if place else ""
    message = lines[-1] if lines else _("no message")
    return InsekError(
        _("pandoc failed{where}: {message}").format(where=where, message=message),
        _("Correct the filter or template, or remove it to use the packaged one."),
    )


def document_epoch(stand: date) -> int:
    """SOURCE_DATE_EPOCH where it is set and sensible, else noon of the printed date (UTC)."""
    if moment := source_date_epoch():
        return moment
    return int(datetime(stand.year, stand.month, stand.day, 12, tzinfo=UTC).timestamp())
