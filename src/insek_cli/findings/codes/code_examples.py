"""Worked examples of codes about files, tables and commands: wrong, then right.

What is about keys and values has its YAML example beside its code.
"""

from typing import Literal, NamedTuple

Language = Literal["yaml", "text", "csv", "console", "markdown"]


class Example(NamedTuple):
    """Wrong and right, in a language that editors colour."""

    wrong: str
    right: str
    language: Language = "text"


_HEADER = "quelle;kanal;frage;gruppe;runde;stimmzettel;art;rang;massnahme;gewicht"
_MEASURES = "data/measures/"

EXAMPLES: dict[str, Example] = {
    "INSEK102": Example(
        "Zeichencodierung: ANSI (Windows-1252)\ntitel: Gr\\xfcne H\\xf6fe",
        "Zeichencodierung: UTF-8\ntitel: Grüne Höfe",
    ),
    "INSEK108": Example(
        "# nur ein Kommentar", "id: M-001\ntitel: Gewerbehöfe\nhandlungsfeld: HF2", "yaml"
    ),
    "INSEK114": Example(
        "beschreibung: |\n  (der ganze Bericht auf 60 Seiten)",
        "beschreibung: |\n  (die Maßnahme in einigen Sätzen; der Bericht unter data/chapters/)",
        "yaml",
    ),
    "INSEK117": Example("Zeichencodierung: UTF-8 mit BOM", "Zeichencodierung: UTF-8"),
    "INSEK118": Example("titel: Gru\u0308ne Ho\u0308fe", "titel: Grüne Höfe", "yaml"),
    "INSEK121": Example(
        f"{_MEASURES}M-001-gewerbehoefe.yaml -> ../../../eigene-dateien/gewerbehoefe.yaml",
        f"{_MEASURES}M-001-gewerbehoefe.yaml",
    ),
    "INSEK122": Example(
        f"{_MEASURES}M-001-gewerbehoefe.yaml  (kein Leserecht)",
        f"{_MEASURES}M-001-gewerbehoefe.yaml  (lesbar)",
    ),
    "INSEK123": Example(
        "data/massnahmen/M-001-gewerbehoefe.yml", f"{_MEASURES}M-001-gewerbehoefe.yaml"
    ),
    "INSEK124": Example("status beschlossen\n(50 weitere Befunde)", "status: beschlossen"),
    "INSEK125": Example("data/fields/HF1.yaml", "data/concept.yaml\ndata/fields/HF1.yaml"),
    "INSEK131": Example(
        f"{_MEASURES}M-001-gewerbehoefe.yaml\n{_MEASURES}M-001-gewerbehoefe - Kopie.yaml",
        f"{_MEASURES}M-001-gewerbehoefe.yaml",
    ),
    "INSEK132": Example("data/protokoll.pdf", "quellen/protokoll.pdf"),
    "INSEK141": Example(
        'akteure: {federfuehrung: ref-61}  # seit 2025', "# seit 2025\nakteure:\n"
        "  federfuehrung: ref-61", "yaml",
    ),
    "INSEK142": Example("insek schema --check", "insek schema", "console"),
    "INSEK202": Example(
        f"# {_MEASURES}M-001-gewerbehoefe.yaml\nid: M-001\n"
        f"# {_MEASURES}M-002-schulhoefe.yaml\nid: M-001",
        f"# {_MEASURES}M-001-gewerbehoefe.yaml\nid: M-001\n"
        f"# {_MEASURES}M-002-schulhoefe.yaml\nid: M-002", "yaml",
    ),
    "INSEK203": Example(
        f"# {_MEASURES}M-002-gewerbehoefe.yaml\nid: M-001",
        f"# {_MEASURES}M-001-gewerbehoefe.yaml\nid: M-001", "yaml",
    ),
    "INSEK205": Example(
        f"{_MEASURES}M-001-Grüne Höfe.yaml", f"{_MEASURES}M-001-gruene-hoefe.yaml"
    ),
    "INSEK212": Example("karte.png  (darin ein JPEG)", "karte.jpg"),
    "INSEK213": Example("<svg><script>…</script></svg>", "<svg><path d=\"…\"/></svg>"),
    "INSEK214": Example(
        "plan.png: 12.000 × 9.000 Bildpunkte", "plan.png: 3.500 × 2.500 Bildpunkte"
    ),
    "INSEK215": Example(
        "regeln:\n  - code: INSEK999\n    schwere: hinweis",
        "regeln:\n  - code: INSEK421\n    schwere: hinweis", "yaml",
    ),
    "INSEK216": Example(
        "pflichtfelder:\n  werkstatt: [federfuehrung]",
        "pflichtfelder:\n  werkstatt: [akteure.federfuehrung]", "yaml",
    ),
    "INSEK404": Example(
        "regeln:\n  - code: INSEK104\n    schwere: warnung",
        "regeln:\n  - code: INSEK423\n    schwere: hinweis", "yaml",
    ),
    "INSEK421": Example(
        "# Kein ziele nennt HF1.2\nziele: [HF1.1]", "ziele: [HF1.1, HF1.2]", "yaml"
    ),
    "INSEK422": Example(
        "# actors.yaml\n- id: ref-66\n# keine Maßnahme nennt ref-66",
        "# actors.yaml\n- id: ref-66\n# M-001\nakteure:\n  beteiligte: [ref-66]", "yaml",
    ),
    "INSEK425": Example(
        "beschreibung: Der ZRK ist beteiligt.",
        "# abbreviations.yaml\n- kurz: ZRK\n  lang: Zweckverband Raum Kaiserstadt", "yaml",
    ),
    "INSEK426": Example(
        "# M-001\nbeschreibung: für Bürger*innen\n# M-002\nbeschreibung: für Bürger:innen",
        "# M-001\nbeschreibung: für Bürger:innen\n# M-002\nbeschreibung: für Bürger:innen", "yaml",
    ),
    "INSEK432": Example(
        "# insek: erlaubt INSEK423 - zwei Bauabschnitte\ntitel: Offene Schulhöfe",
        "titel: Offene Schulhöfe", "yaml",
    ),
    "INSEK501": Example("massnahme,punkte", _HEADER, "csv"),
    "INSEK502": Example(
        "blatt.csv;punkte;hf1;;1;summe;;M-001;11", "blatt.csv;punkte;hf1;;1;;summe;;M-001;11", "csv"
    ),
    "INSEK503": Example(
        "blatt.csv;punkte;hf1;;1;;punkt;;M-001;11", "blatt.csv;punkte;hf1;;1;;summe;;M-001;11",
        "csv",
    ),
    "INSEK504": Example(
        "blatt.csv;punkte;hf9;;1;;summe;;M-001;11", "blatt.csv;punkte;hf1;;1;;summe;;M-001;11",
        "csv",
    ),
    "INSEK505": Example(
        "blatt.csv;punkte;hf1;;1;;summe;;M-999;11", "blatt.csv;punkte;hf1;;1;;summe;;M-001;11",
        "csv",
    ),
    "INSEK506": Example(
        "m.xlsx;mentimeter;hf1;;1;1-01;stimme;1;M-001;1\n"
        "m.xlsx;mentimeter;hf1;;1;1-01;stimme;1;M-002;1",
        "m.xlsx;mentimeter;hf1;;1;1-01;stimme;1;M-001;1\n"
        "m.xlsx;mentimeter;hf1;;1;1-01;stimme;2;M-002;1", "csv",
    ),
    "INSEK507": Example(
        "fragen:\n  - id: hf1\n    max_auswahl: 2  # ein Stimmzettel nennt drei",
        "fragen:\n  - id: hf1\n    max_auswahl: 3", "yaml",
    ),
    "INSEK508": Example(
        "blatt.csv;punkte;hf1;;1;;summe;;M-001;5\nblatt.csv;punkte;hf1;;1;;summe;;M-001;-8",
        "blatt.csv;punkte;hf1;;1;;summe;;M-001;5\nblatt.csv;punkte;hf1;;1;;summe;;M-001;-3", "csv",
    ),
    "INSEK509": Example(
        "anwesend:\n  mentimeter: 18  # 36 Stimmzettel: die Datei ist zweimal eingelesen",
        "anwesend:\n  mentimeter: 18  # 18 Stimmzettel", "yaml",
    ),
    "INSEK510": Example(
        "massnahme;punkte\nM-001;500  # 12 Personen mit je zwei Punkten",
        "massnahme;punkte\nM-001;5", "csv",
    ),
    "INSEK520": Example("ergebnis.xls", "ergebnis.xlsx"),
    "INSEK521": Example("alle-umfragen-2020-2026.xlsx", "werkstatt-2026-02-24.xlsx"),
    "INSEK522": Example("ergebnis.xlsm  (mit Makros)", "ergebnis.xlsx  (ohne Makros)"),
    "INSEK523": Example("M-001;=SUMME(B2:B9)", "M-001;11", "csv"),
    "INSEK524": Example(
        'massnahme;punkte\nHaus "Alte Wache";11',
        'massnahme;punkte\n"Haus ""Alte Wache""";11', "csv",
    ),
    "INSEK525": Example("massnahme\nM-001", "massnahme;punkte\nM-001;11", "csv"),
    "INSEK526": Example("massnahme;punkte\nM-001;elf", "massnahme;punkte\nM-001;11", "csv"),
    "INSEK527": Example("Name;Adresse\n…", "massnahme;punkte\nM-001;11", "csv"),
    "INSEK528": Example("massnahme;punkte", "massnahme;punkte\nM-001;11", "csv"),
    "INSEK529": Example(
        "insek votes import werkstatt ergebnis.xlsx",
        "insek votes import werkstatt ergebnis.xlsx --session 2", "console",
    ),
    "INSEK530": Example(
        "insek votes import werkstatt ergebnis.xlsx",
        "insek votes import werkstatt ergebnis.xlsx --question hf1", "console",
    ),
    "INSEK531": Example(
        'optionen:\n  "Schulhöfe auf":', 'optionen:\n  "Schulhöfe auf": M-002', "yaml"
    ),
    "INSEK532": Example(
        "insek votes import werkstatt umfrage.csv",
        "insek votes import werkstatt umfrage.csv --ranked", "console",
    ),
    "INSEK533": Example(
        "insek votes import werkstatt ergebnis-neu.xlsx",
        "insek votes import werkstatt ergebnis-neu.xlsx --source ergebnis.xlsx", "console",
    ),
    "INSEK534": Example(
        "fragen:\n  - id: hf1\n    max_auswahl: 2  # gewählt wurden bis zu drei",
        "fragen:\n  - id: hf1\n    max_auswahl: 3", "yaml",
    ),
    "INSEK535": Example("anwesend:\n  mentimeter: 12", "anwesend:\n  mentimeter: 18", "yaml"),
    "INSEK536": Example(
        'optionen:\n  "Schulhöfe auf": Maßnahme 2', 'optionen:\n  "Schulhöfe auf": M-002', "yaml"
    ),
    "INSEK560": Example("insek merge andere-stadt.xlsx", "insek merge fb-planung.xlsx", "console"),
    "INSEK561": Example("Kosten, Spalte von: circa 80 T", "Kosten, Spalte von: 80000"),
    "INSEK562": Example("Maßnahmen, Spalte klimawirkung", "Maßnahmen, Spalte nachhaltigkeit"),
    "INSEK563": Example("Kennung: M-099", "Kennung: M-009"),
    "INSEK564": Example("Blatt Maßnahmenliste: Kosten geändert", "Blatt Daten: Kosten geändert"),
    "INSEK565": Example("(die Zeile von M-004 ist gelöscht)", "M-004; Status: entfallen"),
    "INSEK567": Example("Spalte „Notiz“: Bitte prüfen", "Spalte „Anmerkung“: Bitte prüfen"),
    "INSEK568": Example(
        "Maßnahme: (leer); Handlungsfeld: HF2", "Maßnahme: Gewerbehöfe; Handlungsfeld: HF2"
    ),
    "INSEK580": Example("Was;Wo\nHof;Mitte", "Maßnahme;Standort\nHof;Mitte", "csv"),
    "INSEK581": Example(
        "insek import liste.xlsx", "insek import liste.xlsx --mapping imports/liste.yaml", "console"
    ),
    "INSEK582": Example(
        "insek import liste.xlsx --write", "insek import liste.xlsx --write --take ours", "console"
    ),
    "INSEK602": Example("# Analyse\n\n### Wohnen", "# Analyse\n\n## Wohnen", "markdown"),
    "INSEK603": Example(
        "[](https://www.example.org)", "[Mobilitätsplan](https://www.example.org)", "markdown"
    ),
    "INSEK604": Example(
        "<https://www.example.org>", "[Mobilitätsplan](https://www.example.org)", "markdown"
    ),
    "INSEK609": Example("# \n\nSie wächst.", "# Bevölkerung\n\nSie wächst.", "markdown"),
}  # fmt: skip
