"""Entries added to a list of records in a file; every byte that was there stays."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, TypeVar

from insek_cli.findings import InsekError, Severity
from insek_cli.i18n import _
from insek_cli.models.base import Model
from insek_cli.review.format import emit
from insek_cli.source.data_files import parse
from insek_cli.source.decode import decode
from insek_cli.source.nodes import Sequence as ListNode
from insek_cli.source.source_file import Source
from insek_cli.source.validate import entries

_EMPTY = re.compile(rb"^\[\][ \t]*(?:\r?\n|\Z)", re.MULTILINE)
"""A list without entries, as it is written."""
M = TypeVar("M", bound=Model)


def with_entries(
    raw: bytes | None,
    file: PurePosixPath,
    model: type[M],
    given: Sequence[Mapping[str, Any]],
    header: str,
) -> bytes:
    """The file with more entries behind its own, in canonical form; without a file, a new one.

    Raises InsekError when the file has errors, or is written so that nothing can be appended.
    """
    if raw is None or not raw.strip():
        return (raw or b"") + emit(given, model, "" if raw else header).encode()
    before = read_entries(raw, file, model)
    if not before:
        raw = _EMPTY.sub(b"", raw)
    mark = "\r\n" if b"\r\n" in raw else "\n"
    text = emit(given, model)
    text = "".join(f"{' ' * _indent(raw)}{line}\n" for line in text.splitlines())
    joint = b"" if raw.endswith(b"\n") else mark.encode()
    content = raw + joint + text.replace("\n", mark).encode()
    try:
        after = read_entries(content, file, model)
    except InsekError as error:
        raise _cannot_append(file) from error
    if after != [*before, *(model.model_validate(each) for each in given)]:
        raise _cannot_append(file)
    return content


def read_entries(raw: bytes, file: PurePosixPath, model: type[M]) -> list[M]:
    """The records of a file without errors."""
    source = Source(file)
    text = decode(raw, source)
    node = None if text is None else parse(text, source)
    found = [record.model for record in entries(node, model, source)] if node else []
    errors = [issue for issue in source.close() if issue.severity is Severity.ERROR]
    if errors or not isinstance(node, ListNode):
        message = _("{file} has errors; nothing was added.").format(file=file)
        raise InsekError(message, _("Correct them first: insek check lists them."), exit_code=1)
    return found


def _indent(raw: bytes) -> int:
    """How far the entries of the file are set in."""
    found = re.search(rb"^( *)- ", raw, re.MULTILINE)
    return len(found[1]) if found else 0


def _cannot_append(file: PurePosixPath) -> InsekError:
    message = _("Nothing can be appended to {file} as it is written.").format(file=file)
    return InsekError(message, _("Put it into the canonical form with: insek fmt"), exit_code=1)
