"""A project whose every text holds words that no rule of the language divides."""

from typing import Any

WORDS = (
    "Bebauungsplan_Nr_123_Innenstadt_Nord_Begruendung_Entwurf.pdf",
    "C:\\Austausch\\Projekte2026\\Bahnhofsumfeld\\Kostenberechnung_DIN276_v03_final.xlsx",
    "https://beteiligung.musterstadt.example/projekte/bahnhofsumfeld_innenstadt_anmeldeformular",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung",
    "X" * 60,
    "1234567890" * 5,
    "stadtplanung-und-bauordnung@musterstadt-am-langen-fluss.example",
    "#MusterstadtGestaltetZukunftGemeinsam2035",
    "1.250.000.000,00 Euro je Kalenderjahr, 25.000,5 m², § 4 Abs. 3 Satz 2 Nr. 17 BauGB",
    "Akteur:innen/Zuständigkeitsverteilungsplan-Fortschreibungsverfahren",
)
STUFFED = " ".join(WORDS)


def files(text: str = STUFFED) -> dict[str, Any]:
    """All files of data/, with the text in every plain key, as far as it may be long."""
    field = {
        "titel": text,
        "leitsatz": text,
        "strategien": [text],
        "grundlagen": [text],
    }
    return {
        "concept.yaml": _concept(text),
        "fields/HF1.yaml": {"id": "HF1", "ziele": _goals("HF1", text), **field},
        "fields/HF2.yaml": {"id": "HF2", "ziele": _goals("HF2", text), **field},
        "measures/M-001-test.yaml": {"id": "M-001", "handlungsfeld": "HF1", **_measure(text)},
        "measures/M-002-test.yaml": {"id": "M-002", "handlungsfeld": "HF2", **_measure(text)},
        "registers/plans.yaml": [{"id": "plan", "titel": text, "herausgeber": text}],
        "registers/actors.yaml": [{"id": "amt", "name": text}],
        "registers/programmes.yaml": [{"id": "geld", "titel": text, "geber": text}],
        "registers/abbreviations.yaml": [{"kurz": word[:40], "lang": text} for word in WORDS],
        "workshops/werk/workshop.yaml": _workshop(text),
        "workshops/werk/remarks.yaml": [
            {"id": f"r{n}", "handlungsfeld": "HF1", "text": text, "massnahmen": ["M-001"]} | more
            for n, more in enumerate(
                [{}, {"thema": text, "antwort": "uebernommen", "begruendung": text}]
            )
        ],
    }


def _goals(field: str, text: str) -> list[dict[str, Any]]:
    below = [{"id": f"{field}.1.1", "titel": text}]
    return [{"id": f"{field}.1", "titel": text, "unterziele": below}]


def _concept(text: str) -> dict[str, Any]:
    return {
        "titel": text,
        "untertitel": text,
        "stadt": "Musterstadt",
        "stand": "2026-03-16",
        "auftraggeber": text,
        "bearbeitung": [text],
        "impressum": text,
        "leitvorstellung": text,
        "charta": [{"nummer": 1, "satz": text}],
        "formate": [{"titel": text, "beginn": "2026-02-24", "ort": text, "ergebnis": text}],
        "zukunftsbild": {"titel": text, "gruppen": [{"titel": text, "aussagen": [text]}]},
        "ausblick": [{"text": text, "beginn": 2027, "ort": text}],
    }


def _measure(text: str) -> dict[str, Any]:
    steps = [{"schritt": text, "beginn": 2026, "ende": 2027}]
    indicator = {"name": text, "einheit": WORDS[0], "zielwert": 1234567.5, "jahr": 2030}
    cost = {"art": text, "von": 1_250_000, "bis": 7_500_000_000, "erlaeuterung": text}
    return {
        "titel": text,
        "kurzbeschreibung": text[:300].rpartition(" ")[0],
        "beschreibung": "Nach " + " und ".join(WORDS[4:6]) + " folgt\n\n- " + WORDS[3] + "\n",
        "weitere_abschnitte": [{"titel": text, "text": "Siehe " + WORDS[5] + "\n"}],
        "querverweise": [{"plan": "plan", "stelle": text}],
        "akteure": {"federfuehrung": "amt", "beteiligte": ["amt"], "zielgruppen": list(WORDS)},
        "prozess": steps,
        "monitoring": {"indikatoren": [indicator], "rhythmus": text, "text": text},
        "nachhaltigkeit": list(WORDS),
        "standort": {"beschreibung": text},
        "zeitraum": {"beginn": 2026, "ende": 2030, "rhythmus": text, "erlaeuterung": text},
        "kosten": {"positionen": [cost], "preisstand": 2026},
        "finanzierung": [{"programm": "geld", "anteil": 12.5, "erlaeuterung": text}],
        "ziele": ["HF1.1", "HF1.1.1"],
    }


def _workshop(text: str) -> dict[str, Any]:
    return {
        "titel": text,
        "datum": "2026-02-24",
        "ort": text,
        "teilnehmende": [{"organisation": text, "funktion": text, "anzahl": 3}],
        "programm": [{"titel": text, "minuten": 10, "text": text, "unterpunkte": [text]}],
        "leitfragen": [text],
        "ziele": [text],
        "gruppen": [{"titel": text, "handlungsfelder": ["HF1", "HF2"], "runden": 2}],
        "ausgenommen": [{"grund": text, "massnahmen": ["M-002"]}],
        "fragen": [{"id": "f1", "handlungsfeld": "HF1", "wortlaut": text, "max_auswahl": 1}],
    }
