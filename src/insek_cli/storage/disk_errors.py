"""What the disk refused, in a sentence."""

from pathlib import Path

from insek_cli.findings import InsekError
from insek_cli.i18n import _


def disk_error(error: OSError, place: Path) -> InsekError:
    """What could not be written, and what to do next."""
    name = Path(error.filename2 or error.filename or place).name
    if isinstance(error, PermissionError) and name:
        message = _("{name} cannot be replaced; it is open in another program or write-protected.")
        return InsekError(
            message.format(name=name),
            _("Close {name} in Word, Excel or the PDF viewer and try again.").format(name=name),
        )
    reason = error.strerror or str(error)
    return InsekError(
        _("{path} cannot be written: {reason}").format(path=place, reason=reason),
        _("Check the folder's permissions and free space, or choose another one with --out."),
    )
