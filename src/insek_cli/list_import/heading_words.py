"""What offices call the columns of their lists: one table, a row for each place in the data.

The headings of the Maßnahmenliste and the titles of the keys are known already; here is what else
people write. Words are compared without case, signs, brackets and units.
"""

NUMBER, FIELD, FIELDS, SECTION, INTERNAL, LEFT_OUT = (
    "nummer", "feld", "felder", "abschnitt", "intern", "auslassen",
)  # fmt: skip
"""Columns that are no key of a measure: its number in the list, the main field, main and further
fields, a further section under the heading, notes that nobody else reads, nothing."""
PROCESS = "prozess_monitoring"
HORIZON, YEAR, FIELD_MARK, PRIORITY = "horizont", "jahr", "feld_kreuz", "prioritaet_kreuz"
"""Columns with a cross where the heading holds for the measure."""
ACTORS = "akteure"

WORDS: dict[str, str] = {
    "id": ("id; kennung; massnahmen id; massnahmen-id"),
    NUMBER: (
        "nr; nummer; lfd nr; lfdnr; laufende nr; laufende nummer; ifd nr; massnahmennummer; "
        "massnahmen nr; massnahme nr; nr der massnahme; projektnummer; projekt nr; projektnr; "
        "pos; position; ziffer; code; kuerzel; m nr; lfd; ordnungsnummer; massnahmennr;"
        " psp element; psp nr; projekt id; projektid; id nr; massnahmen code; projektcode"
    ),
    "titel": (
        "massnahme; massnahmen; massnahmentitel; titel; titel der massnahme; name der "
        "massnahme; massnahmenname; bezeichnung; massnahmenbezeichnung; bezeichnung der "
        "massnahme; projekt; projekte; projekttitel; projektname; projektbezeichnung; name des "
        "projekts; vorhaben; einzelmassnahme; name; massnahme projekt; projekt massnahme; "
        "massnahmen projekte; gegenstand; massnahme titel; titel massnahme; was;"
        " was wollen wir tun; was tun wir; was soll geschehen; worum geht es"
    ),
    "kurztitel": ("kurztitel; kurzname; kurzbezeichnung; kurzfassung titel"),
    FIELD: (
        "handlungsfeld; hf; handlungsfelder; themenfeld; thema; themenbereich; bereich; "
        "handlungsbereich; handlungsschwerpunkt; schwerpunkt; kategorie; leitthema; sachgebiet; "
        "zuordnung handlungsfeld; rubrik"
    ),
    FIELDS: ("integrierte handlungsfelder; beruehrte handlungsfelder; betroffene handlungsfelder"),
    "weitere_handlungsfelder": (
        "weitere handlungsfelder; sonstige handlungsfelder; querbezuege handlungsfelder; auch "
        "handlungsfeld"
    ),
    "ziele": (
        "ziele; ziel; entwicklungsziel; entwicklungsziele; zugeordnete ziele; ziel nr; "
        "zielbezug; zielzuordnung; leitziel; teilziel; unterziel; beitrag zu zielen; "
        "zielsetzung"
    ),
    "art": ("art; art der massnahme; massnahmenart; massnahmentyp; typ; projektart"),
    "leuchtturm": (
        "leuchtturm; leuchtturmprojekt; schluesselprojekt; schluesselmassnahme; impulsprojekt"
    ),
    "status": (
        "status; stand; sachstand; bearbeitungsstand; umsetzungsstand; stand der umsetzung; "
        "realisierungsstand; projektstand; umsetzungsstatus; stand der bearbeitung"
    ),
    "status_begruendung": ("begruendung des status; begruendung status; statuserlaeuterung"),
    "prioritaet": (
        "prioritaet; prio; prioritaeten; prioritaetenstufe; prioritaetsstufe; dringlichkeit; "
        "priorisierung; rang; wichtigkeit; prioritaet der massnahme"
    ),
    "kurzbeschreibung": ("kurzbeschreibung; kurze beschreibung; kurzinfo; kurztext; kurzfassung"),
    "beschreibung": (
        "beschreibung; massnahmenbeschreibung; projektbeschreibung; beschreibung der massnahme; "
        "beschreibung des projekts; inhalt; inhalte; erlaeuterung; erlaeuterungen; erklaerung; "
        "beschreibung inhalt; inhalt beschreibung; details; projektinhalt; "
        "massnahmeninhalt; ausfuehrliche beschreibung; langbeschreibung; text; "
        "langtext"
    ),
    "querverweise": (
        "querverweise; querverweis; bestehende planungen; planungen; konzepte; bezug zu "
        "planungen; planungsgrundlage; planungsgrundlagen; grundlagen; quelle; quellen; "
        "herkunft; fachkonzept; fachplanung; bestehende konzepte; verweis; verweise; bezug; "
        "konzeptbezug; grundlage; vorhandene planungen; querverweis bestehende planung konzept; "
        "bezug zu anderen konzepten; bezug andere konzepte; planungen konzepte"
    ),
    ACTORS: (
        "akteure; akteurinnen; akteure zustaendigkeiten; akteurinnen zustaendigkeiten; akteur; "
        "beteiligte akteure; akteurinnen und akteure; zustaendigkeiten; projektbeteiligte; wer; "
        "traeger und beteiligte; akteure zustaendigkeit; akteure partner;"
        " wer macht das; wer macht mit; wer ist dabei"
    ),
    "akteure.federfuehrung": (
        "federfuehrung; federfuehrend; federfuehrende; zustaendig; zustaendigkeit; "
        "verantwortlich; verantwortung; "
        "verantwortlichkeit; verantwortliche stelle; federfuehrendes amt; federfuehrende "
        "stelle; amt; dienststelle; fachbereich; referat; fachamt; traeger; massnahmentraeger; "
        "projekttraeger; traegerschaft; projektleitung; leitung; zustaendige stelle; "
        "zustaendiges amt; zustaendiger fachbereich; zustaendiges referat; verantwortliche; oe; "
        "organisationseinheit; ansprechstelle; hauptverantwortlich; federfuehrung "
        "zustaendigkeit; fb; ref; verantw stelle; zust; zust stelle;"
        " wer ist zustaendig; wer ist verantwortlich"
    ),
    "akteure.beteiligte": (
        "beteiligte; beteiligt; mitwirkung; mitwirkende; partner; kooperationspartner; "
        "projektpartner; beteiligte stellen; weitere beteiligte; weitere akteure; zu "
        "beteiligen; kooperation; weitere partner; beteiligte aemter; einzubinden; "
        "unterstuetzung durch; mitwirkende akteure; beteiligung"
    ),
    "akteure.zielgruppen": (
        "zielgruppe; zielgruppen; nutzer; nutzergruppe; adressaten; nutzergruppen"
    ),
    PROCESS: ("prozessgestaltung und monitoring; prozess und monitoring; umsetzung und monitoring"),
    "prozess": (
        "prozess; prozessgestaltung; umsetzungsschritte; schritte; naechste schritte; "
        "arbeitsschritte; meilensteine; handlungsschritte; erste schritte; vorgehen; naechster "
        "schritt; bausteine; weiteres vorgehen; ablauf; teilschritte; projektschritte"
    ),
    "monitoring": (
        "monitoring; indikator; indikatoren; erfolgskontrolle; evaluation; erfolgsindikator; "
        "erfolgsindikatoren; kennzahl; kennzahlen; messgroesse; wirkungskontrolle; controlling"
    ),
    "nachhaltigkeit": (
        "nachhaltigkeit; ideen zur erhoehung der nachhaltigkeit; nachhaltigkeitsaspekte; "
        "klimawirkung; beitrag zur nachhaltigkeit; klimaschutz; klimarelevanz; ideen zur "
        "erhoehung der nachhaltigkeit der massnahme; nachhaltigkeitsideen"
    ),
    "standort": (
        "standort; ort; lage; verortung; raeumliche verortung; adresse; gebiet; raumbezug; "
        "raeumlicher bezug; flaeche; projektgebiet; raum; bereich ort; strasse; "
        "geltungsbereich; wo; umsetzungsort; raeumliche zuordnung;"
        " teilraum; teilgebiet; teilbereich; raumeinheit"
    ),
    "standort.ortsbezirk": (
        "ortsbezirk; ortsbezirke; stadtteil; stadtteile; ortsteil; ortsteile; bezirk; quartier; "
        "stadtbezirk"
    ),
    "zeitraum": (
        "zeitraum; zeithorizont; zeit; umsetzungszeitraum; zeitplan; zeitrahmen; zeitliche "
        "umsetzung; umsetzung; realisierung; realisierungszeitraum; laufzeit; termin; "
        "durchfuehrungszeitraum; horizont; zeitliche einordnung; umsetzungshorizont; jahr; "
        "umsetzungsjahr; wann; dauer; fristigkeit; zeitschiene; zeitraum der umsetzung; "
        "zeithorizont der umsetzung; realisierungshorizont"
    ),
    "zeitraum.beginn": (
        "beginn; start; anfang; von; projektbeginn; umsetzungsbeginn; startjahr; ab; baubeginn"
    ),
    "zeitraum.ende": (
        "ende; bis; projektende; fertigstellung; abschluss; endjahr; umsetzung bis; frist; "
        "termin bis;"
        " bis wann"
    ),
    "kosten": (
        "kosten; gesamtkosten; kostenschaetzung; kostenrahmen; geschaetzte kosten; "
        "voraussichtliche kosten; projektkosten; kostenansatz; kosten geschaetzt; kosten "
        "gesamt; summe; gesamtsumme; budget; volumen; investitionsvolumen; finanzbedarf; "
        "finanzvolumen; aufwand; mittelbedarf; kosten brutto; kosten netto; kostenaufwand; "
        "gesamtkosten brutto; euro; betrag; finanzieller aufwand; kosten ca; plansumme; "
        "plankosten; planansatz; mittelansatz; auszahlungen;"
        " was kostet das; was kostet es; wie teuer; wieviel"
    ),
    "finanzierung": (
        "finanzierung; foerderung; finanzierung foerderung; foerderprogramm; foerderprogramme; "
        "foerdertopf; foerdermittel; foerderkulisse; foerdermoeglichkeiten; "
        "finanzierungsquelle; foerderquelle; finanzierungsmoeglichkeiten; moegliche foerderung; "
        "foerdermoeglichkeit; foerdergeber; foerdertoepfe; foerderzugang; finanzierung durch; "
        "moegliche foerderprogramme; mittelherkunft; foerderung finanzierung; finanzierung und "
        "foerderung; finanzierungsquellen; foerderoptionen; foerderprogramm fonds"
    ),
    "finanzierung.anteil": (
        "foerderquote; foerdersatz; foerderanteil; anteil foerderung; foerderhoehe in prozent"
    ),
    "abhaengig_von": (
        "abhaengig von; abhaengigkeit; abhaengigkeiten; voraussetzung; voraussetzungen; vorher "
        "noetig; vorgaenger; setzt voraus; abhaengigkeit von anderen massnahmen; baut auf; "
        "folgt auf"
    ),
    "frueher": (
        "frueher; frueherer titel; fruehere nummer; alte nummer; nr alt; alte nr; nummer alt; "
        "nr isek"
    ),
    INTERNAL: (
        "intern; bemerkung; bemerkungen; anmerkung; anmerkungen; notiz; notizen; interne "
        "bemerkung; interne notiz; interne anmerkung; kommentar; kommentare; hinweis; hinweise; "
        "sonstiges; interne hinweise; rueckmeldung; klaerungsbedarf; offene punkte; offene "
        "fragen; todo; to do; ansprechpartner;"
        " ansprechperson; kontakt; bearbeiter; sachbearbeiter; telefon; e mail; mail; bearbeitung"
    ),
}
"""Wordings by place, the likelier heading of two columns first."""

COST_KINDS = (
    "investitionskosten; investition; investitionen; investive kosten; personalkosten; "
    "sachkosten; planungskosten; baukosten; betriebskosten; folgekosten; unterhaltskosten; "
    "unterhaltungskosten; personalaufwand; personal; sachmittel; laufende kosten; einmalige "
    "kosten; jaehrliche kosten; kosten pro jahr; kosten jaehrlich; kosten einmalig; "
    "herstellungskosten; grunderwerb; bau; planung; betrieb; unterhalt; investiv; konsumtiv; "
    "grunderwerbskosten; einmalig; jaehrlich; folgekosten jaehrlich"
)
"""Columns with amounts of one kind: the heading says which."""

FUNDING_KINDS = (
    "eigenanteil; eigenmittel; eigenanteil stadt; anteil stadt; staedtischer anteil; "
    "haushaltsmittel; anteil kommune; kommunaler anteil; foerderbetrag; foerdersumme; zuschuss; "
    "zuwendung; foerderhoehe; bewilligte mittel; drittmittel; mittel dritter"
)
"""Columns with amounts of money that is given, not spent."""
