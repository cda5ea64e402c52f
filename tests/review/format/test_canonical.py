"""What `insek fmt` does to the bytes of a file; a whole example is in tests/golden/format."""

from pathlib import PurePosixPath

from insek_cli.review.format import format_bytes


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
