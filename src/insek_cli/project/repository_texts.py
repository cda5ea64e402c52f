"""The texts of a new repository that are no data."""

REPLACE = "Ein Beispiel: durch eigene Angaben ersetzen."

README = """\
# INSEK

Dieses Repository enthält die Daten eines integrierten nachhaltigen Stadtentwicklungskonzepts.
Das Programm `insek` baut daraus den Bericht: `insek.pdf`, `insek.docx`, `insek.md` und die
Maßnahmenliste `massnahmenliste.xlsx`.

## Loslegen

```
insek build                              # Bericht nach build/ schreiben
insek new field "Titel"                  # neues Handlungsfeld
insek new measure "Titel" --field HF1    # neue Maßnahme
insek list                               # alle Maßnahmen mit dem, was noch offen ist
insek show M-001                         # eine Maßnahme lesen
insek build --help                       # alle Möglichkeiten mit Beispielen
```

Vor dem Bauen werden alle Daten geprüft. Jeder Fehler wird mit Datei, Zeile und einem Vorschlag
genannt; solange es Fehler gibt, bleiben die vorigen Dokumente in `build/` unverändert.

## Wo was steht

| Ordner | Inhalt |
| --- | --- |
| `data/` | die Daten, beschrieben in [data/README.md](data/README.md) |
| `templates/` | eigene Vorlagen, wenn das Aussehen anders sein soll; sonst nicht nötig |
| `build/` | die fertigen Dokumente; werden nicht eingecheckt |
"""

DATA_README = """\
# Daten

Eine Datei je Maßnahme, eine je Handlungsfeld. **Ein Schlüssel, der fehlt, heißt: noch nicht
bekannt.** Der Bericht druckt dort „noch offen“. In den Dateien sind alle Schlüssel als Kommentar
vorbereitet: `# ` am Anfang der Zeile entfernen und ausfüllen.

| Datei | Inhalt |
| --- | --- |
| `concept.yaml` | Titel, Stadt, Stand, Stufe, Charta, Prozess, Zukunftsbild, Ausblick |
| `fields/HF1.yaml` | ein Handlungsfeld: Leitsatz, Ziele, Strategien |
| `measures/M-001-….yaml` | eine Maßnahme; der Name der Datei beginnt mit der Kennung |
| `registers/*.yaml` | Pläne, Akteur:innen, Förderprogramme, Ortsbezirke, Abkürzungen |
| `chapters/*.md` | freie Kapitel, zum Beispiel Vorwort oder Analyse |
| `workshops/<name>/` | `workshop.yaml` und `remarks.yaml` einer Veranstaltung |
| `bilder/` | Karten, Fotos, Logos: PNG, JPEG oder SVG |

Ein freies Kapitel beginnt mit Titel und Platz im Bericht; darunter steht Markdown:

```
---
titel: Vorwort
nach: impressum
---
Hier beginnt der Text.
```
"""

IGNORE = """\
# Was insek schreibt
/build/
.insek/

# Was Word, Excel und Betriebssysteme liegen lassen
~$*
.~lock.*#
.DS_Store
Thumbs.db
"""

ATTRIBUTES = """\
# Gleiche Zeilenenden auf allen Rechnern
* text=auto eol=lf
*.yaml text eol=lf
*.md text eol=lf
*.jpg binary
*.pdf binary
*.png binary
*.docx binary
*.xlsx binary
"""
