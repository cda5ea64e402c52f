"""The rule of a ranking in a sentence, for the line under a chart."""

from insek_cli.workshop.ballots.outcome import Basis, Rule


def rule_text(rule: Rule, basis: Basis, cap: int, *, limited: bool) -> str:
    """German, because it is printed in documents."""
    if basis == "summen":
        return "Summe der Punkte; Rangpunkte und mittlerer Rang sind aus Summen nicht berechenbar."
    choice = f"bis zu {cap} Maßnahmen" if limited else "alle Maßnahmen"
    if rule == "zustimmung":
        return f"Zahl der Nennungen; wählbar waren {choice}, ohne Rangfolge."
    steps = f", jeder weitere einen weniger (Platz {cap}: 1)" if cap > 1 else ""
    return (
        f"Rangpunkte nach Borda: Platz 1 gibt {cap} {'Punkte' if cap > 1 else 'Punkt'}{steps}, "
        f"nicht genannt 0; wählbar waren {choice}."
    )
