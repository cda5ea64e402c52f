"""The findings of a project for `insek check`: silenced ones apart, limited to files on request."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from insek_cli.build import user_cache
from insek_cli.build.fingerprint import fingerprint
from insek_cli.build.known_findings import findings_data, judged_from
from insek_cli.build.named_paths import inside_project
from insek_cli.findings import Judged, Severity

if TYPE_CHECKING:
    from insek_cli.models.stages import Stage


def check_project(root: Path, stage: "Stage | None") -> Judged:
    """All findings, those silenced with a reason apart; remembered while nothing changes."""
    name = "befunde-" + fingerprint(root, ("data",), stage)
    if (kept := user_cache.read(name)) is not None:
        return judged_from(json.loads(kept))
    # Only now is it worth loading what reads and checks data.
    from insek_cli.build.load_and_check import load_and_check  # noqa: PLC0415
    from insek_cli.checks.silences import apply_silences  # noqa: PLC0415

    issues, _catalog = load_and_check(root, stage)
    found = apply_silences(issues, root)
    user_cache.write(name, json.dumps(findings_data(found), ensure_ascii=False).encode())
    return found


def limited_to(found: Judged, root: Path, paths: Iterable[Path], revision: str | None) -> Judged:
    """The findings in the named files and folders, or in files changed since a revision.

    With a revision also the errors of all others: a branch may break a file that it leaves alone.
    """
    places = [inside_project(root, path) for path in paths]
    if revision is not None:
        from insek_cli.build.revision import changed_since  # noqa: PLC0415

        places += [PurePosixPath(name) for name in changed_since(root, revision)]
    elif not places:
        return found
    return replace(
        found,
        issues=tuple(
            issue
            for issue in found.issues
            if _among(issue.position.file, places)
            or (revision is not None and issue.severity is Severity.ERROR)
        ),
        silenced=tuple(pair for pair in found.silenced if _among(pair[0].position.file, places)),
    )


def _among(file: PurePosixPath, places: Iterable[PurePosixPath]) -> bool:
    return any(file.is_relative_to(place) for place in places)
