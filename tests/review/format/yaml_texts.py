"""YAML as people and programs write it: every style, comments and blank lines in odd places."""

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

LINES = ("Ein Satz.", "Noch einer", "- Punkt", "  tiefer", "")
WORDS = ("Amt", "z.T.", "P+R", "Bürger_innen", "a\u0308hnlich", "„Hof“", "1. Stock", "3,5")
ODD_TEXTS = (
    *("nein", "no", "null", "~", "true", "1.40", "08111", "2025-05-14", "10:00", "1_000", "", " "),
    *("- x", "a: b", "x #1", "# x", "a:", ": x", "?x", "? x", "*x*", "[Hof]", "{x}", "%", "@Amt"),
    *("'", '"', "it's", 'sag "ja"', "\\pfad", "---", "...", "<<", "=", "| x", "> x", "!x", "&x"),
    *("a\tb", "\ta", "x\n\ty", "a\n", "a\n\n", "\n", "\na", " a\nb", "a\n b\nc", "a \nb", "a\n "),
    *("a\n\n\nb", "# a\nb", "a\n# b\n", "- a\n- b\n", "\u1fef", "\ufffd", "a\u00a0", "🌳", "-5 °C"),
)
KEYS = ("titel", "id", "kosten", "fremd", "ziele", "beschreibung", "standort", "a b", "ja: nein")

texts = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join),
    st.sampled_from(ODD_TEXTS),
    st.lists(
        st.sampled_from(("Ein Satz.", "Noch einer", "- Punkt", "  tiefer", "")), max_size=5
    ).map("\n".join),
)
scalars = st.one_of(texts, st.integers(-5, 2040), st.booleans(), st.none(), st.just(1.5))
values = st.recursive(
    scalars,
    lambda below: st.one_of(
        st.lists(below, max_size=3),
        st.dictionaries(st.sampled_from(KEYS), below, max_size=4),
    ),
    max_leaves=8,
)
documents = st.dictionaries(st.sampled_from(KEYS), values, min_size=1, max_size=5)


@dataclass
class Scribe:
    """Writes data as YAML, taking one of the possible ways at each step."""

    draw: Any
    comments: list[str] = field(default_factory=list)

    def chance(self, percent: int) -> bool:
        return self.draw(st.integers(0, 99)) >= 100 - percent

    def comment(self) -> str:
        mark = self.draw(st.sampled_from(("#", "# ", "#! ", "#  a: b ", '# "')))
        text = f"{mark}k{len(self.comments)}k"
        self.comments.append(text)
        return text

    def trailing(self, percent: int = 15) -> str:
        if not self.chance(percent):
            return self.draw(st.sampled_from(("", "", "  ")))
        return self.draw(st.sampled_from((" ", "   "))) + self.comment()

    def above(self) -> str:
        lines = []
        while self.chance(15):
            if self.chance(40):
                lines.append(self.draw(st.sampled_from(("", "  "))))
            else:
                lines.append(" " * self.draw(st.integers(0, 8)) + self.comment())
        return "".join(line + "\n" for line in lines)

    def document(self, data: dict[str, Any]) -> str:
        start = "---" + self.trailing() + "\n" if self.chance(15) else ""
        end = "..." + self.trailing() + "\n" if self.chance(10) else ""
        return self.above() + start + self.mapping(data, 0) + self.above() + end + self.above()

    def mapping(self, data: dict[str, Any], indent: int) -> str:
        return "".join(
            self.above() + " " * indent + self.key(key) + ":" + self.value(value, indent)
            for key, value in data.items()
        )

    def key(self, key: str) -> str:
        return _double(key) if ":" in key or self.chance(10) else key

    def sequence(self, items: list[Any], indent: int) -> str:
        return "".join(
            self.above() + " " * indent + "-" + self.value(item, indent) for item in items
        )

    def value(self, value: Any, indent: int) -> str:
        """What follows “:” or “-”, up to the end of the line or of the lines below."""
        if not isinstance(value, dict | list):
            return self.scalar(value, indent)
        if not value or self.chance(20):
            return " " + self.flow(value, indent) + self.trailing() + "\n"
        deeper = indent + self.draw(st.sampled_from((1, 2, 2, 4)))
        below = self.mapping if isinstance(value, dict) else self.sequence
        return self.trailing() + "\n" + below(value, deeper)

    def flow(self, value: Any, indent: int) -> str:
        if not isinstance(value, dict | list):
            return self.plain(value) if _flow_plain(value) else _double(str(value))
        space = lambda: self.flow_space(indent)  # noqa: E731
        if isinstance(value, list):
            parts = [space() + self.flow(item, indent) + space() for item in value]
            return "[" + ",".join(parts) + space() + "]"
        parts = [
            f"{space()}{_double(key)}: {self.flow(item, indent)}{space()}"
            for key, item in value.items()
        ]
        return "{" + ",".join(parts) + space() + "}"

    def flow_space(self, indent: int) -> str:
        if self.chance(85):
            return " "
        return self.trailing(50) + "\n" + self.above() + " " * (indent + 2)

    def plain(self, value: Any) -> str:
        if value is None:
            return self.draw(st.sampled_from(("null", "~")))
        return str(value).lower() if isinstance(value, bool) else str(value)

    def scalar(self, value: Any, indent: int) -> str:
        if value is None:
            return self.draw(st.sampled_from(("", " ~", " null"))) + self.trailing() + "\n"
        if not isinstance(value, str):
            return " " + self.plain(value) + self.trailing() + "\n"
        ways = [self.double, self.single, self.literal, self.folded, self.spread]
        written = self.draw(st.sampled_from(ways))(value, indent)
        return written or self.double(value, indent)

    def double(self, text: str, _indent: int) -> str:
        return f" {_double(text)}{self.trailing()}\n"

    def single(self, text: str, _indent: int) -> str:
        if set(text) & set("\n\t\ufffd"):
            return ""
        quoted = "'" + text.replace("'", "''") + "'"
        return f" {quoted}{self.trailing()}\n"

    def literal(self, text: str, indent: int) -> str:
        body = text.rstrip("\n")
        if not body.strip() or "\ufffd" in text or "\t" in text or not body.split("\n")[0].strip():
            return ""
        chomping = {0: "-", 1: ""}.get(len(text) - len(body), "+")
        lines = (body + "\n" * max(0, len(text) - len(body) - 1)).split("\n")
        block = "".join(" " * (indent + 3) + line + "\n" if line else "\n" for line in lines)
        return f" |3{chomping}{self.trailing()}\n{block}"

    def folded(self, text: str, indent: int) -> str:
        if not _foldable(text):
            return ""
        block = "".join(" " * (indent + 2) + word + "\n" for word in text.split(" "))
        return f" >-{self.trailing()}\n{block}"

    def spread(self, text: str, indent: int) -> str:
        """A plain or quoted text over several lines."""
        if not _foldable(text):
            return ""
        quote = self.draw(st.sampled_from(("", '"')))
        lines = ("\n" + " " * (indent + 3)).join(text.split(" "))
        return f" {quote}{lines}{quote}{self.trailing()}\n"


def _foldable(text: str) -> bool:
    return bool(text) and all(word.isalpha() for word in text.split(" "))


def _flow_plain(value: Any) -> bool:
    return not isinstance(value, str) or (value.isalpha() and value not in ("true", "null"))


def _double(text: str) -> str:
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\ufffd": "\\ufffd"}
    return '"' + "".join(escapes.get(letter, letter) for letter in text) + '"'


@st.composite
def written_documents(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A document as text, and its comments."""
    scribe = Scribe(draw)
    text = scribe.document(draw(documents))
    return text, scribe.comments
