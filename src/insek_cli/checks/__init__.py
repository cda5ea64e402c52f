"""What can only be judged across files: `run_checks` gathers it.

A rule is a function from `Context` to findings; a module names its rules in `RULES`.
"""

from importlib import import_module
from pkgutil import iter_modules

from insek_cli.catalog import Catalog
from insek_cli.checks.context import Context, Rule
from insek_cli.checks.names_for_ids import with_ids_for_names
from insek_cli.checks.severity import with_city_severity
from insek_cli.findings import Issue
from insek_cli.models.stages import Stage
from insek_cli.source.records import Loaded

__all__ = ["Context", "rules", "run_checks"]


def rules() -> list[Rule]:
    """The rules of all modules here; findings are sorted, so their order means nothing."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return [rule for module in modules for rule in getattr(module, "RULES", ())]


def run_checks(loaded: Loaded, catalog: Catalog, stage: Stage | None = None) -> list[Issue]:
    """All findings, those of loading included, weighed by the rules of concept.yaml and sorted.

    Without `stage` that of the concept counts.
    """
    context = Context(loaded, catalog, stage or catalog.concept.stufe)
    found = [
        *with_ids_for_names(context),
        *(issue for rule in rules() for issue in rule(context)),
    ]
    return sorted(with_city_severity(found, catalog.concept), key=lambda issue: issue.sort_key)
