"""What an import recognised, before anything is stored."""

from collections.abc import Iterable, Iterator, Mapping

from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _, ngettext
from insek_cli.workshop.ballots.option_matching import IGNORED, Match
from insek_cli.workshop.imports.import_plan import ImportPlan, Recognised


def import_preview(plans: Iterable[ImportPlan], titles: Mapping[str, str]) -> str:
    """Each file: its questions with options, what is no question, what is open."""
    return "\n".join(line for plan in plans for line in _file(plan, titles))


def _file(plan: ImportPlan, titles: Mapping[str, str]) -> Iterator[str]:
    yield safe(str(plan.file))
    for one in plan.recognised:
        yield from _question(one, titles)
    named = sum(one.ballots for one in plan.recognised)
    ready = {(r.frage, r.kanal, r.gruppe, r.runde, r.stimmzettel) for r in plan.ballots}
    if plan.ballots and not named and not any(one.points for one in plan.recognised):
        count = len([key for key in ready if key[-1]])
        yield f"  {_ballots(count)}, {_rows(len(plan.ballots))}"
    for place, prompt in plan.unrecognised:
        text = _("no question of this workshop")
        yield f"  – {safe(place)}: {text}{f': {safe(prompt, 60)}' if prompt else ''}"


def _question(one: Recognised, titles: Mapping[str, str]) -> Iterator[str]:
    parts = [_ballots(one.ballots)] if one.points is None else []
    if one.points is not None:
        parts.append(ngettext("{n} point", "{n} points", one.points).format(n=one.points))
    if one.spoilt:
        parts.append(_("{n} of them spoilt").format(n=one.spoilt))
    yield f"  {one.question} ({safe(one.place)}): {', '.join(parts)}"
    for match in one.options:
        yield f"    {_option(match, titles)}"


def _option(match: Match, titles: Mapping[str, str]) -> str:
    label = safe(match.label, 70)
    if match.measure == IGNORED:
        ignored = _("ignored")
        return f"·  {label}: {ignored}"
    if match.measure is None:
        strange = _("not recognised")
        return f"?  {label}: {strange}"
    title = safe(titles.get(match.measure, ""), 50)
    confirmed = _("resembles, confirmed")
    near = f" ({confirmed})" if match.how == "aehnlich" else ""
    shown = f" {title}" if title and title != match.label else ""
    return f"✓  {label} → {match.measure}{shown}{near}"


def _ballots(count: int) -> str:
    return ngettext("{n} ballot", "{n} ballots", count).format(n=count)


def _rows(count: int) -> str:
    return ngettext("{n} row", "{n} rows", count).format(n=count)
