"""Every way out of algocheck, mapped to its exit code.

| exit | meaning |
|---|---|
| 0 | something was checked, and nothing at or above the threshold is open |
| 1 | findings, or unknown facts, at or above the threshold |
| 2 | no verdict: usage, configuration, nothing to check, an untrusted bundle, a failed engine |
| 3 | a bug in algocheck |
| 130 | interrupted |
"""

import io
import os
import sys
from collections.abc import Sequence

import click

from algocheck.cli.language import preferred
from algocheck.cli.main import main
from algocheck.errors import AlgocheckError
from algocheck.words import Message, message, say

NO_VERDICT = 2
BUG = 3
INTERRUPTED = 130


EXPECTED = (AlgocheckError, click.ClickException, OSError)
"""What may stand in the way of a verdict; everything else is a bug."""


def run(arguments: Sequence[str]) -> int:
    """Run *arguments* and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A console that lacks a character shows an escape instead of ending the run.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = main.main(list(arguments), prog_name="algocheck", standalone_mode=False)
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt) as stopped:
        # click makes the same of Ctrl-C and of a prompt that nobody can answer.
        if isinstance(stopped.__cause__, EOFError):
            return _complain(arguments, message("cli.nobody-to-ask"))
        return INTERRUPTED
    except (SystemExit, BrokenPipeError):
        # Whoever read our output is gone; click then leaves by itself.
        return _give_up_output()
    except EXPECTED as error:
        return _complain(arguments, _problem(error))
    except Exception:  # noqa: BLE001 -- whatever it is, it is told and it is ours
        import traceback

        traceback.print_exc()
        _complain(arguments, message("cli.bug"))
        return BUG
    return code if isinstance(code, int) else 0


def _complain(arguments: Sequence[str], problem: Message) -> int:
    click.echo(f"algocheck: {say(problem, preferred(arguments))}", err=True)
    return NO_VERDICT


def _problem(error: Exception) -> Message:
    match error:
        case AlgocheckError():
            return error.message
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "algocheck"
            return message("cli.usage", problem=error.format_message(), command=command)
        case click.ClickException():
            return message("cli.problem", problem=error.format_message())
        case OSError(filename=str(path), strerror=str(reason)):
            return message("cli.file", path=path, reason=reason)
        case _:
            return message("cli.problem", problem=str(error) or type(error).__name__)


def _give_up_output() -> int:
    # Python flushes once more on its way out, and must not complain about it again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return NO_VERDICT
