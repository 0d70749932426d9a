"""Options that say which OPA servers to ask, and how to trust them."""

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from algocheck.cli.options import PLACE, Number
from algocheck.engine.settings import Server
from algocheck.errors import UsageError, reason

TOKEN = "ALGOCHECK_OPA_TOKEN"  # noqa: S105 -- the name of a variable, not a token
LONGEST_TOKEN = 64 * 1024

_FILE = PLACE
_OPTIONS = (
    click.option("--opa", default="opa", show_default=True, metavar="FILE", envvar="ALGOCHECK_OPA"),
    click.option("--opa-url", multiple=True, metavar="URL", envvar="ALGOCHECK_OPA_URL"),
    click.option("--opa-push", is_flag=True, envvar="ALGOCHECK_OPA_PUSH"),
    click.option("--opa-ca", type=_FILE, metavar="FILE", envvar="ALGOCHECK_OPA_CA"),
    click.option("--opa-cert", type=_FILE, metavar="FILE", envvar="ALGOCHECK_OPA_CERT"),
    click.option("--opa-key", type=_FILE, metavar="FILE", envvar="ALGOCHECK_OPA_KEY"),
    click.option(
        "--opa-timeout",
        type=Number(1, 3600),
        default=int(Server().timeout),
        show_default=True,
        metavar="SECONDS",
        envvar="ALGOCHECK_OPA_TIMEOUT",
    ),
    click.option("--opa-token-file", type=_FILE, metavar="FILE", envvar=f"{TOKEN}_FILE"),
)


def server_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to *command*, which is given `server`: what they say together.

    The command must have the options `engine` and `verify` too: what is asked of servers
    in so many words, when no engine asks any, is an error.
    """

    @functools.wraps(command)
    def with_server(**values: Any) -> Any:
        context = click.get_current_context()
        given = {name: values.pop(name) for name in _NAMES}
        if "opa" in (values["engine"], values["verify"]):
            return command(server=_server(context, **given), **values)
        _refuse_unused(context, values["engine"] or "regorus")
        return command(server=Server(), **values)

    decorated: Callable[..., Any] = with_server
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


_NAMES = (
    *("opa_url", "opa_push", "opa_ca", "opa_cert", "opa_key", "opa_timeout"),
    "opa_token_file",
)


def _server(  # noqa: PLR0913 -- as many as there are options
    context: click.Context,
    *,
    opa_url: tuple[str, ...],
    opa_push: bool,
    opa_ca: Path | None,
    opa_cert: Path | None,
    opa_key: Path | None,
    opa_timeout: int,
    opa_token_file: Path | None,
) -> Server:
    if opa_push and not opa_url:
        raise UsageError("opa.push-without-url")
    if opa_key and not opa_cert:
        raise UsageError("opa.key-without-certificate")
    token = _token(opa_token_file, context.get_parameter_source("opa_token_file"))
    # A configuration may lie in what is checked, and its author want nothing but the token.
    if token and context.get_parameter_source("opa_url") is ParameterSource.DEFAULT_MAP:
        raise UsageError("opa.token-for-configured", url=opa_url[0])
    return Server(
        urls=opa_url,
        token=token,
        ca=opa_ca,
        certificate=opa_cert,
        key=opa_key,
        timeout=float(opa_timeout),
        push=opa_push,
    )


def _refuse_unused(context: click.Context, engine: str) -> None:
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if parameter.name in (*_NAMES, "opa") and source is ParameterSource.COMMANDLINE:
            raise UsageError("opa.other-engine", option=parameter.opts[0], engine=engine)


def _token(file: Path | None, source: ParameterSource | None) -> str:
    """Return the token: a flag beats the environment."""
    inherited = os.environ.get(TOKEN, "")
    if inherited and file and source is ParameterSource.ENVIRONMENT:
        raise UsageError("opa.two-tokens")
    if file:
        return _valid(_read(file), str(file))
    return _valid(inherited, TOKEN) if inherited else ""


def _read(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return stream.read(LONGEST_TOKEN).decode("utf-8", "replace")
    except OSError as error:
        why = reason(error)
        raise UsageError("opa.token-unreadable", path=str(file), reason=why) from None


def _valid(token: str, source: str) -> str:
    # Never shown, not even where it is wrong.
    token = token.strip()
    if not token or not all("!" <= each <= "~" for each in token):
        raise UsageError("opa.bad-token", source=source)
    return token
