"""The drawings of the Umsetzungsbericht as data: all lights at a glance, money by year."""

from insek_cli.report.implementation_views import Implementation

LIGHTS, MONEY = "ampeln", "ausgaben"


def implementation_charts(found: Implementation) -> dict[str, object]:
    """The drawings by name, ready for JSON; money only where an amount was spent."""
    charts: dict[str, object] = {LIGHTS: _lights(found)}
    plan = {each.jahr: each.geplant for each in found.jahre}
    real = {each.jahr: each.ausgegeben for each in found.jahre}
    if any(each.ausgegeben is not None for each in found.jahre):
        charts[MONEY] = {
            "jahre": [
                {"jahr": year, "geplant": plan.get(year), "ausgegeben": real.get(year)}
                for year in range(found.jahre[0].jahr, found.jahre[-1].jahr + 1)
            ]
        }
    return charts


def _lights(found: Implementation) -> dict[str, object]:
    """Each field with its measures in order: number, and light as a word of the data."""
    return {
        "felder": [
            {
                "nummer": field.kopf.nummer,
                "titel": field.kopf.titel,
                "farbe": field.kopf.farbe,
                "massnahmen": [
                    {
                        "nummer": each.massnahme.nummer or each.massnahme.daten.id,
                        "licht": each.licht or "",
                    }
                    for each in field.staende
                ],
            }
            for field in found.felder
        ]
    }
