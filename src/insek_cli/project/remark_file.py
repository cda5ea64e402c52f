"""A remark added to the remarks of a workshop; every byte that was there stays."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any

from insek_cli.findings import InsekError, Severity
from insek_cli.i18n import _
from insek_cli.models.workshop import Remark
from insek_cli.review.format import emit
from insek_cli.source.data_files import parse
from insek_cli.source.decode import decode
from insek_cli.source.nodes import Sequence as ListNode
from insek_cli.source.source_file import Source
from insek_cli.source.validate import entries

HEADER = "# yaml-language-server: $schema=../../schema/remarks.schema.json"
_FIELD = re.compile(r"hf[1-9][0-9]?(?=-)")
_NUMBERED = re.compile(r"(.*?)([0-9]+)")


def with_remark(raw: bytes | None, file: PurePosixPath, given: dict[str, Any]) -> bytes:
    """The file with one more remark, in canonical form; without a file, a new one."""
    return with_remarks(raw, file, [given])


def with_remarks(raw: bytes | None, file: PurePosixPath, given: list[dict[str, Any]]) -> bytes:
    """The file with more remarks; every byte that was there stays.

    Raises InsekError when the file has errors, or is written so that nothing can be appended.
    """
    if raw is None or not raw.strip():
        return (raw or b"") + emit(given, Remark, "" if raw else HEADER).encode()
    before = read_remarks(raw, file)
    mark = "\r\n" if b"\r\n" in raw else "\n"
    text = emit(given, Remark)
    text = "".join(f"{' ' * _indent(raw)}{line}\n" for line in text.splitlines())
    joint = b"" if raw.endswith(b"\n") else mark.encode()
    content = raw + joint + text.replace("\n", mark).encode()
    try:
        after = read_remarks(content, file)
    except InsekError as error:
        raise _cannot_append(file) from error
    if after != [*before, *map(Remark.model_validate, given)]:
        raise _cannot_append(file)
    return content


def read_remarks(raw: bytes, file: PurePosixPath) -> list[Remark]:
    """The remarks of a file without errors."""
    source = Source(file)
    text = decode(raw, source)
    node = None if text is None else parse(text, source)
    found = [record.model for record in entries(node, Remark, source)] if node else []
    errors = [issue for issue in source.close() if issue.severity is Severity.ERROR]
    if errors or not isinstance(node, ListNode):
        message = _("{file} has errors; nothing was added.").format(file=file)
        raise InsekError(message, _("Correct them first: insek check lists them."), exit_code=1)
    return found


def next_id(remarks: Sequence[Remark], field: str | None, measures: Iterable[str]) -> str:
    """The next free id: counted on from remarks on the same measures, else from those of the file.

    Where the ids of a file do not count together, or name another field, the field begins a count
    of its own.
    """
    wanted = set(measures)
    near = [r.id for r in remarks if wanted & set(r.massnahmen) and r.handlungsfeld == field]
    every = [remark.id for remark in remarks]
    own = (field or "anmerkung").lower()
    beginning = _common(near) or _common(every) or f"{own}-"
    named = _FIELD.match(beginning)
    if named and named[0] != own:
        beginning = f"{own}-"
    numbers = [
        match[2] for name in every if (match := _NUMBERED.fullmatch(name)) and match[1] == beginning
    ]
    number = max(map(int, numbers), default=0) + 1
    return f"{beginning}{number:0{max(map(len, numbers), default=1)}d}"


def _common(names: Sequence[str]) -> str:
    """What stands before the number, where it is the same in all names."""
    matches = [_NUMBERED.fullmatch(name) for name in names]
    heads = {match[1] if match else "" for match in matches}
    return heads.pop() if len(heads) == 1 else ""


def _indent(raw: bytes) -> int:
    """How far the entries of the file are set in."""
    found = re.search(rb"^( *)- ", raw, re.MULTILINE)
    return len(found[1]) if found else 0


def _cannot_append(file: PurePosixPath) -> InsekError:
    message = _("Nothing can be appended to {file} as it is written.").format(file=file)
    return InsekError(message, _("Put it into the canonical form with: insek fmt"), exit_code=1)
