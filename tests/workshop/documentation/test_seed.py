"""The generated documentation beside the real one: all of it, in its order, nothing else."""

import re
from pathlib import Path

from seed.seed_source import DATA, READINGS, REMARKS, blocks, normal, read, within
from workshop.documentation.documents import slides, texts

# The source's own way of putting what the documentation puts in its own: seats of people are
# counted by function, the charter's numbers are list numbers, several headings stand in one line,
# dates come first.
PUT_OTHERWISE = re.compile(
    r"\(.*\)|\d kaiserslautern .*|insek kaiserslautern massnahmenwerkstatt .*|begrüssung .*|"
    r"prozess rückblick überblick ausblick|öffentlichkeitsveranstaltung .* am 14\.05\.2025|"
    r"online-beteiligung 14\.05\.2025 – 09\.06\.2025"
)
LANDMARKS = (
    "teilnehmende",
    "inhalt und ziel",
    "diskussion maßnahmenvorschläge",
    "zielführend?",
    "umsetzbar?",
    "vollständig?",
    "priorisierung",
    "programm",
    "übersicht beteiligungsformate",
    "öffentlicher auftakt/kolloquium i",
    "kolloquium ii",
    "kaiserslautern profiliert seine vielseitigen siedlungsräume",
    "handlungsfelder, entwicklungsziele, strategien",
    "kaiserslautern setzt auf innovative und zukunftsfähige quartiere in bestand und neubau",
    "kaiserslautern handelt auf grundlage einer gemeinsam getragenen vision der stadtentwicklung",
    "qualitäten bewahren",
    "urbane mischung priorisieren",
    "nachhaltige mobilitätsformen fördern",
    "integriertes zukunftsbild – perspektive für kaiserslautern",
    "starke, urbane nachbarschaften",
    "umsetzung, maßnahmen, leuchtturmprojekte",
    "akteur:innen/zuständigkeiten",
    "kurzvorstellung der gruppenergebnisse",
    "zusammenfassung der kleingruppendiskussion",
    "thema offene schulhöfe",
    "thema gewerbehöfe",
    "thema freiräume im außenbereich",
    "thema stadteingänge",
    "protokoll der werkstatt auf www.kaiserslautern.de/insek",
    "danke für ihre teilnahme",
)


def test_every_statement_of_the_source_is_there(said: list[str]) -> None:
    corpus = " ¶ ".join(said)
    left_out = {normal(entry["zeile"]) for entry in READINGS["ausgelassen"]}
    checked = [b.text for b in blocks() if b.text not in left_out]
    missing = [
        text for text in checked if not PUT_OTHERWISE.fullmatch(text) and not within(text, corpus)
    ]
    assert len(checked) > 200
    assert missing == []


def test_the_order_is_that_of_the_source(said: list[str]) -> None:
    places, start = [], said.index("begrüssung")
    for landmark in map(normal, LANDMARKS):
        found = [n for n, line in enumerate(said) if n >= start and line.startswith(landmark)]
        assert found, landmark
        start = found[0]
        places.append(start)
    assert places == sorted(places)


def test_the_charter_keeps_its_numbers(real: Path) -> None:
    text = (real / "dokumentation.md").read_text(encoding="utf-8")
    for entry in read(DATA / "concept.yaml")["charta"]:
        assert re.search(rf"^{entry['nummer']}\. +{re.escape(entry['satz'])}$", text, re.MULTILINE)


def test_all_seats_are_counted(real: Path) -> None:
    text = (real / "dokumentation.md").read_text(encoding="utf-8")
    assert "Ref. 67 (3); Ref. 15 (5); Ref. 40 (1)" in text.replace("\u00a0", " ")
    assert "| **Zusammen** | – | **22** |" in text


def test_the_discussion_is_complete_and_nothing_is_added(said: list[str]) -> None:
    start = said.index("zusammenfassung der kleingruppendiskussion", said.index("charta") + 20)
    wanted = [normal(" ".join(remark["text"].split())) for remark in read(DATA / REMARKS)]
    found = [line for line in said[start : said.index("ausblick", start)] if line in set(wanted)]
    assert found == wanted
    others = {
        line
        for line in said[start : said.index("ausblick", start)]
        if line not in set(wanted) and not line.startswith(("thema ", "handlungsfeld "))
    }
    assert others == {
        "zusammenfassung der kleingruppendiskussion",
        "welche massnahmenvorschläge haben für sie die höchste priorität?",
        "priorisieren sie bis zu 5 massnahmenvorschläge",
        "abstimmungsergebnisse liegen nicht als daten vor",
    }


def test_without_ballots_the_documents_say_so(said: list[str], real: Path) -> None:
    sentence = "abstimmungsergebnisse liegen nicht als daten vor"
    assert said.count(sentence) == 4
    told = [normal(t) for slide in slides(real / "dokumentation.pptx") for t in texts(slide)]
    assert told.count(sentence) == 4


def test_the_slides_say_what_the_markdown_says(real: Path) -> None:
    told = " ¶ ".join(normal(t) for s in slides(real / "dokumentation.pptx") for t in texts(s))
    left_out = {normal(entry["zeile"]) for entry in READINGS["ausgelassen"]}
    missing = [
        block.text
        for block in blocks()
        if block.text not in left_out
        and not PUT_OTHERWISE.fullmatch(block.text)
        and not within(block.text, told)
    ]
    assert missing == []
