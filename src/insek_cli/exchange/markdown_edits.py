"""Plain words that were edited, carried back into the Markdown they were printed from."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from insek_cli.markdown import parse_markdown
from insek_cli.tables.office_text import alike
from insek_cli.wording.sentences import sentence_pieces

_CHUNK = re.compile(r"\n(?:[ \t]*\n)+(?=\S)")
"""Between paragraphs; one that is set in belongs to its item."""
_CAPTION = ": "
_ADDRESS = re.compile(r"\]\((?:mailto:|http://(?=www))?([^)\s]+)\)")
_WORD = re.compile(r"(\S+)(\s*)")
_MARKUP = re.compile(r"\]\([^)\s]*\)|[*\[\]\\]|^[-+](?=$)|(?<!\w)_|_(?!\w)")
_BULLET = re.compile(r"(\s*)[–•·▪-][ \t]+")
_BEGINS = re.compile(r"[-+*#>]|[0-9]+[.)]")
_NUMBER = re.compile(r"\s*[0-9]+[.)][ \t]+")
_SPECIAL = (re.compile(r"([\\`*_\[\]<>])"), re.compile(r"([!-/:-@\[-`{-~])"))
"""What makes marks, and all that may: escaped as little as helps."""


def plain_of(source: str) -> str:
    """Markdown as the workbook prints it."""
    return parse_markdown(source).document.plain()


def markdown_with(source: str, plain: str) -> str:
    """The Markdown whose words are `plain`, with the emphasis and links of `source` kept.

    Paragraphs that were left alone keep every character. Where a mark cannot be kept, because its
    words are gone, the paragraph becomes plain; what is printed is always exactly `plain`.
    """
    if alike(plain_of(source), plain):
        return source
    wanted = [line.rstrip() for line in plain.strip().splitlines() if line.strip()]
    parts = [_written(chunk, lines) for chunk, lines in _grouped(source, wanted)]
    text = "\n\n".join(part for part in parts if part)
    if not says(text, plain):
        text = "\n\n".join(_SPECIAL[-1].sub(r"\\\1", line) for line in wanted)
    return text + "\n" if source.endswith("\n") or "\n" in text else text


def says(text: str, plain: str) -> bool:
    """Whether Markdown is valid and prints exactly these words."""
    parsed = parse_markdown(text)
    return not parsed.problems and alike(parsed.document.plain(), plain)


def _grouped(source: str, wanted: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Paragraphs of the source, and the lines that each of them became."""
    chunks = [chunk for chunk in _CHUNK.split(source.strip("\n")) if chunk.strip()]
    lines = [(n, line) for n, chunk in enumerate(chunks) for line in _alone(chunk).split("\n")]
    one, other = ([*map(_key, side)] for side in ([line for _, line in lines], wanted))
    held: list[int] = []
    ready: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        pairs = (
            [(range(a + n, a + n + 1), range(c + n, c + n + 1)) for n in range(b - a)]
            if tag == "equal" or b - a == d - c
            else [(range(a, b), range(c, d))]
        )
        for old, new in pairs:
            begun = {lines[place][0] for place in old}
            if held and old and not begun & {*held}:
                yield _chunk(chunks, held), ready
                held, ready = [], []
            came = [wanted[place] for place in new]
            inside = a < len(lines) and lines[a][0] in held
            if not old and not inside and not _goes_on(ready, came):
                yield from [(_chunk(chunks, held), ready)] if held else []
                yield "", came
                held, ready = [], []
                continue
            held = sorted({*held, *begun})
            ready += came
    if held or ready:
        yield _chunk(chunks, held), ready


def _goes_on(before: list[str], new: list[str]) -> bool:
    """Whether new lines are further items of the list before them."""
    ends = [pattern.match(line) for line in (*before[-1:], new[0])
            for pattern in (_BULLET, _NUMBER)]  # fmt: skip
    return len(ends) == 4 and any(ends[:2]) and any(ends[2:])


def _chunk(chunks: list[str], numbers: list[int]) -> str:
    return "\n\n".join(chunks[number] for number in numbers)


def _key(line: str) -> str:
    return " ".join(re.findall(r"\w+", line))


def _alone(chunk: str) -> str:
    """The words of a paragraph by itself; the colon makes a caption behind a table only."""
    return plain_of(chunk.removeprefix(_CAPTION))


def _written(source: str, lines: list[str]) -> str:
    if source.startswith(_CAPTION) and lines:
        return _CAPTION + _written(source.removeprefix(_CAPTION), lines)
    plain = "\n".join(lines)
    if not plain or alike(plain_of(source), plain):
        return source if plain else ""
    woven = _woven(source, _unaddressed(source, plain)) if source else ""
    return woven if woven and says(woven, plain) else _from_lines(lines)


def _unaddressed(source: str, plain: str) -> str:
    """The words without the addresses that stand behind the texts of links."""
    for address in _ADDRESS.findall(source):
        plain = plain.replace(f" ({address})", "", 1)
    return plain


def _woven(source: str, plain: str) -> str:
    """Word by word: those that are in both as the source writes them."""
    old, new = (_WORD.findall(text) for text in (source, plain))
    keys = [_MARKUP.sub("", word) or "–" for word, _ in old], [word for word, _ in new]
    parts: list[tuple[str, str, bool]] = []
    for tag, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            parts += [(word, gap, True) for word, gap in old[a:b]]
            if b < len(old) or d < len(new):
                # The space behind the last word that stayed is theirs: what follows changed.
                parts[-1] = _last_kept(new[d - 1][1], *old[b - 1])
        else:
            parts += [
                ("-" if word == "–" and "\n" in new[n - 1][1] else word, gap, False)
                for n, (word, gap) in enumerate(new[c:d], c)
            ]
            before = old[max(a, b) - 1] if max(a, b) else ("", "")
            if d > c and "\n" in new[d - 1][1]:
                parts[-1] = _ended(parts[-1][0], new[d - 1][1], before)
    return "".join(_spaced(parts)).rstrip()


def _last_kept(theirs: str, word: str, gap: str) -> tuple[str, str, bool]:
    if word.endswith("\\") and "\n" not in theirs:
        return word[:-1], theirs, True
    return word, _gap(theirs, gap), True


def _ended(word: str, gap: str, before: tuple[str, str]) -> tuple[str, str, bool]:
    """A new word at the end of a line, which ends as that of the source did."""
    if before[0].endswith("\\") and "\n\n" not in before[1]:
        return f"{word}\\", gap, False
    return word, before[1] if "\n\n" in before[1] else gap, False


def _gap(theirs: str, ours: str) -> str:
    return ours if ours and ("\n" in theirs) == ("\n\n" in ours) else theirs


def _spaced(parts: list[tuple[str, str, bool]]) -> Iterator[str]:
    for place, (word, gap, kept) in enumerate(parts):
        yield word
        after = parts[place + 1] if place + 1 < len(parts) else None
        new = after and not (kept and after[2]) and not _BEGINS.match(after[0])
        ends = new and after and len(sentence_pieces(f"{word} {after[0]}")) > 1
        yield "\n" if ends and gap == " " else gap


def _from_lines(lines: list[str]) -> str:
    """Lines of plain text as paragraphs and lists, a sentence a line."""
    text = ""
    listed = False
    for line in lines:
        bullet = _BULLET.match(line) or _NUMBER.match(line)
        head = bullet[0] if bullet else ""
        shown = re.sub(r"[–•·▪-]", "-", head)
        text += ("\n" if listed and bullet else "\n\n") if text else ""
        text += shown + _body(line[len(head) :], len(shown))
        listed = bool(bullet)
    return text


def _body(words: str, indent: int) -> str:
    """Sentences line by line; one that would begin a list there stays in its line."""
    body = ""
    for piece in map(str.strip, sentence_pieces(words)):
        gap = " " if _BEGINS.match(piece) else "\n" + " " * indent
        body += (gap if body else "") + _escaped(piece)
    return body


def _escaped(words: str) -> str:
    spellings = (words, *(special.sub(r"\\\1", words) for special in _SPECIAL))
    return next((text for text in spellings if says(text, words)), spellings[-1])
