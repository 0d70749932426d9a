"""Every way out of algocheck, mapped to its exit code.

| exit | meaning |
|---|---|
| 0 | something was checked, and nothing at or above the threshold is open |
| 1 | findings, or unknown facts, at or above the threshold |
| 2 | no verdict: usage, configuration, nothing to check, an untrusted bundle, a failed engine |
| 3 | a bug in algocheck |
| 130 | interrupted |
"""

import os
import sys
from collections.abc import Sequence

import click

from algocheck.cli.console import prepare
from algocheck.cli.language import asked, preferred
from algocheck.cli.main import main
from algocheck.errors import AlgocheckError, reason
from algocheck.words import Language, Message, message, say

PROGRAM = "algocheck"

NO_VERDICT = 2
BUG = 3
INTERRUPTED = 130

EXPECTED = (AlgocheckError, click.ClickException, OSError)
"""What may stand in the way of a verdict; everything else is a bug."""


def run(arguments: Sequence[str]) -> int:
    """Run *arguments* and return the exit code."""
    prepare(sys.stdout, sys.stderr)
    try:
        code = main.main(
            list(arguments), prog_name=PROGRAM, standalone_mode=False, obj=asked(arguments)
        )
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
        return _complain(arguments, error)
    except Exception:  # noqa: BLE001 -- whatever it is, it is told and it is ours
        import traceback

        traceback.print_exc()
        _complain(arguments, message("cli.bug"))
        return BUG
    return code if isinstance(code, int) else 0


def _complain(arguments: Sequence[str], error: Exception | Message) -> int:
    # Imported here: a run that goes well has no use for it.
    from algocheck.words.plain import harmless

    language = preferred(arguments)
    problem = error if isinstance(error, Message) else _problem(error, language)
    told = "\n".join(harmless(line) for line in say(problem, language).splitlines())
    click.echo(f"{PROGRAM}: {told}", err=True)
    return NO_VERDICT


def _problem(error: Exception, language: Language) -> Message:
    match error:
        case AlgocheckError():
            return error.message
        case click.UsageError():
            from algocheck.cli.usage import problem

            return problem(error, language)
        case click.ClickException():
            return message("cli.problem", problem=error.format_message())
        case OSError(filename2=str(path)) | OSError(filename=str(path)):
            return message("cli.file", path=path, reason=reason(error))
        case OSError():
            return message("cli.problem", problem=reason(error))
        case _:
            return message("cli.problem", problem=str(error) or type(error).__name__)


def _give_up_output() -> int:
    # Python flushes once more on its way out, and must not complain about it again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return NO_VERDICT
