"""The end of a build in words; nothing heavy is loaded for it."""

from pathlib import Path
from typing import TYPE_CHECKING

from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _, decimal, ngettext

if TYPE_CHECKING:
    from insek_cli.build.request import Gaps, Outcome


def say_unchanged(outcome: "Outcome") -> str:
    """The documents that stand as they were built, and what is still open."""
    lines = [_("Nothing has changed; the documents are up to date:")]
    lines += [f"  {safe(path_from_here(output.path))}" for output in outcome.outputs]
    gaps = open_keys_line(outcome.gaps)
    return "\n".join([*lines, *(["", gaps] if gaps else [])])


def path_from_here(path: Path) -> str:
    """The path as one would type it from here; in full when it lies elsewhere."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def file_size(count: int) -> str:
    """Bytes in kB or MB, with the decimal sign of the language."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{decimal(count / 1_000_000)} MB"


def open_keys_line(gaps: "Gaps | None") -> str:
    """How many measures lack which key for the stage, and how to list them."""
    if gaps is None:
        return ""
    total = gaps.measures
    of = ngettext("of {n} measure", "of {n} measures", total).format(n=total)
    if not gaps.keys:
        return _("Nothing is open for the stage {stage} ({of}).").format(stage=gaps.stage, of=of)
    parts = ", ".join(f"{title} {count}" for _key, title, count in gaps.keys)
    text = _("Still open for the stage {stage} ({of}): {parts}.")
    which = _("Which ones: insek list --missing {key}").format(key=gaps.keys[0][0])
    return text.format(stage=gaps.stage, of=of, parts=parts) + "\n" + which
