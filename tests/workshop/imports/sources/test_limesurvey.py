"""LimeSurvey: finished answers only, rankings, choices in columns, codes."""

from workshop.imports.conftest import TITLES, Run, Town

LIME = (
    '"Antwort ID","Datum Abgeschickt","Letzte Seite","Name","{q} [Rang 1]","{q} [Rang 2]"\n'
    '"7","2030-05-14","3","Erika","Grüne Höfe","Leerstandskataster"\n'
    '"9","","1","Max","Leerstandskataster",""\n'
    '"12","2030-05-14","3","","Leerstandskataster",""\n'
)


def test_limesurvey_rankings_of_finished_answers(town: Town, votes: Run) -> None:
    done = votes(town.file("umfrage.csv", LIME.replace("{q}", "Was zuerst?")))
    assert done.code == 0, done.err
    assert [row.split(";")[1:] for row in town.rows()] == [
        ["limesurvey", "hf1", "", "", "1", "stimme", "1", "M-003", "1"],
        ["limesurvey", "hf1", "", "", "1", "stimme", "2", "M-001", "1"],
        ["limesurvey", "hf1", "", "", "2", "stimme", "1", "M-001", "1"],
    ]
    assert "Erika" not in done.out + done.err


def test_limesurvey_codes_end_in_a_mapping(town: Town, votes: Run) -> None:
    text = '"id","submitdate","lastpage","Q1[1]","Q1[2]"\n"1","2030","3","A1","A2"\n'
    path = town.file("umfrage.csv", text)
    done = votes(path, "--question", "hf1")
    assert done.code == 1
    stub = town.root / "build" / "workshops" / "abend" / "zuordnung-umfrage.csv.yaml"
    filled = stub.read_text().replace('"A1":', '"A1": M-001').replace('"A2":', '"A2": ignorieren')
    stub.write_text(filled, encoding="utf-8")
    done = votes(path, "--mapping", stub)
    assert done.code == 0, done.err
    assert [row.split(";")[6:9] for row in town.rows()] == [["stimme", "1", "M-001"]]


def test_limesurvey_choices_in_columns(town: Town, votes: Run) -> None:
    names = ",".join(f'"Was zuerst? [{TITLES[id_]}]"' for id_ in ("M-001", "M-003"))
    text = f'"id","submitdate",{names}\n"1","2030","Ja","Nein"\n"2","2030","Ja","Ja"\n'
    assert votes(town.file("umfrage.csv", text)).code == 0
    assert [row.split(";")[7:9] for row in town.rows()] == [
        ["", "M-001"], ["", "M-001"], ["", "M-003"]
    ]  # fmt: skip
