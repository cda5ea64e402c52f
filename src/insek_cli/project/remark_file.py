"""A remark added to the remarks of a workshop; every byte that was there stays."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any

from insek_cli.models.workshop import Remark
from insek_cli.project.entries import read_entries, with_entries

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
    return with_entries(raw, file, Remark, given, HEADER)


def read_remarks(raw: bytes, file: PurePosixPath) -> list[Remark]:
    """The remarks of a file without errors."""
    return read_entries(raw, file, Remark)


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
