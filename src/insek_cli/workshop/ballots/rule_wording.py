"""The rule of a ranking in a sentence, for the line under a chart and for the terminal."""

from collections.abc import Callable

from insek_cli.i18n import N_, german
from insek_cli.workshop.ballots.outcome import Basis, Rule

SUMS = N_("Sum of the points; Borda points and mean rank are not computable from sums.")
VOTES = N_("Number of votes, without an order; {choice}.")
BORDA = N_(
    "Points by rank (Borda): the first place gives {cap} points, each further one less "
    "(place {cap}: 1), not named 0; {choice}."
)
BORDA_OF_ONE = N_("Points by rank (Borda): the first place gives 1 point, not named 0; {choice}.")
Say = Callable[[str], str]


def rule_text(rule: Rule, basis: Basis, cap: int, *, limited: bool, say: Say = german) -> str:
    """The rule in German, as documents print it; the terminal hands over its own language."""
    if basis == "summen":
        return say(SUMS)
    text = VOTES if rule == "zustimmung" else BORDA if cap > 1 else BORDA_OF_ONE
    return say(text).format(cap=cap, choice=choice_text(cap, limited=limited, say=say))


def choice_text(cap: int, *, limited: bool, say: Say = german) -> str:
    """How many measures could be chosen."""
    if not limited:
        return say(N_("all measures could be chosen"))
    one, many = N_("one measure could be chosen"), N_("up to {cap} measures could be chosen")
    return say(one if cap == 1 else many).format(cap=cap)
