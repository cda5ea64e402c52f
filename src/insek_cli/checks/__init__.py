"""What can only be judged across files. A rule is one function in `RULES`."""

from insek_cli.catalog import Catalog
from insek_cli.checks import (
    colours,
    completeness,
    consistency,
    cycles,
    dropped_measures,
    identity,
    image_files,
    language,
    markdown_texts,
    names_for_ids,
    plausibility,
    ranges,
    references,
    repeated_entries,
    stored_ballots,
    typography,
)
from insek_cli.checks.context import Context, Rule
from insek_cli.checks.severity import invalid_rules, with_city_severity
from insek_cli.findings import Issue
from insek_cli.models.stages import Stage
from insek_cli.source.records import Loaded

__all__ = ["RULES", "Context", "run_checks"]

RULES: list[Rule] = [
    references.unknown_ids,
    identity.duplicate_ids,
    identity.goals_of_other_fields,
    identity.ambiguous_earlier_ids,
    identity.misnamed_files,
    identity.malformed_slugs,
    cycles.dependency_cycles,
    cycles.merger_cycles,
    completeness.missing,
    completeness.unknown_required_keys,
    ranges.reversed_ranges,
    ranges.thousands,
    image_files.unusable_images,
    markdown_texts.markdown_keys,
    markdown_texts.markdown_chapters,
    stored_ballots.invalid_ballots,
    plausibility.unclear_short_titles,
    plausibility.overlong_properties,
    plausibility.implausible_funding,
    plausibility.distant_coordinates,
    plausibility.tiny_shares,
    consistency.unserved_goals,
    consistency.unused_entries,
    consistency.similar_titles,
    repeated_entries.similar_names,
    repeated_entries.repeated_entries,
    repeated_entries.repeated_roles,
    dropped_measures.awaited_measures,
    dropped_measures.missing_reasons,
    consistency.unanswered_remarks,
    consistency.unplaced_chapters,
    language.unexplained_abbreviations,
    language.mixed_gender_marks,
    language.open_texts,
    colours.low_contrasts,
    typography.missing_glyphs,
    typography.lookalikes,
    typography.straight_quotes,
    invalid_rules,
]


def run_checks(loaded: Loaded, catalog: Catalog, stage: Stage | None = None) -> list[Issue]:
    """All findings, those of loading included, weighed by the rules of concept.yaml and sorted.

    Without `stage` that of the concept counts.
    """
    context = Context(loaded, catalog, stage or catalog.concept.stufe)
    found = [
        *names_for_ids.with_ids_for_names(context),
        *(issue for rule in RULES for issue in rule(context)),
    ]
    return sorted(with_city_severity(found, catalog.concept), key=lambda issue: issue.sort_key)
