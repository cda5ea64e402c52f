"""Holds order and grouping of the Kaiserslautern data against the documentation."""

import re
from typing import Any

import pytest

from seed.seed_source import DATA, REMARKS, WORKSHOP, blocks, normal, read

FIELDS = [read(path) for path in sorted(DATA.glob("fields/*.yaml"))]
TITLES = {field["id"]: field["titel"] for field in FIELDS}
CONCEPT = read(DATA / "concept.yaml")
TEXTS = [block.text for block in blocks()]
GAPS = [block.gap for block in blocks()]


def places(items: list[str]) -> list[int]:
    """Where exactly these items, and none more, stand one after the other in the source."""
    wanted = [normal(item) for item in items]
    starts = range(len(TEXTS) - len(wanted))
    return [
        start
        for start in starts
        if TEXTS[start : start + len(wanted)] == wanted and GAPS[start + len(wanted)]
    ]


def between(first: str, last: str) -> list[str]:
    """What the source says after one block and before the next other one."""
    start = TEXTS.index(first) + 1
    return TEXTS[start : TEXTS.index(last, start)]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field["id"])
def test_goals_stand_as_in_the_source(field: dict[str, Any]) -> None:
    told = [[goal, *goal["unterziele"]] for goal in field.get("ziele", [])]
    found = [places([each["titel"] for each in goals]) for goals in told]
    assert all(len(starts) == 1 for starts in found)
    assert found == sorted(found)


@pytest.mark.parametrize(("number", "copies"), [("HF1", 2), ("HF4", 1)])
def test_map_legends_stand_as_in_the_source(number: str, copies: int) -> None:
    field = next(field for field in FIELDS if field["id"] == number)
    assert len(places(["Strategie", *field["strategien"], *field["grundlagen"]])) == copies


def test_fields_without_legend_have_none_in_the_source() -> None:
    assert TEXTS.count("strategie") == 3
    assert [field["id"] for field in FIELDS if "strategien" not in field] == ["HF2", "HF3"]
    assert [field["id"] for field in FIELDS if "ziele" not in field] == ["HF3"]


def test_charter_has_the_numbers_of_the_source() -> None:
    charter = [re.match(r"(\d) kaiserslautern ", text) for text in TEXTS]
    assert sorted(int(match[1]) for match in charter if match) == list(range(1, 10))
    assert [entry["nummer"] for entry in CONCEPT["charta"]] == list(range(1, 10))


def test_guiding_sentences_follow_the_order_of_the_fields() -> None:
    sentences = [*(field["leitsatz"] for field in FIELDS), CONCEPT["leitvorstellung"]]
    found = [text for text in TEXTS if text.startswith("kaiserslautern ")]
    assert found == [normal(sentence) for sentence in sentences]


def test_vision_has_the_groups_of_the_source() -> None:
    vision = CONCEPT["zukunftsbild"]
    groups = [group["aussagen"] for group in vision["gruppen"]]
    [start] = places([text for group in [*groups, vision["grundlagen"]] for text in group])
    ends = [sum(map(len, groups[:index])) for index in range(len(groups) + 1)]
    length = ends[-1] + len(vision["grundlagen"])
    assert [offset for offset in range(length) if GAPS[start + offset]] == ends


def test_formats_begin_with_those_of_the_overview() -> None:
    overview = between(
        "übersicht beteiligungsformate", "handlungsfelder, entwicklungsziele, strategien"
    )
    formats = [normal(entry["titel"]) for entry in CONCEPT["formate"]]
    assert formats[: len(overview)] == overview
    assert formats[len(overview) :] == [
        "maßnahmenwerkstatt".casefold(),
        "markt der ideen",
        "online-beteiligung",
    ]


def test_groups_discuss_the_fields_of_the_source() -> None:
    workshop = read(DATA / WORKSHOP)
    first, second = workshop["gruppen"]
    titles = [[normal(TITLES[number]) for number in g["handlungsfelder"]] for g in (first, second)]
    assert between("gruppe 1", "gruppe 2") == titles[0]
    assert between("gruppe 2", "2 runden = 1 h") == titles[1]


def test_questions_stand_under_their_fields() -> None:
    for question in read(DATA / WORKSHOP)["fragen"]:
        number = question["handlungsfeld"]
        heading = normal(f"Handlungsfeld {number.removeprefix('HF')}: {TITLES[number]}")
        at = [i for i, text in enumerate(TEXTS) if text == normal(question["wortlaut"])]
        [asked] = [i for i in at if TEXTS[i - 1] == heading]
        limited = TEXTS[asked + 1].startswith("priorisieren sie bis zu 5 ")
        assert question.get("max_auswahl") == (5 if limited else None)


def test_remarks_are_the_whole_discussion_under_field_and_theme() -> None:
    remarks = [
        (remark["handlungsfeld"], normal(f"Thema {remark['thema']}"), normal(remark["text"]))
        for remark in read(DATA / REMARKS)
    ]
    assert remarks == _discussion()


def _discussion() -> list[tuple[str, str, str]]:
    skipped = {
        "zusammenfassung der kleingruppendiskussion", "mentimeter",
        *(normal(question["wortlaut"]) for question in read(DATA / WORKSHOP)["fragen"]),
        "priorisieren sie bis zu 5 maßnahmenvorschläge".casefold(),
    }  # fmt: skip
    found, number, theme = [], "", ""
    start = TEXTS.index("zusammenfassung der kleingruppendiskussion")
    for text in TEXTS[start : TEXTS.index("ausblick", start)]:
        if heading := re.match(r"handlungsfeld (\d): ", text):
            number = f"HF{heading[1]}"
        elif text.startswith("thema "):
            theme = text
        elif text not in skipped:
            found.append((number, theme, text))
    return found
