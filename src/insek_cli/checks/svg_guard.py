"""A drawing before any parser builds something of it: what it has too much of, or declares.

expat counts in linear time; lxml takes quadratic time for the attributes of one shape.
"""

from xml.parsers import expat

from insek_cli import limits
from insek_cli.limits import Budget

ENCODINGS = frozenset({"UTF-8", "ASCII", "US-ASCII"})
"""The engines read UTF-8 whatever is declared: what is judged must be what they see."""


class _RefusedError(Exception):
    """Reading ends here; the argument says why."""


def refusal_reason(raw: bytes) -> str | None:
    """Why a drawing is not read, None when it is. Raises ValueError when it is no XML."""
    guard = _Guard()
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.XmlDeclHandler = guard.declaration
    parser.StartDoctypeDeclHandler = guard.document_type
    parser.StartElementHandler = guard.shape
    parser.CommentHandler = parser.ProcessingInstructionHandler = guard.aside
    try:
        parser.Parse(raw, True)
    except _RefusedError as found:
        return str(found)
    except expat.ExpatError as error:
        raise ValueError from error
    return None


class _Guard:
    def __init__(self) -> None:
        self._shapes, self._asides = Budget(limits.ELEMENTS), Budget(limits.ELEMENTS)

    def declaration(self, _version: str, encoding: str | None, _alone: int) -> None:
        if encoding and encoding.upper() not in ENCODINGS:
            raise _RefusedError(f"encoding={encoding}")

    def document_type(self, *_about: object) -> None:
        raise _RefusedError("<!DOCTYPE>")

    def shape(self, _name: str, attributes: list[str]) -> None:
        if len(attributes) > 2 * limits.ATTRIBUTES:
            raise _RefusedError(f'> {limits.ATTRIBUTES} × …="…"')
        if not self._shapes.take(1):
            raise _RefusedError(f"> {limits.ELEMENTS} × <…>")

    def aside(self, *_about: object) -> None:
        if not self._asides.take(1):
            raise _RefusedError(f"> {limits.ELEMENTS} × <!-- … -->")
