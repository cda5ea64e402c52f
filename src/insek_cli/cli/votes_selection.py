"""Which part of the results is shown."""

from dataclasses import replace

from insek_cli.build.find_workshop import find_question
from insek_cli.findings import InsekError
from insek_cli.findings.suggest import did_you_mean
from insek_cli.i18n import _
from insek_cli.workshop.ballots import WorkshopResult


def selected_results(
    result: WorkshopResult, question: str | None, group: str | None
) -> WorkshopResult:
    """One question, or one group only; a name that does not exist is a usage error."""
    if question is not None:
        find_question(question, [one.frage.id for one in result.fragen])
        chosen = tuple(one for one in result.fragen if one.frage.id == question)
        result = replace(result, fragen=chosen)
    return _group(result, group) if group is not None else result


def _group(result: WorkshopResult, group: str) -> WorkshopResult:
    known = sorted({one.gruppe or "" for question in result.fragen for one in question.gruppen})
    if group not in known:
        message = _("No votes name the group “{name}”.").format(name=group)
        hint = did_you_mean(group, known) or _("Known: {ids}").format(ids=", ".join(known) or "–")
        raise InsekError(message, hint, exit_code=2)
    questions = (
        replace(
            question,
            kanaele=(),
            gruppen=tuple(one for one in question.gruppen if one.gruppe == group),
        )
        for question in result.fragen
    )
    return replace(result, fragen=tuple(questions))
