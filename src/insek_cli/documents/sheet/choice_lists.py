"""Drop-down lists, kept on a hidden sheet: typed into a cell they end at 255 characters."""

from collections.abc import Iterable

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from insek_cli.documents.sheet.book import HEAD, Book, CellStyle
from insek_cli.documents.sheet.cell_values import choices
from insek_cli.models.key_paths import KeyPath
from insek_cli.models.record_kinds import REFERRED
from insek_cli.report.views import Report

TITLE = "_listen"


class ChoiceLists:
    """The choices of the model and the ids of the project, each list once."""

    def __init__(self, report: Report) -> None:
        self.known = _ids(report)
        self.used: dict[tuple[str, ...], str] = {}

    def validate(
        self, sheet: Worksheet, paths: Iterable[KeyPath], start: int, first: int, last: int
    ) -> None:
        """Give the columns of a sheet, from column `start` on, their drop-down lists."""
        for place, path in enumerate(paths, start):
            listed = choices(path.key) or self.known.get(path.key.refers, ())
            if not listed:
                continue
            rule = DataValidation(type="list", formula1=self.range(listed), allow_blank=True)
            # Where several values may stand in a cell the list helps, and forbids nothing.
            rule.showErrorMessage = not path.key.many
            rule.errorTitle = "Nicht in der Liste"
            rule.error = "Bitte einen Wert aus der Liste wählen."
            explain(rule, path)
            letter = get_column_letter(place)
            rule.add(f"{letter}{first}:{letter}{last}")
            sheet.add_data_validation(rule)

    def range(self, listed: tuple[str, ...]) -> str:
        """Where the list stands on the hidden sheet."""
        letter = self.used.setdefault(listed, get_column_letter(len(self.used) + 1))
        return f"{TITLE}!${letter}$2:${letter}${len(listed) + 1}"

    def write(self, book: Book) -> None:
        """Write the hidden sheet; after all sheets that use it."""
        sheet = book.sheet(TITLE)
        for column, listed in enumerate(self.used, 1):
            book.put(sheet, 1, column, f"Liste {column}", HEAD)
            for row, choice in enumerate(listed, 2):
                book.put(sheet, row, column, choice, CellStyle(line=False, wrap=False))
        sheet.sheet_state = "hidden"


def explain(rule: DataValidation, path: KeyPath) -> None:
    """Say beside the cell what is asked, when it is chosen; the format allows few characters."""
    rule.promptTitle, rule.prompt = path.key.title[:32], path.key.description[:255]
    rule.showInputMessage = True


def _ids(report: Report) -> dict[str, tuple[str, ...]]:
    """The ids that a reference may name, by what it refers to."""
    catalog = report.catalog
    return {
        "field": tuple(field.id for field in catalog.fields),
        "goal": tuple(catalog.goals),
        "measure": tuple(measure.id for measure in catalog.measures),
        **{kind: tuple(catalog.register(each.file)) for kind, each in REFERRED.items()},
    }
