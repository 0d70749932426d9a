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
import traceback
from collections.abc import Sequence

import click

from algocheck.cli.language import preferred
from algocheck.cli.main import main
from algocheck.errors import AlgocheckError
from algocheck.words import Message, message, say

NO_VERDICT = 2
BUG = 3
INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run *arguments* and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A console that lacks a character shows an escape instead of ending the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = main.main(list(arguments), prog_name="algocheck", standalone_mode=False)
        sys.stdout.flush()
    except click.Abort as abort:
        # click makes the same of Ctrl-C and of a prompt that nobody can answer.
        if isinstance(abort.__cause__, EOFError):
            return _complain(arguments, message("cli.nobody-to-ask"))
        return INTERRUPTED
    except KeyboardInterrupt:
        return INTERRUPTED
    except click.UsageError as error:
        return _complain(arguments, message("cli.usage", problem=error.format_message(), command=_command(error)))
    except click.ClickException as error:
        return _complain(arguments, message("cli.problem", problem=error.format_message()))
    except AlgocheckError as error:
        return _complain(arguments, error.message)
    except SystemExit:
        # click leaves this way when whoever read our output is gone.
        return _give_up_output()
    except BrokenPipeError:
        return _give_up_output()
    except OSError as error:
        return _complain(arguments, _reason(error))
    except Exception:  # noqa: BLE001 -- whatever it is, it is our own fault
        traceback.print_exc()
        _complain(arguments, message("cli.bug"))
        return BUG
    return code if isinstance(code, int) else 0


def _complain(arguments: Sequence[str], problem: Message) -> int:
    print(f"algocheck: {say(problem, preferred(arguments))}", file=sys.stderr)
    return NO_VERDICT


def _command(error: click.UsageError) -> str:
    return error.ctx.command_path if error.ctx else "algocheck"


def _reason(error: OSError) -> Message:
    reason = error.strerror or type(error).__name__
    if error.filename:
        return message("cli.file", path=str(error.filename), reason=reason)
    return message("cli.problem", problem=reason)


def _give_up_output() -> int:
    # Python flushes once more on its way out, and must not complain about it again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return NO_VERDICT
