"""Where the sentences of a text end; a full stop after an abbreviation ends none."""

import re

_END = re.compile(r"(?<=[.!?…])[\"“‘)]*[ \n]+(?=[\"„‚(]*[A-ZÄÖÜ0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[ (])(?:\w|bzw|ca|Nr|Str|St|Abs|Art|Kap|Ref|Mio|Mrd|Dr|Prof|inkl|exkl|ggf|evtl|vgl|"
    r"insb|insbes|usw|etc|max|min|sog|einschl|zzgl|gem|lt|rd|mind|z\.\s?[BT]|u\.\s?a|d\.\s?h)\.$"
)


def sentence_pieces(text: str) -> list[str]:
    """The sentences with the space behind them: joined they are the text."""
    found: list[str] = []
    start = 0
    for gap in _END.finditer(text):
        if not _ABBREVIATION.search(text[start : gap.start()]):
            found.append(text[start : gap.end()])
            start = gap.end()
    return [*found, text[start:]] if text[start:] else found


def sentences(text: str) -> list[str]:
    """The sentences of a text, without the space around them."""
    return [piece.strip() for piece in sentence_pieces(text) if piece.strip()]
