"""Defaults from a file: those of a check, and of other commands what they share with one.

That is algocheck.toml, or [tool.algocheck] in pyproject.toml: the nearest one
upwards, paths in it relative to it. A flag beats the environment, the
environment beats the file, the file beats the default.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from algocheck.cli.command import Command
from algocheck.cli.options import Number, Refused
from algocheck.errors import ConfigError, reason
from algocheck.words import message

PATHS = ("policy", "waivers", "baseline", "opa-ca", "opa-cert", "opa-key")
NOT_IN_A_FILE = ("help", "skip-others", "at", "since", "opa", "opa-token-file")
"""What belongs to one run or one machine, not to a project: the file may come with what is
checked, and must neither name a program to run nor a secret to send.
"""

OF_A_CHECK_ALONE = ("format",)
"""What other commands have too, with other values."""

Found = tuple[Path, Mapping[str, Any]]
"""A configuration file, and what it says to algocheck."""


class Configured(Command):
    """A command whose options take their defaults from the configuration file."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Read the file before the arguments; raises `ConfigError` for what it cannot mean."""
        try:
            found = find(Path.cwd())
            if found:
                extra["default_map"] = defaults(self, _check(parent) if parent else self, found)
        except ConfigError:
            # Who asks for help gets it, and leaves here: it says what a file may hold.
            super().make_context(info_name, list(args), parent, **extra)
            raise
        return super().make_context(info_name, args, parent, **extra)


def defaults(command: click.Command, check: click.Command, found: Found) -> dict[str, Any]:
    """Return the defaults for *command* from the file that was *found*.

    The file sets up a *check*: another command takes from it what both have. Raises
    `ConfigError` for what is no option of a check, and for values that it does not take.
    """
    file, table = found
    known, options = _options(check), _options(command)
    if command is not check:
        shared = (options.keys() & known).difference(OF_A_CHECK_ALONE)
        # What takes one value here and several there means something else here.
        options = {
            key: options[key] for key in shared if options[key].multiple is known[key].multiple
        }
    values = {}
    for key, value in table.items():
        if key not in known:
            raise _unknown(key, known, file)
        if key in options:
            option = options[key]
            values[str(option.name)] = _value(option, value, file, key)
    return values


def configured(key: str) -> Path | None:
    """Return the one path that the nearest configuration file has for *key* of a check."""
    found = find(Path.cwd())
    if found is None:
        return None
    check = _check(click.get_current_context())
    path = defaults(check, check, found).get(str(_options(check)[key].name))
    return path if isinstance(path, Path) else None


def _check(context: click.Context) -> click.Command:
    """Return the check beside the command of *context*; that itself where it stands alone."""
    root = context.find_root()
    if not isinstance(root.command, click.Group):
        return context.command
    return root.command.get_command(root, "check") or context.command


def _options(command: click.Command) -> dict[str, click.Option]:
    return {
        _key(option): option
        for option in command.params
        if isinstance(option, click.Option) and _key(option) not in NOT_IN_A_FILE
    }


def _unknown(key: str, known: Iterable[str], file: Path) -> ConfigError:
    # Imported here: most files have no such key.
    from algocheck.cli.usage import closest_to

    closest = closest_to(key, known)
    if closest:
        return ConfigError("config.unknown-key-but", file=str(file), key=key, closest=closest)
    return ConfigError("config.unknown-key", file=str(file), key=key, keys=", ".join(sorted(known)))


def find(folder: Path) -> Found | None:
    """Return the nearest configuration file, at or above *folder*, that says something to us."""
    for place in (folder, *folder.parents):
        own, shared = place / "algocheck.toml", place / "pyproject.toml"
        tables = []
        if own.is_file():
            tables.append((own, _read(own)))
        if shared.is_file() and b"algocheck" in shared.read_bytes():
            tool = _read(shared).get("tool", {})
            if isinstance(tool, Mapping) and "algocheck" in tool:
                tables.append((shared, _table(shared, tool["algocheck"])))
        if len(tables) > 1:
            raise ConfigError("config.two-files", first=str(own), second=str(shared))
        if tables:
            return tables[0]
    return None


def _read(file: Path) -> Mapping[str, Any]:
    # Imported here: most projects have no such file.
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (ValueError, OSError, RecursionError) as error:
        raise ConfigError("config.unreadable", file=str(file), reason=reason(error)) from None


def _table(file: Path, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ConfigError("config.no-table", file=str(file))
    return value


def _key(option: click.Option) -> str:
    return option.opts[-1].removeprefix("--")


def _value(option: click.Option, value: Any, file: Path, key: str) -> Any:
    if option.is_flag:
        if not isinstance(value, bool):
            problem = message("usage.switch")
            raise ConfigError("config.bad-value", file=str(file), key=key, problem=problem)
        return value
    values = value if isinstance(value, list) else [value]
    if not option.multiple and isinstance(value, list):
        raise ConfigError("config.one-value", file=str(file), key=key)
    converted = [_convert(option, each, file, key) for each in values]
    if key in PATHS:
        converted = [_from_here(file.parent / each) for each in converted]
    return converted if option.multiple else converted[0]


def _from_here(path: Path) -> Path:
    # Reports name it, and should say the same on every machine.
    return Path(os.path.relpath(path))


def _convert(option: click.Option, value: Any, file: Path, key: str) -> Any:
    # TOML has types of its own, and click takes some of them for text.
    is_text = isinstance(value, str) and "\0" not in value
    try:
        if not is_text and not isinstance(option.type, Number):
            raise Refused(message("usage.text"), None, None)
        return option.type.convert(value, None, None)
    except click.BadParameter as error:
        problem = error.problem if isinstance(error, Refused) else error.message
        raise ConfigError("config.bad-value", file=str(file), key=key, problem=problem) from None
