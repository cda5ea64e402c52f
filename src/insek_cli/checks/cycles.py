"""Measures that refer to each other in a circle."""

from collections.abc import Iterator, Mapping

from insek_cli.checks.context import Context
from insek_cli.findings import Issue

Graph = Mapping[str, tuple[str, ...]]


def dependency_cycles(context: Context) -> Iterator[Issue]:
    """Circles in `abhaengig_von`: nothing in them can begin."""
    graph = {m.id: m.abhaengig_von for m in context.catalog.measures}
    yield from _findings(context, graph, "abhaengig_von", "INSEK206")


def merger_cycles(context: Context) -> Iterator[Issue]:
    """Circles in `zusammengefuehrt_in`: no measure would be left."""
    measures = context.catalog.measures
    graph = {m.id: (m.zusammengefuehrt_in,) for m in measures if m.zusammengefuehrt_in}
    yield from _findings(context, graph, "zusammengefuehrt_in", "INSEK207")


def _findings(context: Context, graph: Graph, key: str, code: str) -> Iterator[Issue]:
    records = {record.model.id: record for record in reversed(context.loaded.measures)}
    for circle in find_cycles(graph):
        record = records[circle[0]]
        index = graph[circle[0]].index(circle[1])
        path = (key, index) if key == "abhaengig_von" else (key,)
        yield record.issue(code, path, chain=" → ".join(circle))


def find_cycles(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Each circle a depth-first walk closes, once, its first id repeated at the end."""
    done: set[str] = set()
    for start in sorted(graph):
        way: list[str] = []
        waiting = [iter([start])]
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                if way and waiting:
                    done.add(way.pop())
            elif following in way:
                yield (*way[way.index(following) :], following)
            elif following not in done:
                way.append(following)
                waiting.append(iter(graph.get(following, ())))


RULES = (
    dependency_cycles,
    merger_cycles,
)
