"""When an item of the programme begins: no time is made up."""

from insek_cli.models.workshop import Workshop
from insek_cli.workshop.kit.running_order import schedule


def times(begin: str | None, *minutes: int | None) -> list[tuple[str | None, str | None]]:
    items = [{"titel": "T"} | ({} if m is None else {"minuten": m}) for m in minutes]
    given = {} if begin is None else {"beginn_uhrzeit": begin}
    event = Workshop.model_validate({"titel": "T", "programm": items} | given, strict=False)
    return [(step.beginn, step.ende) for step in schedule(event)]


def test_items_follow_one_another() -> None:
    assert times("17:30", 15, 10) == [("17:30", "17:45"), ("17:45", "17:55")]
    assert times("23:50", 20, 0) == [("23:50", "00:10"), ("00:10", "00:10")]


def test_after_an_unknown_length_no_time_is_known() -> None:
    assert times("17:30", 15, None, 10) == [("17:30", "17:45"), ("17:45", None), (None, None)]
    assert times(None, 15) == [(None, None)]
