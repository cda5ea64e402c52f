"""CommonMark's inline parser, whose tokens know where they begin and which marks stayed text."""

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.emphasis import tokenize as _emphasis


class PlacedInline(ParserInline):
    """Each token carries `meta["at"]`, its offset in the content of its block.

    A link or image also knows where it ends (`to`), and a link where its text ends (`label`). What
    may be a mark of emphasis carries `meta["mark"]`; it is one of those without effect when it is
    a text in the end.
    """

    def __init__(self) -> None:
        super().__init__()
        self.ruler.at("emphasis", _outside_words)
        self.ruler.disable(["linkify", "strikethrough"])
        # Each mark stays a token of its own; the tree joins texts.
        self.ruler2.disable(["strikethrough", "fragments_join"])
        self.ruler2.push("levels", _levels)
        self._label_end = 0

    def tokenize(self, state: StateInline) -> None:
        rules = self.ruler.getRules("")
        end, deepest = state.posMax, state.md.options["maxNesting"]
        begun = state.pos
        while state.pos < end:
            at, before, waiting = state.pos, len(state.tokens), bool(state.pending)
            if state.level >= deepest or not any(rule(state, False) for rule in rules):
                state.append_pending(state.src[at])
                state.pos = at + 1
            new = state.tokens[before:]
            if new and waiting and new[0].type == "text":
                new[0].meta.setdefault("at", begun)
            for token in new:
                if "at" not in token.meta:
                    token.meta.update(at=at, to=state.pos, label=self._label_end)
            if new or not waiting:
                begun = at
        if state.pending:
            state.pushPending().meta["at"] = begun
        self._label_end = end


def _levels(state: StateInline) -> None:
    """How deep each token stands, which marks that turned out as emphasis have changed."""
    level = 0
    for token in state.tokens:
        level -= token.nesting < 0
        token.level = level
        level += token.nesting > 0


def _outside_words(state: StateInline, silent: bool) -> bool:
    """German marks inside a word (Akteur*innen, Bürger_innen) are text, never emphasis."""
    start, mark = state.pos, state.src[state.pos]
    if mark not in "*_" or silent:
        return _emphasis(state, silent)
    end = start
    while end < state.posMax and state.src[end] == mark:
        end += 1
    before, after = state.src[start - 1 : start], state.src[end : end + 1]
    if before.isalnum() and after.isalnum():
        state.append_pending(state.src[start:end])
        state.pos = end
        return True
    first = len(state.tokens) + bool(state.pending)
    found = _emphasis(state, silent)
    for offset, token in enumerate(state.tokens[first:]):
        token.meta.update(at=start + offset, mark=mark)
    return found
