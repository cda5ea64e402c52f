"""What can only be judged across files. A rule is one function in `RULES`."""

from insek_cli.catalog import Catalog
from insek_cli.checks import (
    colours,
    completeness,
    consistency,
    cycles,
    doubled_entries,
    given_up,
    identity,
    image_files,
    language,
    markdown_texts,
    misnamed,
    plausibility,
    ranges,
    references,
    stored_ballots,
    typography,
)
from insek_cli.checks.context import Context, Rule
from insek_cli.checks.severity import rule_findings, weighed
from insek_cli.findings import Issue
from insek_cli.models.stages import Stage
from insek_cli.source.records import Loaded

__all__ = ["RULES", "Context", "run"]

RULES: list[Rule] = [
    references.unknown_ids,
    identity.duplicates,
    identity.earlier_ids,
    identity.file_names,
    identity.slugs,
    cycles.dependencies,
    cycles.mergers,
    completeness.missing,
    completeness.unknown_required_keys,
    ranges.reversed_ranges,
    ranges.thousands,
    image_files.files,
    markdown_texts.fields,
    markdown_texts.chapters,
    stored_ballots.ballots,
    plausibility.short_titles,
    plausibility.long_names,
    plausibility.funding,
    plausibility.points,
    plausibility.shares,
    consistency.goals,
    consistency.unused,
    consistency.titles,
    doubled_entries.names,
    doubled_entries.entries,
    doubled_entries.own,
    given_up.awaited,
    given_up.reasons,
    consistency.unanswered,
    consistency.places,
    language.abbreviations,
    language.gender_marks,
    language.open_texts,
    colours.contrasts,
    typography.glyphs,
    typography.lookalikes,
    typography.straight_quotes,
    rule_findings,
]


def run(loaded: Loaded, catalog: Catalog, stage: Stage | None = None) -> list[Issue]:
    """All findings, those of loading included, weighed by the rules of concept.yaml and sorted.

    Without `stage` that of the concept counts.
    """
    context = Context(loaded, catalog, stage or catalog.concept.stufe)
    found = [*misnamed.refined(context), *(issue for rule in RULES for issue in rule(context))]
    return sorted(weighed(found, catalog.concept), key=lambda issue: issue.sort_key)
