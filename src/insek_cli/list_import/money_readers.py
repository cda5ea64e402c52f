"""Costs and funding of a cell."""

import re
from typing import Any

from insek_cli.list_import.amounts import amounts
from insek_cli.list_import.draft import Draft
from insek_cli.list_import.find_table import Column
from insek_cli.list_import.name_lists import listed
from insek_cli.list_import.role_readers import certain_names

_MAGNITUDE = r"keine|gering|niedrig|mittel|hoch"
_MAGNITUDES = re.compile(rf"({_MAGNITUDE})(?:\s*(?:bis|-|–|/)\s*({_MAGNITUDE}))?", re.IGNORECASE)
_SHARE = re.compile(r"([0-9]{1,3}(?:,[0-9]+)?)\s?(?:%|Prozent)")
_STATE = re.compile(r"beantragt|bewilligt|Idee", re.IGNORECASE)
_OWN = re.compile(
    r"(?:(?:städtische[rn]?|kommunale[rn]?|eigene)\s+)?"
    r"(?:Eigenmittel|Haushalt(?:smittel)?|Eigenanteil|(?:städtischer |kommunaler )?Anteil|Stadt"
    r"|Eigenfinanzierung|Kommune)(?: (?:der )?(?:Stadt|Kommune))?",
    re.IGNORECASE,
)
_THIRD = re.compile(r"Drittmittel|(?:Mittel\s+)?Dritter?|Private|Sponsoren", re.IGNORECASE)
_BEHIND = re.compile(r"(.+?)\s*(?:\(([^()]+)\)|,?\s+([0-9]{1,3}\s?(?:%|Prozent)))")


def read_costs(draft: Draft, column: Column, text: str, _context: Any) -> bool:
    """Amounts, magnitudes, or else the words as the explanation of a position."""
    there = draft.data.get("kosten", {}).get("positionen", [])
    if column.heading.art.isdecimal():
        return _year(draft, column, text, there)
    if not column.heading.art and any("art" in each for each in there):
        # A sum beside its parts would count them twice.
        return False
    kind = {"art": column.heading.art} if column.heading.art else {}
    if known := amounts(text, column.heading.unit):
        return draft.put("kosten.positionen", [kind | position for position in known])
    if found := _MAGNITUDES.fullmatch(text.strip()):
        sizes = [size.casefold().replace("niedrig", "gering") for size in found.groups() if size]
        words = {"erlaeuterung": text} if "niedrig" in text.casefold() else {}
        position: dict[str, Any] = kind | {"einordnung": list(dict.fromkeys(sizes))} | words
        return draft.put("kosten.positionen", [position])
    draft.words(text, "kosten.positionen")
    return draft.put("kosten.positionen", [kind | {"erlaeuterung": text}])


def _year(draft: Draft, column: Column, text: str, there: list[dict[str, Any]]) -> bool:
    """What falls to a year: a part of the one sum that the row names."""
    known = amounts(text, column.heading.unit)
    if known is None or len(known) > 1 or known[0].get("von") != known[0].get("bis"):
        return False
    year = {"jahr": int(column.heading.art), "betrag": known[0]["von"]}
    sums = [each for each in there if not each.keys() - {"von", "bis", "jahre"}]
    if known[0].keys() - {"von", "bis"} or len(sums) > 1:
        return False
    if not sums:
        return draft.put("kosten.positionen", [{"jahre": [year]}])
    sums[0].setdefault("jahre", []).append(year)
    return True


def add_up_years(draft: Draft) -> None:
    """Years without a sum of their own make one."""
    for position in draft.data.get("kosten", {}).get("positionen", []):
        if "jahre" in position and not {"von", "bis"} & position.keys():
            whole = sum(year["betrag"] for year in position["jahre"])
            position |= {"von": whole, "bis": whole}


def read_funding(draft: Draft, column: Column, text: str, context: Any) -> bool:
    """Programmes with what stands behind them, or else the words as an explanation."""
    if column.heading.art and (given := _given(draft, column, text)):
        return draft.put("finanzierung", given)
    names = listed(text)
    found = [_funding(name, column, context) for name in names or ()]
    known = [entry for entry in found if entry]
    if not known or len(known) != len(found):
        draft.words(text, "finanzierung")
        known = [{"erlaeuterung": text}]
    return draft.put("finanzierung", known)


def read_share(draft: Draft, _column: Column, text: str, _context: Any) -> bool:
    """The share of the one programme that the row names, or of none."""
    found = _SHARE.fullmatch(text.strip() if "%" in text or "Prozent" in text else f"{text} %")
    share = _percent(found[1]) if found else None
    there = draft.data.get("finanzierung", [])
    if share is None or len(there) > 1 or any("betrag" in e or "anteil" in e for e in there):
        return False
    if there:
        there[0]["anteil"] = share
        return True
    return draft.put("finanzierung", [{"anteil": share}])


def _given(draft: Draft, column: Column, text: str) -> list[dict[str, Any]]:
    """An amount under a heading that says who gives it, or that the one programme does."""
    known = amounts(text, column.heading.unit)
    if known is None or len(known) > 1 or known[0].get("von") != known[0].get("bis"):
        return []
    entry = {"betrag": known[0]["von"]} | _own(column.heading.art)
    if remark := known[0].get("erlaeuterung"):
        entry["erlaeuterung"] = ", ".join(filter(None, (entry.get("erlaeuterung"), remark)))
    there = [each for each in draft.data.get("finanzierung", []) if "programm" in each]
    if "quelle" not in entry and len(there) == 1 and not {"betrag", "anteil"} & there[0].keys():
        there[0] |= {"betrag": entry["betrag"]}
        return there
    return [entry]


def _own(words: str) -> dict[str, Any]:
    """Money of the city or of third parties; other words for it than ours are kept."""
    plain = words.strip()
    source = "eigenmittel" if _OWN.fullmatch(plain) else None
    source = "dritte" if _THIRD.fullmatch(plain) else source
    if source is None:
        return {"erlaeuterung": plain}
    said = {} if plain.casefold() == source else {"erlaeuterung": plain}
    return {"quelle": source} | said


def _funding(name: str, column: Column, context: Any) -> dict[str, Any] | None:
    if known := amounts(name, column.heading.unit):
        position = known[0]
        if len(known) > 1 or position.get("von") != position.get("bis"):
            return None
        entry = {"betrag": position["von"], "erlaeuterung": position.get("erlaeuterung")}
        kind = position.get("art") or column.heading.art
        return _clean(entry | (_source(kind, context) or {"erlaeuterung": kind} if kind else {}))
    entry = {}
    if (behind := _BEHIND.fullmatch(name)) and (said := _said(behind[2] or behind[3])):
        name, entry = behind[1], said
    source = _source(name, context)
    return None if source is None else _clean(source | entry)


def _source(name: str, context: Any) -> dict[str, Any] | None:
    """Where money comes from: a programme, or the city itself, which is none."""
    if _OWN.fullmatch(name.strip()) or _THIRD.fullmatch(name.strip()):
        return _own(name)
    lettered = re.search(r"[^\W\d_]", name) is not None
    if not lettered or certain_names(name) != [name] or len(name.split()) > 8:
        return None
    id_ = context.names.id_of("programme", name)
    return {"programm": id_} if id_ else None


def _said(text: str) -> dict[str, Any]:
    """What stands behind a programme, where it is a share or a state."""
    plain = text.strip()
    if found := _SHARE.fullmatch(plain):
        share = _percent(found[1])
        return {"anteil": share} if share is not None else {}
    return {"foerderstand": plain.casefold()} if _STATE.fullmatch(plain) else {}


def _percent(text: str) -> int | float | None:
    value = float(text.replace(",", "."))
    if not 0 < value <= 100:
        return None
    return int(value) if value == int(value) else value


def _clean(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value is not None}
