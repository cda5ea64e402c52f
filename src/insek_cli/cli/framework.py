"""typer in the user's language: help, usage errors, “did you mean” for commands."""

from collections.abc import Callable
from itertools import takewhile
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from insek_cli.findings import InsekError
from insek_cli.findings.suggest import did_you_mean
from insek_cli.i18n import _

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

KINDS = ("argument", "option")


class _Spoken:
    """Help whose fixed parts are in the user's language too."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), _("Usage: "))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        pieces = super().collect_usage_pieces(ctx)  # type: ignore[misc]
        # typer marks what is required with braces; brackets around the rest are enough.
        return [piece.replace("{", "").replace("}", "") for piece in pieces]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        params = self.get_params(ctx)  # type: ignore[attr-defined]
        by_kind = {kind: [p for p in params if p.param_type_name == kind] for kind in KINDS}
        arguments = [(param.metavar, param.help) for param in by_kind["argument"]]
        options = [param.get_help_record(ctx) for param in by_kind["option"]]
        for heading, rows in ((_("Arguments"), arguments), (_("Options"), options)):
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _("Show this help.")
        return option


class Command(_Spoken, TyperCommand):
    """A command; a word too many is mostly a title without quotation marks."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            message = _("“{word}” is one word too many.").format(word=rest[0])
            hint = _("Titles and folders with spaces stand in quotation marks.")
            raise InsekError(message, hint, exit_code=2)
        return rest


class CommandGroup(_Spoken, TyperGroup):
    """Commands under one name; a word that is none of them is answered with the nearest."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        shown = args or ([] if ctx.resilient_parsing else ["--help"])
        return super().parse_args(ctx, shown)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The first sentence of each command in full; typer would cut it."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, (each.help or "").partition("\n")[0]) for name, each in commands if each]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        known = self.list_commands(ctx)
        if name not in known and not name.startswith("-") and not ctx.resilient_parsing:
            help_ = _("{command} --help lists the commands.").format(command=ctx.command_path)
            message = _("There is no command “{name}”.").format(name=name)
            raise InsekError(message, did_you_mean(name, known) or help_, exit_code=2)
        return super().resolve_command(ctx, args)


def command_group(name: str, text: str, *, examples: str) -> typer.Typer:
    """A group of commands without rich help, which would take longer to load than to read."""
    return typer.Typer(
        name=name,
        cls=CommandGroup,
        help=text,
        epilog=_below(examples),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=SETTINGS,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND …"),
        add_completion=name == "insek",
    )


def command(
    app: typer.Typer, name: str, text: str, *, examples: str
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Declare a command of `app`; `examples` are shown below the options as they are typed."""
    return app.command(
        name,
        cls=Command,
        help=text,
        epilog=_below(examples),
        options_metavar=_("[OPTIONS]"),
        context_settings=SETTINGS,
    )


def _below(examples: str) -> str:
    """Examples as they are typed: the first line keeps typer from filling the paragraph."""
    head = _("Examples:")
    return f"\b\n{head}\n{examples}"


def run_command_line(commands: Any, arguments: list[str]) -> int:
    """Run the command line; a usage error is an InsekError with exit code 2."""
    try:
        code = commands(args=arguments, prog_name="insek", standalone_mode=False)
    except TyperException as error:
        raise _usage_error(error, arguments) from error
    return code if isinstance(code, int) else 0


def _usage_error(error: TyperException, arguments: list[str]) -> InsekError:
    """The error in our words; typer's own are English only."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else " ".join(["insek", *_words_before(arguments)])
    hint = _("{command} --help explains the options.").format(command=path)
    option = getattr(error, "option_name", None)
    param = getattr(error, "param", None)
    if hasattr(error, "possibilities"):
        known = [name for p in context.command.params for name in p.opts] if context else []
        message = _("There is no option {option}.").format(option=option)
        hint = did_you_mean(str(option), known) or hint
    elif option and any(word.startswith(f"{option}=") for word in arguments):
        message = _("The option {option} takes no value.").format(option=option)
    elif option:
        message = _("The option {option} needs a value.").format(option=option)
    elif param is not None and hasattr(error, "param_type"):
        message = _("Something is missing: {name}.").format(name=param.metavar or param.name)
    else:
        message = error.format_message()
    return InsekError(message, hint, exit_code=2)


def _words_before(arguments: list[str]) -> list[str]:
    """The command that was typed, for errors that do not say it."""
    return list(takewhile(str.isalpha, arguments))[:2]
