"""What can only be judged across files. A rule is one function in `RULES`."""

from insek_cli.catalog import Catalog
from insek_cli.checks import (
    ballots,
    colours,
    completeness,
    consistency,
    cycles,
    fates,
    identity,
    images,
    language,
    markdown,
    misnamed,
    plausibility,
    ranges,
    references,
    repeated,
    typography,
)
from insek_cli.checks.context import Context, Rule
from insek_cli.checks.severity import rule_findings, weighed
from insek_cli.findings import Issue
from insek_cli.loader.records import Loaded
from insek_cli.models.stages import Stage

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
    images.files,
    markdown.fields,
    markdown.chapters,
    ballots.ballots,
    plausibility.short_titles,
    plausibility.long_names,
    plausibility.funding,
    plausibility.points,
    plausibility.shares,
    consistency.goals,
    consistency.unused,
    consistency.titles,
    repeated.names,
    repeated.entries,
    repeated.own,
    fates.awaited,
    fates.reasons,
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
