"""A build of what was built already: nothing but hashes is computed.

The documents count as built when nothing they are made from has changed and each of them still has
the bytes that were written.
"""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from insek_cli.build import user_cache
from insek_cli.build.fingerprint import fingerprint
from insek_cli.build.known_findings import findings_data, judged_from
from insek_cli.build.request import Gaps, Outcome, Output, Request
from insek_cli.build.revision import WATCHED, revision
from insek_cli.findings import Judged


def request_key(request: Request) -> str:
    """The name under which the outcome of a request is kept; it changes with all that decides."""
    state = request.revision or revision(request.root)
    options = (
        request.formats, request.profile, request.stage, request.only, request.strict,
        request.workshop, request.kofi, request.umsetzung, request.untrusted, request.folder,
        state,
    )  # fmt: skip
    folders = ("data",) if request.untrusted else WATCHED
    return "gebaut-" + fingerprint(request.root, folders, *options)


def recall(name: str) -> Outcome | None:
    """The outcome of an earlier build, when its documents still stand as they were written."""
    kept = user_cache.read(name)
    if kept is None:
        return None
    values: dict[str, Any] = json.loads(kept)
    outputs, images = (
        tuple(Output(**{**output, "path": Path(output["path"])}) for output in values[kind])
        for kind in ("outputs", "images")
    )
    if not all(_stands(output) for output in (*outputs, *images)):
        return None
    gaps = values["gaps"] and Gaps(
        values["gaps"]["stage"],
        values["gaps"]["measures"],
        tuple((k, title, count) for k, title, count in values["gaps"]["keys"]),
    )
    return Outcome(judged_from(values["findings"]).issues, outputs, gaps, images)


def remember(name: str, outcome: Outcome) -> None:
    """Keep the outcome of a build that wrote documents."""
    if not outcome.built:
        return
    values = {
        "findings": findings_data(Judged(outcome.issues, ())),
        "outputs": _output_data(outcome.outputs),
        "images": _output_data(outcome.images),
        "gaps": outcome.gaps and asdict(outcome.gaps),
    }
    user_cache.write(name, json.dumps(values, ensure_ascii=False).encode())


def _output_data(outputs: tuple[Output, ...]) -> list[dict[str, Any]]:
    return [{**asdict(output), "path": str(output.path)} for output in outputs]


def _stands(output: Output) -> bool:
    try:
        plain_file = output.path.is_file() and not output.path.is_symlink()
        content = output.path.read_bytes() if plain_file else b""
    except OSError:
        return False
    return hashlib.sha256(content).hexdigest() == output.digest
