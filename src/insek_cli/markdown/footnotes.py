"""Footnotes of a chapter: what is defined where, and how often it may be used."""

import re

from markdown_it.rules_block import StateBlock

REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
MAX_REPEATED = 64 * 1024
"""Characters of footnotes that stand a second time: each place that refers prints the note."""


def definition(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """The block rule for `[^1]: Quelle`: one paragraph, to the next footnote or empty line."""
    if state.is_code_block(first) or not (match := _begins(state, first)):
        return False
    if silent:
        return True
    end = first + 1
    while end < last and not state.isEmpty(end) and not _begins(state, end):
        if state.sCount[end] < state.blkIndent:
            break
        end += 1
    written = state.getLines(first, end, state.blkIndent, False).strip()
    token = state.push("note_open", "note", 1)
    token.map, token.meta = [first, end], {"label": match[1]}
    token = state.push("inline", "", 0)
    token.map, token.children = [first, end], []
    token.content = written[len(match.group()) :].strip()
    state.push("note_close", "note", -1)
    state.line = end
    return True


def _begins(state: StateBlock, line: int) -> re.Match[str] | None:
    begin = state.bMarks[line] + state.tShift[line]
    return _DEFINITION.match(state.src, begin, state.eMarks[line])
