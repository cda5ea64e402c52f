"""Files and folders named to a command: whether they are there, and of the project."""

from pathlib import Path, PurePosixPath

from insek_cli.findings import InsekError
from insek_cli.i18n import _


def inside_project(root: Path, path: Path) -> PurePosixPath:
    """A named file or folder, relative to the project; raises InsekError for any other.

    The project itself, and a folder around its data, stand for all that is in it.
    """
    place = path.resolve()
    if not place.exists():
        raise InsekError(_("{path} does not exist.").format(path=path), exit_code=2)
    if not place.is_relative_to(root.resolve()):
        message = _("{path} is not in this project.").format(path=path)
        raise InsekError(message, exit_code=2)
    return PurePosixPath(place.relative_to(root.resolve()).as_posix())


def require_file(path: Path, hint: str = "") -> None:
    """Raise InsekError for a named file that is not there, or is a folder."""
    if path.is_file():
        return
    message = _("{path} is not a file.") if path.exists() else _("There is no file {path}.")
    raise InsekError(message.format(path=path), hint, exit_code=2)
