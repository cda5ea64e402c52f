"""One file with everything that is out of order, beside its canonical form, to read."""

import os
from pathlib import Path, PurePosixPath

from insek_cli.models.measure import Measure
from insek_cli.review.format import format_bytes

EXAMPLE = Path(__file__).parent / "example"


def test_the_example_takes_its_canonical_form() -> None:
    raw = (EXAMPLE / "before.yaml").read_bytes()
    formatted = format_bytes(raw, PurePosixPath("before.yaml"), Measure)
    assert formatted.content is not None
    after = EXAMPLE / "after.yaml"
    if os.environ.get("INSEK_UPDATE") == "1":
        after.write_bytes(formatted.content)
    assert formatted.content.decode() == after.read_text(encoding="utf-8")


def test_a_line_end_that_stands_most_often_is_the_one_of_the_file() -> None:
    file = PurePosixPath("x.yaml")
    assert (
        format_bytes(b"a: 1\r\nb: 2\r\nc: 3\n", file, None).content == b"a: 1\r\nb: 2\r\nc: 3\r\n"
    )
    assert format_bytes(b"a: 1\nb: 2\r\n", file, None).content == b"a: 1\nb: 2\n"


def test_a_byte_order_mark_goes_and_letters_are_composed() -> None:
    raw = b"\xef\xbb\xbf" + "titel: Bu\u0308rger # fu\u0308r\n".encode()
    content = format_bytes(raw, PurePosixPath("x.yaml"), None).content
    assert content == "titel: Bürger # für\n".encode()
