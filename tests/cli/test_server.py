"""The options that name OPA servers: from the command line, the environment and a file."""

from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from algocheck.cli.server import TOKEN, server_options
from algocheck.engine.settings import Server
from algocheck.errors import ConfigError, UsageError

given: list[Server] = []


@click.command()
@click.option("--engine", default="opa")
@click.option("--verify")
@server_options
def command(*, engine: str, verify: str | None, server: Server, opa: str) -> None:
    """Keep what was given."""
    assert "opa" in (engine, verify, opa)
    given.append(server)


def server(*arguments: str | Path, **more: Any) -> Server:
    """Return what *arguments* say, in an environment of *env* and a configuration of *file*."""
    result = CliRunner().invoke(
        command,
        [str(each) for each in arguments],
        env=dict.fromkeys(_ENVIRONMENT) | more.get("env", {}),
        default_map=more.get("file"),
        catch_exceptions=False,
        standalone_mode=False,
    )
    if result.exception:
        raise result.exception
    return given.pop()


_ENVIRONMENT = [TOKEN, f"{TOKEN}_FILE"] + [
    f"ALGOCHECK_OPA_{name}" for name in ("URL", "PUSH", "CA", "CERT", "KEY", "TIMEOUT")
]
A, B = "http://localhost:1", "http://localhost:2"


def test_without_options_an_opa_is_started_here():
    assert server() == Server()


def test_the_command_line_says_everything(tmp_path: Path):
    token = tmp_path / "token"
    token.write_text("from-a-file\n")

    assert server(
        *("--opa-url", A, "--opa-url", B, "--opa-push", "--opa-timeout", "2"),
        *("--opa-ca", "ca.pem", "--opa-cert", "c.pem", "--opa-key", "k.pem"),
        *("--opa-token-file", token),
    ) == Server(
        urls=(A, B),
        token="from-a-file",  # noqa: S106 -- of nobody
        ca=Path("ca.pem"),
        certificate=Path("c.pem"),
        key=Path("k.pem"),
        timeout=2.0,
        push=True,
    )


def test_the_environment_says_the_same():
    env = {"ALGOCHECK_OPA_URL": f"{A} {B}", "ALGOCHECK_OPA_TIMEOUT": "2", TOKEN: "inherited"}

    assert server(env=env) == Server(urls=(A, B), token="inherited", timeout=2.0)  # noqa: S106


def test_a_configuration_says_the_same():
    file = {"opa_url": (A,), "opa_push": True, "opa_ca": Path("ca.pem")}

    assert server(file=file) == Server(urls=(A,), push=True, ca=Path("ca.pem"))


def test_a_flag_beats_the_environment(tmp_path: Path):
    (tmp_path / "flag").write_text("flag")
    env = {TOKEN: "environment"}

    tokens = [server(env=env).token, server("--opa-token-file", tmp_path / "flag", env=env).token]

    assert tokens == ["environment", "flag"]


def test_a_token_is_not_sent_where_only_a_configuration_says_so():
    file, env = {"opa_url": (A,)}, {TOKEN: "inherited"}
    with pytest.raises(UsageError, match="is never sent to a server that only a configuration"):
        server(file=file, env=env)

    assert server("--opa-url", B, file=file, env=env).urls == (B,)


@pytest.mark.parametrize("line", ['opa = "./planted"', 'opa-token-file = "/etc/hostname"'])
def test_a_configuration_names_no_program_and_no_secret(tmp_path: Path, line: str):
    from algocheck.cli.check import command as check
    from algocheck.cli.config import defaults, find

    (tmp_path / "algocheck.toml").write_text(line)
    found = find(tmp_path)
    assert found
    with pytest.raises(ConfigError, match=line.partition(" ")[0]):
        defaults(check, check, found)


def test_two_tokens_in_the_environment_are_an_error(tmp_path: Path):
    (tmp_path / "token").write_text("other")
    with pytest.raises(UsageError, match="are both set"):
        server(env={TOKEN: "one", f"{TOKEN}_FILE": str(tmp_path / "token")})


@pytest.mark.parametrize("content", ["", "\n", "two words", "two\nlines", "sleutel\xe9", "a\x00b"])
def test_what_is_no_token_is_refused_and_not_repeated(tmp_path: Path, content: str):
    file = tmp_path / "token"
    file.write_bytes(content.encode("utf-8"))
    with pytest.raises(UsageError, match="holds no token: a token is one line") as error:
        server("--opa-token-file", file)

    assert not content.strip() or content.strip() not in str(error.value)


def test_a_token_that_cannot_be_read_names_the_file(tmp_path: Path):
    with pytest.raises(UsageError, match="nowhere cannot be read"):
        server("--opa-token-file", tmp_path / "nowhere")


def test_a_token_never_stands_on_the_command_line():
    options = {name for option in command.params for name in option.opts}

    assert {name for name in options if "token" in name} == {"--opa-token-file"}


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--opa-push",), "--opa-push needs servers to push to"),
        (("--opa-key", "k.pem"), "a key is given without its certificate"),
        (
            ("--engine", "regorus", "--opa-url", A),
            "--opa-url is for OPA, and the engine is regorus",
        ),
        (("--engine", "regorus", "--opa-timeout", "3"), "--opa-timeout is for OPA"),
        (("--engine", "regorus", "--opa", "/usr/bin/opa"), "--opa is for OPA"),
    ],
)
def test_what_makes_no_sense_together_is_refused(arguments: tuple[str, ...], complaint: str):
    with pytest.raises(UsageError, match=complaint):
        server(*arguments)


def test_a_server_to_verify_with_is_a_server():
    assert server("--engine", "regorus", "--verify", "opa", "--opa-url", A) == Server(urls=(A,))


def test_what_the_environment_says_of_opa_leaves_other_engines_alone():
    assert server("--engine", "regorus", env={"ALGOCHECK_OPA_URL": A, TOKEN: "x"}) == Server()


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf", "3601", "soon", "1.5"])
def test_a_timeout_is_a_time(seconds: str):
    with pytest.raises(click.UsageError):
        server("--opa-timeout", seconds)
